import { checkBoxes } from '@section16/core/facts'
import type { PaperCell, PaperForm, PaperOwner, PaperTick } from '../../form/paperForm.ts'
import { type Block, type House, textOf, tokensOf } from '../page/blocks.ts'
import { type Claims, claimed, optional } from '../page/claims.ts'
import { type Box, type Boxes, readBoxes } from './boxes.ts'
import { bracketed, readIssuer } from './issuer.ts'
import type { LabelName } from './labels.ts'
import { readOwner } from './owner.ts'
import { mergeOwners, readOwnersTable } from './ownersTable.ts'
import { readRelationship } from './relationship.ts'
import { readTicks, type Ticks } from './ticks.ts'

const FORM_TICKS = [...checkBoxes.map(({ element }) => element), 'isOnePerson', 'isJoint'] as const

type Heading = Pick<PaperForm, 'owners'> & Partial<PaperForm>

/** Boxes 1 to 7 above the tables, and the persons listed below them. */
export function readHeading(above: readonly Block[], below: readonly Block[], house: House, claims: Claims): Heading {
  const listed = below.flatMap((block) => (block.kind === 'table' ? (readOwnersTable(block, claims) ?? []) : []))
  const boxes = readBoxes(above, claims)
  const ticks = ticksByBox(boxes, claims)
  const persons = [...boxes.boxes, ...readBoxes(below.filter(namesOwner), claims).boxes].filter(
    ({ name }) => name === 'reportingOwner',
  )
  const [first = {}, ...others] = readPersons(persons, claims)
  const piecesOf = (name: LabelName) => boxes.boxes.filter((box) => box.name === name).flatMap(({ pieces }) => pieces)
  const wordsOf = (name: LabelName) => piecesOf(name).flatMap(({ tokens, isHint }) => (isHint ? [] : tokens))
  const inBox = boxes.ticks.filter(({ box }) => box === 'relationship')
  const relationship = readRelationship(piecesOf('relationship'), ticks, inBox, claims)
  const owners = isPerson(first, relationship) ? [{ ...first, ...relationship }, ...others] : others
  if (!isPerson(first, relationship)) claims.drop('form', Object.values(relationship).flatMap(wordsIn))
  return {
    owners: mergeOwners(owners, listed, claims),
    ...readIssuer(piecesOf('issuer'), house, claims),
    ...optional('foreignTradingSymbol', bracketed(wordsOf('foreignTradingSymbol'), claims)),
    ...optional('periodOfReport', claimed(wordsOf('periodOfReport'), claims)),
    ...optional('dateOfOriginalSubmission', claimed(wordsOf('dateOfOriginalSubmission'), claims)),
    ...Object.fromEntries(FORM_TICKS.flatMap((name) => (ticks.has(name) ? [[name, ticks.get(name)!]] : []))),
  }
}

const wordsIn = ({ words }: PaperTick | PaperCell) => words

/** A page of EDGAR lists the first person of a joint filing again, word for word. */
function readPersons(boxes: readonly Box[], claims: Claims): PaperOwner[] {
  const wordsOf = ({ pieces }: Box) => pieces.flatMap(({ tokens }) => tokens)
  const first = boxes[0] && textOf(wordsOf(boxes[0]))
  const repeated = boxes.slice(1).filter((box) => textOf(wordsOf(box)) === first)
  for (const box of repeated) claims.ignore('noise', wordsOf(box))
  return boxes.filter((box) => !repeated.includes(box)).map(({ pieces }) => readOwner(pieces, claims))
}

/** On a blank form there is nobody: empty boxes are print. */
function isPerson(person: PaperOwner, relationship: PaperOwner): boolean {
  const said = Object.values(relationship).some(
    (value: PaperTick | PaperCell) => !('state' in value) || value.state !== 'empty',
  )
  return Object.keys(person).length > 0 || said
}

/** Labels of one box are read alike; those above the boxes are their own group. */
function ticksByBox(boxes: Boxes, claims: Claims): Ticks {
  const groups = Map.groupBy(boxes.ticks, ({ box }) => box)
  return new Map([...groups.values()].flatMap((labels) => [...readTicks(labels, claims)]))
}

const namesOwner = (block: Block) =>
  /name and address of reporting person/i.test(textOf(tokensOf(block).filter(({ isValue }) => !isValue)))
