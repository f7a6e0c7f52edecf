import { expect, test } from 'vitest'
import { saxesDepartures } from '../../../tools/testing/examine.ts'
import { saxesTree } from '../../../tools/testing/saxesTree.ts'
import { parseXml } from './parse.ts'
import type { XmlProblem } from './tree.ts'

/** Where saxes 6 takes for well-formed what XML 1.0 does not; we side with XML. The production that says so beside. */
const CASES: [departure: string, production: string, code: string, source: string][] = [
  // PI ::= '<?' PITarget (S (Char* - (Char* '?>' Char*)))? '?>': no content without white space before it.
  ['instructionWithoutSpace', '[16] PI', 'R123', '<a><?go?on?></a>'],
  ['instructionWithoutSpace', '[16] PI', 'R123', '<a><?go??></a>'],
  // Char excludes the surrogate blocks; saxes takes a high surrogate and whatever follows for one character.
  ['loneSurrogate', '[2] Char', 'R110', '<a>\ud800b</a>'],
  ['loneSurrogate', '[2] Char', 'R110', '<a b="\udbffc"/>'],
]

test.each(CASES)('%s: %s, %s', (departure, _production, code, source) => {
  const problem = parseXml(source) as XmlProblem
  expect(problem.code).toBe(code)
  expect(saxesTree(source)).not.toHaveProperty('complaint')
  const recognised = Object.keys(saxesDepartures).filter((name) => saxesDepartures[name]?.(source, problem))
  expect(recognised).toEqual([departure])
})

test('every departure that is counted has its case', () => {
  expect(new Set(CASES.map(([departure]) => departure))).toEqual(new Set(Object.keys(saxesDepartures)))
})

test('what both refuse is not taken for a departure', () => {
  for (const source of ['<a><?go</a>', '<a>\udc00</a>', '<a><? go?></a>']) {
    const problem = parseXml(source) as XmlProblem
    expect(saxesTree(source)).toHaveProperty('complaint')
    expect(Object.values(saxesDepartures).some((recognises) => recognises(source, problem))).toBe(false)
  }
})
