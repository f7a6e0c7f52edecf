import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './repository.ts'

/** Starts a program as if Node were of another version. */
const asNode = (version: string, ...args: string[]) => {
  const disguise = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(disguise)}`, ...args], {
    cwd: root,
    encoding: 'utf8',
  })
}

test('the command says in one line that Node is too old', () => {
  for (const version of ['22.17.1', '20.20.2', '18.0.0']) {
    const { status, stdout, stderr } = asNode(version, join('cli', 'bin', 'section16.mjs'), '--version')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^section16 needs Node 22\.18 or newer; this is Node [\d.]+ .*\n$/)
  }
})

test('the house refuses a verb it does not know, and names those it knows', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/enter.mjs', 'strat'], { cwd: root, encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('start|test|test:full|bench')
})
