import { describe, expect, it } from 'vitest'
import { INPUT_PROBLEMS, type InputCode, inputMessage, inputProblem } from './diagnostics.ts'
import { inHiddenFolder, shownName, unsafeName } from './names.ts'

describe('names', () => {
  it('are shown as they are, unless a terminal would obey them', () => {
    for (const plain of ['a b.xml', 'Ümlaut/日本.xml', 'x\\y', '😀.xml']) expect(shownName(plain)).toBe(plain)
    expect(shownName('a\r\nb\x7f\x9b\u2028\ud800')).toBe('a\\u{d}\\u{a}b\\u{7f}\\u{9b}\\u{2028}\\u{d800}')
    expect(shownName('x'.repeat(2_000))).toBe(`${'x'.repeat(1_000)}…`)
  })

  it('with dots that lead nowhere are harmless', () => {
    for (const name of ['./a', 'a..b', '..a', 'a/.../b', 'a/b']) expect(unsafeName(name)).toBeUndefined()
  })

  it('hide by their folders, not by themselves', () => {
    for (const name of ['.git/x', 'a/.b/c', '.b/']) expect(inHiddenFolder(name)).toBe(true)
    for (const name of ['.x', './x', '../x', 'a/.x', 'a.b/x']) expect(inHiddenFolder(name)).toBe(false)
  })
})

describe('wording', () => {
  /** Something for every key that a message may ask for. */
  const data = { errno: 'EACCES', kind: 'socket', limitBytes: 64 * 2 ** 20, limit: 2, reason: 'why', method: 93 }

  it.each(Object.keys(INPUT_PROBLEMS) as InputCode[])('%s says where, what and what to do', (code) => {
    const { message, fix } = inputMessage(inputProblem(code, 'a$&.zip', data))
    expect(message).toMatch(/^a\$&\.zip: /)
    expect(`${message} ${fix}`).not.toMatch(/[{}]|undefined/)
    expect(fix).toMatch(/\.$/)
  })

  it('gives sizes as people read them', () => {
    expect(inputMessage(inputProblem('I110', 'x', { limitBytes: 64 * 2 ** 20 })).message).toContain('64 MiB')
    expect(inputMessage(inputProblem('I110', 'x', { limitBytes: 1_000 })).message).toContain('1000 bytes')
    expect(inputMessage(inputProblem('I110', 'x', { limitBytes: 1_536 })).message).toContain('1.5 KiB')
  })

  it('has a name of its own for every code', () => {
    const names = Object.values(INPUT_PROBLEMS).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
