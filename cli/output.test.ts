import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { jsonText } from './json.ts'
import { JsonValues, Output } from './output.ts'

/** A stream that keeps what it is given, a terminal or none. */
function kept(isTTY: boolean) {
  let text = ''
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk
      done()
    },
  })
  return { stream: Object.assign(stream, { isTTY }), text: () => text }
}

const HOSTILE = 'a\x1b[2J\u009b2Jb\u202ec\u2028d\te\n'

it('words of filings are made safe for a terminal and left alone elsewhere', async () => {
  for (const [isTTY, expected] of [
    [true, 'a\\u{1b}[2J\\u{9b}2Jb\\u{202e}c\\u{2028}d\te\n'],
    [false, HOSTILE],
  ] as const) {
    const { stream, text } = kept(isTTY)
    const output = new Output(stream, true)
    await output.write(HOSTILE)
    await output.end()
    expect(text()).toBe(expected)
  }
})

it('JSON escapes what acts on a terminal, and says the same', () => {
  const text = jsonText({ hostile: HOSTILE, fine: 'é“' }, 2)
  expect(text).toMatch(/^[\x20-\x7eé“\n]*$/)
  expect(JSON.parse(text)).toEqual({ hostile: HOSTILE, fine: 'é“' })
})

it('one value stands alone, several are a list, none is nothing', async () => {
  for (const values of [[], [{ a: 1 }], [{ a: 1 }, { a: 2 }, 3]]) {
    const { stream, text } = kept(false)
    const output = new Output(stream)
    const json = new JsonValues(output)
    for (const value of values) await json.add(value)
    await json.end()
    await output.end()
    expect(text() === '' ? [] : [JSON.parse(text())].flat()).toEqual(values)
  }
})
