import { describe, expect, it } from 'vitest'
import { attestationRetention, authenticationKeptThrough } from './authentication.ts'
import { attestation, byAnn, day, own, stored } from './inventedRecords.mts'

describe('retention (Regulation S-T, Rule 302(b))', () => {
  it.each([
    ['2026-03-04', '2031-03-04'],
    ['2024-02-29', '2029-03-01'],
  ])('keeps the authentication document of a form filed on %s through %s', (filedOn, through) => {
    expect(String(authenticationKeptThrough(day(filedOn)))).toBe(through)
  })

  it('keeps an attestation while it is in use, and seven years after the last electronic signature', () => {
    const byHand = stored({ ...own, authentication: { kind: 'manual', document: 'f' }, signedOn: day('2026-09-01') })
    const last = stored({ ...own, signedOn: day('2026-05-06') })
    const signatures = [last, stored(own), byHand, stored({ ...byAnn, signedOn: day('2026-10-01') })]
    const inUse = attestationRetention(attestation('jane'), signatures, 1000)
    expect([inUse.isInUse, String(inUse.atLeastThrough)]).toEqual([true, '2033-05-06'])
    const withdrawn = attestationRetention(attestation('jane', { withdrawnAt: 900 }), signatures, 1000)
    expect(withdrawn.isInUse).toBe(false)
    expect(attestationRetention(attestation('max'), signatures, 1000).atLeastThrough).toBeUndefined()
  })
})
