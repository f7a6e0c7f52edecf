import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PaperForm } from '../../paper/form/paperForm.ts'
import { wordsOfFields } from '../../paper/form/wordsOfFields.ts'
import { readTypedForms } from '../../paper/typed/readTypedForms.ts'
import { gridOf, isRuleWord } from '../../paper/typed/text/grid.ts'
import { placeKey } from '../../paper/typed/text/words.ts'
import { doubtedCells, fieldsOf, statedFields, typedCases } from './typedForms.mts'
import { typedForm } from './typist.mts'

/** Layouts drawn for the sample here; more are only a matter of time. */
const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1)

/** The reader's own, and those that somebody wrote who had not seen it. */
const CASES = [...typedCases('typed'), ...typedCases('blind')]

const lines = (fields: ReadonlyMap<string, string>) => [...fields].map(([at, text]) => `${at}: ${text}`).toSorted()

describe('typed forms are read as their cases state', () => {
  test.for(CASES)('$name', ({ text, stated }) => {
    expect(lines(fieldsOf(readTypedForms(text)))).toEqual(lines(statedFields(stated)))
  })
})

test('in drawn layouts no cell is wrong without a doubt, and few are doubted', () => {
  let cells = 0
  let doubts = 0
  for (const seed of SEEDS) {
    const { text, stated, layout } = typedForm(seed)
    const forms = readTypedForms(text)
    const doubted = doubtedCells(forms)
    const read = fieldsOf(forms)
    const told = statedFields([stated])
    const wrong = [...read].filter(([at, value]) => told.get(at) !== value && !at.includes('unplaced'))
    expect(wrong.filter(([at]) => !doubted.has(at), layout)).toEqual([])
    cells += told.size
    doubts += doubted.size
  }
  expect(cells).toBeGreaterThan(1500)
  expect(doubts / cells).toBeLessThan(0.04)
})

test('every word of a text is in a field, ignored or unplaced, and in one of them', () => {
  const texts = [...CASES.map(({ text }) => text), ...SEEDS.slice(0, 8).map((seed) => typedForm(seed).text)]
  for (const text of texts.flatMap((whole) => [whole, withoutLines(whole, 3), withoutLines(whole, 4)])) {
    const forms = readTypedForms(text)
    if (forms.length === 0) continue
    const placed = new Set(forms.flatMap(wordsOfFields).map(placeKey))
    const typed = gridOf(text)!.flatMap((line) => line.words.filter((word) => !isRuleWord(word)).map(placeKey))
    expect(typed.filter((word) => !placed.has(word))).toEqual([])
    expect(new Set(forms.flatMap(wordsOfRows)).size).toBe(forms.flatMap(wordsOfRows).length)
  }
})

test('the edition is that of the labels, and none where they do not say', () => {
  const editions = ['own-01', 'own-17', 'own-22'].map((name) => typedCases('typed').find((one) => one.name === name)!)
  expect(editions.map(({ text }) => readTypedForms(text)[0]!.edition)).toEqual(['1996', '2002', undefined])
})

test('a text too long for a form is none', () => {
  expect(readTypedForms(`FORM 4\n${'x'.repeat(2_000_000)}`)).toEqual([])
  expect(readTypedForms('FORM 4\n'.repeat(20_001))).toEqual([])
})

/** A text with every n-th line gone: nothing in it may be lost either. */
function withoutLines(text: string, every: number): string {
  return text
    .split('\n')
    .filter((_, i) => i % every !== 0)
    .join('\n')
}

function wordsOfRows({ rows }: PaperForm): string[] {
  return [...rows.I, ...rows.II].flatMap((row) => Object.values(row).flatMap(({ words }) => words.map(placeKey)))
}

const GENUINE = new URL('../../../shared/corpus/paper/4_0001094891-00-000193_ascii-2000.txt', import.meta.url)

describe.skipIf(!existsSync(GENUINE))('a genuine filing of 2000 (needs ../shared/corpus)', () => {
  const [header, text] = existsSync(GENUINE) ? readFileSync(GENUINE, 'utf8').split(/<\/?TEXT>/) : ['', '']
  const inHeader = (label: string) =>
    [...header!.matchAll(new RegExp(`${label}:\\s+(.*)`, 'g'))].map(([, value]) => value!)
  const letters = (name: string | undefined) =>
    name
      ?.toUpperCase()
      .match(/[A-Z]+/g)
      ?.toSorted()

  test('names whom its header names', () => {
    const [form] = readTypedForms(text!)
    const [company, person] = inHeader('COMPANY CONFORMED NAME')
    expect(letters(form!.owners[0]!.name!.text)).toEqual(letters(person))
    expect(letters(form!.issuer!.lines[0])).toEqual(letters(company))
    expect(form!.issuer!.lines[1]).toMatch(/^[A-Z]{4}$/)
    expect(form!.owners[0]!.address!.lines.length).toBe(4)
    expect(letters(form!.signatures[0]!.name!.text.replace('/s/', ''))).toEqual(letters(person))
  })

  test('has one row, of Table II, with its cut words and dates whole', () => {
    const stated = statedFields([
      {
        form: '4',
        periodOfReport: 'February 29,2000',
        ticked: ['isOnePerson'],
        II: [
          {
            securityTitle: 'Options to Purchase Common Stock',
            conversionOrExercisePrice: '$1.375',
            transactionDate: '2/7/00',
            code: 'A',
            voluntary: 'V',
            amount: '12,000 -',
            acquiredOrDisposed: 'A,D',
            exerciseDate: '2/7/00',
            expirationDate: '2/7/05',
            underlyingTitle: 'Common Stock',
            underlyingAmount: '12,000',
            owned: '12,000',
            directOrIndirect: 'D',
          },
        ],
      },
    ])
    const forms = readTypedForms(text!)
    const read = [...fieldsOf(forms)].filter(([at]) => !/owners|issuer|signatures/.test(at))
    expect(lines(new Map(read))).toEqual(lines(stated))
    expect(forms[0]!.owners[0]!.isDirector!.state).toBe('ticked')
    expect(forms[0]!.signatures[0]!.date!.text).toBe('March 13, 2000')
    expect([...doubtedCells(forms)]).toEqual(['0/II/0/amount'])
  })
})
