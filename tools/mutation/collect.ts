/**
 * What a test file imports as `vitest`, without Vitest's machinery: its tests are noted down, to be run one at a time.
 * `expect` is Vitest's own.
 */
import { format } from 'node:util'
import { expect } from 'vitest'

/** A test of one file, not yet run. */
export interface CollectedTest {
  /** Its file, the names of what it is in and its own; numbered where another has the same. */
  id: string
  file: string
  run: () => unknown
}

type Body = (...args: unknown[]) => unknown

/** Makes a `vitest` and the list that fills while test files are loaded; `start` says of which file. */
export function collector() {
  const tests: CollectedTest[] = []
  const times = new Map<string, number>()
  let file = ''
  let within: readonly string[] = []

  const test = (name: string, run: Body) => {
    const id = [file, ...within, name].join(' > ')
    const time = (times.get(id) ?? 0) + 1
    times.set(id, time)
    tests.push({ id: time === 1 ? id : `${id} #${time}`, file, run: () => run() })
  }
  const describe = (name: string, body: Body) => {
    const outer = within
    within = [...outer, name]
    body()
    within = outer
  }
  const vitest = {
    __esModule: true,
    expect,
    // What runs only where something is beside the checkout is left out: the score must not depend on it.
    test: Object.assign(test, { each: eachOf(test), skipIf: (_: boolean) => (_name: string, _run: Body) => {} }),
    it: Object.assign(test, { each: eachOf(test) }),
    describe: Object.assign(describe, { each: eachOf(describe) }),
  }
  const start = (next: string) => {
    file = next
  }
  return { tests, vitest, start }
}

/** `each` for a table: a row that is a list gives the arguments, anything else is the one argument. */
function eachOf(one: (name: string, body: Body) => void) {
  return (table: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of table) {
      const args = Array.isArray(row) ? row : [row]
      one(nameOf(name, args), () => body(...args))
    }
  }
}

/** The name with its `%s`, or its `$property` of the first argument, filled in. */
function nameOf(name: string, args: readonly unknown[]): string {
  const places = name.match(/%[sdifjoO]/g)?.length ?? 0
  const [row] = args as [Record<string, unknown>?]
  return format(
    name.replace(/\$(\w+)/g, (_, key: string) => String(row?.[key])),
    ...args.slice(0, places),
  )
}
