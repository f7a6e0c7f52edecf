import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHtmlForms } from './readHtmlForms.ts'
import { listing, misplacedWordsOf } from './testing.mts'

const folder = join(import.meta.dirname, '../../cases/paper/html')
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'))

test.each(pages)('%s says what its listing says, and no word is lost', (name) => {
  const html = readFileSync(join(folder, name), 'utf8')
  const expected = readFileSync(join(folder, name.replace('.html', '.txt')), 'utf8')
  expect(readHtmlForms(html).map(listing).join('\n')).toBe(expected)
  expect(misplacedWordsOf(html)).toEqual([])
})
