import { describe, expect, it } from 'vitest'
import { byAnn, day, FUND, own, power, principals, stored } from './inventedRecords.mts'
import { signatureLineOf } from './signatureLine.ts'

const [jane, fund] = principals as [(typeof principals)[number], (typeof principals)[number]]
const three = { ...power, attorneys: [...power.attorneys, { person: 'cy', name: 'Cy Scribe' }] }

describe('signatureLineOf', () => {
  it.each([
    ['/s/ Jane Doe', () => signatureLineOf(jane, [stored(own)])],
    ['/s/ Ann Agent, attorney-in-fact for Jane Doe', () => signatureLineOf(jane, [stored(byAnn)], power)],
    [
      '/s/ Ann Agent, Bo Clerk and Cy Scribe, attorneys-in-fact for Jane Doe',
      () =>
        signatureLineOf(
          jane,
          ['cy', 'bo', 'ann'].map((signer) => stored({ ...byAnn, signer })),
          three,
        ),
    ],
    [
      '/s/ Quill Capital LLC, by Max Quill, Managing Member',
      () => signatureLineOf(fund, [stored({ ...own, principal: FUND, signer: 'max', capacity: { kind: 'officer' } })]),
    ],
  ])('%s', (name, made) => {
    expect(made().name).toBe(name)
  })

  it('is dated with the last of several signatures', () => {
    const first = stored({ ...byAnn, signedOn: day('2026-03-02') })
    expect(String(signatureLineOf(jane, [stored({ ...byAnn, signer: 'bo' }), first], power).date)).toBe('2026-03-04')
  })

  it('is made of records only', () => {
    expect(() => signatureLineOf(jane, [])).toThrow('without a signature')
    expect(() => signatureLineOf(jane, [stored(byAnn)])).toThrow('no power of attorney')
    expect(() => signatureLineOf(jane, [stored({ ...own, capacity: { kind: 'officer' } })])).toThrow('no officer')
  })
})
