import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { emptyDatabase, KINDS } from '../store/testing/databases.mts'
import { killManyTimes } from './testing/killing/lives.mts'
import { freePort } from './testing/killing/processes.mts'
import { makeSetting } from './testing/killing/setting.mts'

/** A few; `npm run test:full -- kill` does hundreds. */
const KILLS = 3

test.for(KINDS)(
  'a desk that is killed at work has all that it acknowledged, once, and sends nothing twice (%s)',
  { timeout: 900_000 },
  async (kind, context) => {
    const { secretKeys: _, ...database } = await emptyDatabase(kind, context)
    const folder = mkdtempSync(join(tmpdir(), 'section16-killed-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const setting = await makeSetting(database, folder, await freePort(), Math.random)
    onTestFinished(() => setting.rehearsal.kill())
    const { faults, tally } = await killManyTimes(setting, KILLS)
    expect(faults).toEqual([])
    expect(tally).toMatchObject({ kills: KILLS, failures: 0 })
    expect(tally.acknowledged).toBeGreaterThan(0)
    const journal = readFileSync(setting.journal, 'utf8')
    expect(journal).toContain('"event":"token"')
    expect(journal).not.toMatch(/rowan\*16|a demonstration only|rehearsal-(filer|user)-[0-9a-f]{48}/)
  },
)
