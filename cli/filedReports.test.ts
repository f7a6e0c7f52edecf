import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { Batch } from './batch.ts'
import { filedReports } from './filedReports.ts'
import { ACCESSION_NUMBER, form4, submission } from './invented.mts'

const folder = mkdtempSync(join(tmpdir(), 'section16-reports-'))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('number, filing date and acceptance are the header’s', async () => {
  const [report, ...others] = await filedReports(new Batch(), [file('a.txt', submission(form4()))])
  expect(others).toEqual([])
  expect(report).toMatchObject({ key: ACCESSION_NUMBER, accessionNumber: ACCESSION_NUMBER })
  expect(String(report?.filedOn)).toMatch(/^2024-03-\d\d$/)
  expect(report?.acceptedAt?.time).toMatch(/^\d\d:\d\d:\d\d$/)
})

test('XML alone has a name and no filing date, whenever it was signed', async () => {
  const path = file('form4.xml', form4())
  const [report] = await filedReports(new Batch(), [path])
  expect(report).toMatchObject({ key: path, accessionNumber: undefined, filedOn: undefined, acceptedAt: undefined })
})

test('one accession number is one report, the one that knows its filing date', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const bare = file(`${ACCESSION_NUMBER}.xml`, form4())
  const whole = file('whole.txt', submission(form4()))
  for (const whats of [
    [bare, whole],
    [whole, bare],
  ]) {
    const reports = await filedReports(new Batch(), whats)
    expect(reports).toHaveLength(1)
    expect(reports[0]?.filedOn).toBeDefined()
  }
  const lines = written.mock.calls.map(([line]) => String(line))
  written.mockRestore()
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('I230 filing-given-twice')
})
