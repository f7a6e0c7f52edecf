/**
 * The cases of the rules by which EDGAR suspends, put before the rehearsal: two readings of one specification, written
 * apart, must agree.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registry } from '../../core/check/registry.ts'
import { CCC, submission } from '../inventedSubmission.mts'
import { judge } from './judge.ts'

const FOLDER = join(import.meta.dirname, '../../cases/rules')
const suspending = new Set(
  registry.filter(({ severity }) => severity === 'suspends').map(({ code, name }) => `${code}-${name}`),
)
const read = (folder: string, file: 'good.xml' | 'bad.xml') => readFileSync(join(FOLDER, folder, file), 'utf8')
/** Of today's forms: the rehearsal knows no other. */
const folders = readdirSync(FOLDER).filter(
  (folder) => suspending.has(folder) && /<schemaVersion>X06/.test(read(folder, 'good.xml')),
)

/** Everybody is a filer who may file; the CCC is looked at. */
const filers = {
  isFiler: (cik: string) => Number(cik) > 0,
  hasCcc: (_: string, ccc: string) => ccc === CCC,
  mayFileFor: () => true,
  nameOf: () => 'Somebody',
}

/** Labels of what suspends the case's form when it is submitted; a CCC is put in where there is none. */
function suspensions(folder: string, file: 'good.xml' | 'bad.xml'): string[] {
  const xml = read(folder, file)
  const form = xml.includes('rptOwnerCcc')
    ? xml
    : xml.replaceAll('</rptOwnerCik>', `</rptOwnerCik><rptOwnerCcc>${CCC}</rptOwnerCcc>`)
  const type = /<documentType>\s*([^<]*?)\s*</.exec(form)?.[1] ?? '4'
  const isType = /^[345](\/A)?$/.test(type)
  const text = submission('TEST', { name: 'form.xml', type: isType ? type : '4', text: form })
  const whole = text.replace('<submissionType>4<', `<submissionType>${isType ? type : '4'}<`)
  return judge(Buffer.from(whole), 'TEST', filers)
    .messages.filter((message) => message.type === 'ERROR')
    .map(({ errorLabel }) => errorLabel)
}

test.each(folders)('%s: what is bad is suspended', (folder) => {
  expect(suspensions(folder, 'bad.xml')).not.toEqual([])
})

test('what is good is accepted, and nearly all rules are here', () => {
  const good = folders.map((folder) => ({ folder, found: suspensions(folder, 'good.xml') }))
  expect(good.filter(({ found }) => found.length > 0)).toEqual([])
  expect(suspending.size - folders.length).toBeLessThanOrEqual(1)
})
