import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { registry } from '../core/check/index.ts'
import { pageText } from '../tools/docs.ts'
import { pageOf, ruleFiles } from '../tools/registry.ts'
import { root } from '../tools/repository.ts'
import { CASES, caseFolders, caseOf, findings } from '../tools/testing/ruleCases.ts'

const files = ruleFiles()
const SECTIONS = ['What it checks', 'Why', 'Example', 'Fix', 'Source']

/** The text of a page below a heading; '' where it has none such. */
const section = (page: string, title: string) => page.split(`## ${title}\n`)[1]?.split('\n## ')[0]?.trim() ?? ''

test('codes and names are unique, and a file is called after both', () => {
  const twice = (all: readonly string[]) => all.filter((one, i) => all.indexOf(one) !== i)
  expect(twice(registry.map(({ code }) => code))).toEqual([])
  expect(twice(registry.map(({ name }) => name))).toEqual([])
  expect(registry.map((rule) => `${caseOf(rule)}.ts`)).toEqual(files)
})

test('every case belongs to a rule', () => {
  expect(caseFolders()).toEqual(registry.map(caseOf))
})

describe.each(registry.map((rule) => [caseOf(rule), rule] as const))('%s', (name, rule) => {
  test('has a page with its five sections, a source, and words', () => {
    const page = pageOf(`${name}.ts`)
    expect(SECTIONS.filter((title) => section(page, title) === '')).toEqual([])
    expect(rule.source).not.toBe('')
    expect(rule.name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    for (const words of [rule.message, rule.fix]) expect(words).toMatch(/\S[.?!]$/)
  })

  test('says what its page in the reference says', () => {
    expect(readFileSync(join(root, 'docs/rules', `${name}.md`), 'utf8')).toBe(pageText(rule, pageOf(`${name}.ts`)))
  })

  test('is silent on its good case', () => {
    expect(findings(rule, 'good.xml')).toBe('')
  })

  test('finds what is expected in its bad case, and something', () => {
    const expected = readFileSync(join(root, CASES, name, 'expected.txt'), 'utf8')
    expect(expected).not.toBe('')
    expect(findings(rule, 'bad.xml')).toBe(expected)
    // Every word that the message leaves open is filled in.
    expect(expected).not.toMatch(/\{\w+\}/)
  })

  test('has a good case of a form that it concerns', () => {
    const xml = readFileSync(join(root, CASES, name, 'good.xml'), 'utf8')
    const form = /<documentType>([345])/.exec(xml)?.[1]
    expect(rule.forms ?? ['3', '4', '5']).toContain(form)
    expect(existsSync(join(root, CASES, name, 'bad.xml'))).toBe(true)
  })
})
