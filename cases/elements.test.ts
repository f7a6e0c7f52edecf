import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CalendarDate, Decimal, resolveReferences } from '../core/model/index.ts'
import { readOwnershipXml } from '../core/read/index.ts'
import { isProblem, parseXml } from '../core/read/xml/parse.ts'
import type { XmlElement } from '../core/read/xml/tree.ts'
import { drawForm, printedDate, printedNumber } from '../core/render/index.ts'

const CASES = ['3', '3A', '4', '4A', '5', '5A']
const readCase = (name: string) => readFileSync(new URL(`elements/${name}.xml`, import.meta.url), 'utf8')

function draw(xml: string, width: number): string {
  const { document } = readOwnershipXml(xml)
  return document ? drawForm(document, { width, colour: false }) : ''
}

/** What the drawing does not depend on, and why. */
const NOT_DRAWN: Record<string, string> = {
  rptOwnerCcc: 'is masked',
  rptOwnerNonUSAddressFlag: 'says which of the other elements are used; those are drawn',
  rptOwnerGoodAddress: 'is for EDGAR itself',
  rptOwnerStateDescription: 'names the country whose code stands beside it',
}

/** A value that is not drawn for itself because another one says the same: early on a Form 4, late on a Form 5. */
const SAID_ALREADY = /\/transactionTimeliness\/value$/

interface Piece {
  path: string
  name: string
  /** The value, references resolved; of a footnote reference its id. */
  said: string
  /** The document with something else in its place. */
  changed: string
}

/** Every value and every footnote reference of a document. */
function piecesOf(xml: string): Piece[] {
  const tree = parseXml(xml)
  if (isProblem(tree)) throw new Error(tree.code)
  const pieces: Piece[] = []
  const visit = (element: XmlElement, above: string) => {
    const { name, attributes, children } = element
    const path = `${above}/${name}`
    const add = (said: string, start: number, end: number, instead: string) =>
      pieces.push({ path, name, said, changed: xml.slice(0, start) + instead + xml.slice(end) })
    if (name === 'footnoteId') add(attributes[0]?.value ?? '', element.start, element.end, '<footnoteId id="F98"/>')
    for (const child of children) {
      if (child.kind === 'element') visit(child, path)
      else if (xml.slice(child.start, child.end).trim() !== '') {
        const said = resolveReferences(xml.slice(child.start, child.end)) ?? ''
        add(said, child.start, child.end, another(said))
      }
    }
  }
  visit(tree.root, '')
  return pieces
}

const FLAGS = { '0': '1', '1': '0', true: 'false', false: 'true' }
const TYPES = { '3': '', '4': '5', '5': '4', '3/A': '3', '4/A': '4', '5/A': '5' }
const CODES = { A: 'D', D: 'I', I: 'D', S: 'P', G: 'W', M: 'X', J: 'C', E: 'L', L: 'E', ME: 'VT', N4: 'X0' }
const OTHERS: Record<string, string> = { ...FLAGS, ...TYPES, ...CODES }

/** Another value of the same type. */
function another(said: string): string {
  if (OTHERS[said] !== undefined) return OTHERS[said]
  if (CalendarDate.parse(said)) return '2031-03-05'
  return Decimal.parse(said) ? '0000777777' : 'another text'
}

test.each(CASES)('every value of case %s is drawn: another value gives another drawing', (name) => {
  const xml = readCase(name)
  const drawing = draw(xml, 120)
  const unseen = piecesOf(xml).filter(({ changed }) => draw(changed, 120) === drawing)
  expect(
    unseen.filter((piece) => !(piece.name in NOT_DRAWN || SAID_ALREADY.test(piece.path))).map(({ path }) => path),
  ).toEqual([])
  const names = new Set(unseen.map((piece) => piece.name))
  expect(Object.keys(NOT_DRAWN).filter((one) => !names.has(one))).toEqual([])
})

test.each(CASES)('texts, numbers and days of case %s stand in the drawing', (name) => {
  const xml = readCase(name)
  // Wide enough that no cell is broken into lines.
  const drawing = draw(xml, 1000)
  const lost = piecesOf(xml).filter(({ said, ...piece }) => {
    if (piece.name === 'footnoteId') return !drawing.includes(`(${said.slice(1)})`)
    const day = CalendarDate.parse(said)
    // Codes and flags are drawn as boxes ticked and letters joined.
    if (said in OTHERS && said !== 'N4') return false
    if (piece.name in NOT_DRAWN && piece.name !== 'rptOwnerStateDescription') return false
    if (day) return !drawing.includes(printedDate(day))
    if (said === 'N4') return !drawing.includes('LUXEMBOURG')
    if (Decimal.parse(said) && piece.name === 'value') return !drawing.includes(printedNumber(said))
    return !said.split('\n').every((line) => drawing.includes(line))
  })
  expect(lost.map(({ path, said }) => [path, said])).toEqual([])
})
