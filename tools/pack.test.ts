import { expect, test } from 'vitest'
import { newcomerProgram } from './pack.ts'

test('the newcomer’s program is the first code block that says so', () => {
  const readme = '```sh\nnpm start // newcomer\n```\n```ts\nother()\n```\n```ts\n// newcomer\nmine()\n```\n'
  expect(newcomerProgram(readme)).toBe('// newcomer\nmine()\n')
  expect(newcomerProgram('nothing here')).toBeUndefined()
})
