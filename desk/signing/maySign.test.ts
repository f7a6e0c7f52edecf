import { messageOf } from '@section16/core/facts'
import { describe, expect, it } from 'vitest'
import { signingDiagnostics } from './diagnostics.ts'
import {
  acting,
  attestation,
  byAnn,
  cik,
  day,
  FUND,
  filing,
  HASH,
  JANE,
  OTHER_HASH,
  own,
  power,
  records,
  stored,
} from './inventedRecords.mts'
import { maySign } from './maySign.ts'
import type { FilingToSign, PowerOfAttorney, ProposedSignature, SigningRecords } from './records.ts'

interface Case {
  filing?: Partial<FilingToSign>
  signs?: Partial<ProposedSignature>
  records?: Partial<SigningRecords>
  actor?: string
}

const decide = (base: ProposedSignature, one: Case) => {
  const proposed = { ...base, ...one.signs }
  return maySign(
    { ...filing, ...one.filing },
    proposed,
    { ...records, ...one.records },
    acting(one.actor ?? proposed.signer),
  )
}

const withPower = (more: Partial<PowerOfAttorney>): Case => ({
  records: { powersOfAttorney: [{ ...power, ...more }] },
})

const byHand = { kind: 'manual', document: 'f'.repeat(64) } as const

describe('what may be signed', () => {
  const joint = { owners: [JANE, FUND] }
  const allowed: readonly [string, ProposedSignature, Case][] = [
    ['by oneself, electronically', own, {}],
    ['by hand, uploaded by a preparer', own, { signs: { authentication: byHand }, actor: 'clerk' }],
    [
      'by hand, dated on paper before it was uploaded',
      own,
      { signs: { authentication: byHand, signedOn: day('2026-03-03') } },
    ],
    ['by hand, without an attestation', own, { signs: { authentication: byHand }, records: { attestations: [] } }],
    [
      'by an officer in office',
      own,
      { filing: joint, signs: { principal: FUND, signer: 'max', capacity: { kind: 'officer' } } },
    ],
    ['by an attorney', byAnn, {}],
    ['by the other attorney', byAnn, { signs: { signer: 'bo' } }],
    ['by a power for all issuers', byAnn, withPower({ issuer: 'all' })],
    ['on the last day of a power', byAnn, withPower({ through: day('2026-03-04') })],
    ['on the first day of a power', byAnn, withPower({ signedOn: day('2026-03-04') })],
    [
      'by a power that is revoked or superseded later',
      byAnn,
      withPower({ revokedOn: day('2026-03-05'), supersededOn: day('2026-03-05') }),
    ],
    ['with EX-24 attached', byAnn, { filing: { exhibits: [{ kind: 'attached', powerOfAttorney: 'poa' }] } }],
    ['an amendment that the power names', byAnn, { filing: { form: '4/A' } }],
    [
      'what was signed as other content before',
      own,
      { records: { signatures: [stored(own, { ofHash: OTHER_HASH })] } },
    ],
    ['for an owner for whom another has signed', own, { records: { signatures: [stored(byAnn)] } }],
    [
      'after a new attestation',
      own,
      { records: { attestations: [attestation('jane', { withdrawnAt: 200 }), attestation('jane', { at: 300 })] } },
    ],
  ]
  it.each(allowed)('%s', (_, base, one) => {
    const { reasons, allowed: isAllowed, signature } = decide(base, one)
    expect(reasons).toEqual([])
    expect(isAllowed).toBe(true)
    expect(signature).toEqual({ ...base, ...one.signs, by: one.actor ?? one.signs?.signer ?? base.signer, at: 1000 })
  })
})

describe('what blocks a signature', () => {
  const table: readonly [string, string, ProposedSignature, Case][] = [
    ['D301', 'for somebody who is no owner', own, { signs: { principal: cik('9') } }],
    ['D302', 'other content', own, { signs: { ofHash: OTHER_HASH } }],
    ['D303', 'a preparer’s act', own, { actor: 'clerk' }],
    ['D304', 'somebody else as the owner', own, { signs: { signer: 'ann' } }],
    ['D304', 'an entity by itself', own, { filing: { owners: [FUND] }, signs: { principal: FUND } }],
    ['D305', 'an officer of no one', own, { signs: { capacity: { kind: 'officer' } } }],
    ['D305', 'an officer not yet in office', own, { ...officer('2026-03-05', '2027-01-01') }],
    ['D305', 'an officer no longer in office', own, { ...officer('2020-01-01', '2026-03-03') }],
    ['D306', 'an owner nobody recorded', own, { records: { principals: [] } }],
    ['D307', 'signed already', own, { records: { signatures: [stored(own)] } }],
    ['D310', 'no authentication document', own, { signs: { authentication: { ...byHand, document: '' } } }],
    ['D311', 'a day that has not come', own, { signs: { authentication: byHand, signedOn: day('2026-03-05') } }],
    ['D312', 'no attestation', own, { records: { attestations: [attestation('ann')] } }],
    [
      'D313',
      'an attestation later than the signature',
      own,
      { records: { attestations: [attestation('jane', { at: 1001 })] } },
    ],
    [
      'D313',
      'an attestation of a later day',
      own,
      { records: { attestations: [attestation('jane', { signedOn: day('2026-03-05') })] } },
    ],
    [
      'D314',
      'an attestation that was withdrawn',
      own,
      { records: { attestations: [attestation('jane', { withdrawnAt: 1000 })] } },
    ],
    [
      'D315',
      'no credential',
      own,
      { signs: { authentication: { kind: 'electronic', document: 'e', credential: '' } } },
    ],
    ['D316', 'an electronic signature dated back', own, { signs: { signedOn: day('2026-03-03') } }],
    ['D320', 'a power nobody recorded', byAnn, { records: { powersOfAttorney: [] } }],
    ['D321', 'a power that names others', byAnn, withPower({ attorneys: [{ person: 'bo', name: 'Bo Clerk' }] })],
    ['D322', 'a power of another owner', byAnn, withPower({ principal: FUND })],
    ['D323', 'a power for another issuer', byAnn, withPower({ issuer: cik('1002') })],
    ['D323', 'a form without an issuer', byAnn, { filing: { issuer: undefined } }],
    ['D324', 'a power for other forms', byAnn, withPower({ forms: ['3', '5'] })],
    ['D324', 'an amendment that the power does not name', byAnn, { filing: { form: '5/A' } }],
    ['D325', 'a power later than the signature', byAnn, withPower({ signedOn: day('2026-03-05') })],
    ['D325', 'a power that begins later', byAnn, withPower({ from: day('2026-03-05') })],
    ['D326', 'a power that has expired', byAnn, withPower({ through: day('2026-03-03') })],
    ['D327', 'a power revoked that day', byAnn, withPower({ revokedOn: day('2026-03-04') })],
    ['D328', 'a power superseded that day', byAnn, withPower({ supersededOn: day('2026-03-04') })],
    ['D329', 'a filing that says nothing of EX-24', byAnn, { filing: { exhibits: [] } }],
    ['D330', 'a filing that does not carry the power', byAnn, withPower({ filedWith: [] })],
  ]
  it.each(table)('%s: %s', (code, _, base, one) => {
    const { allowed, reasons, signature } = decide(base, one)
    expect(reasons.map((reason) => reason.code)).toEqual([code])
    expect(allowed).toBe(false)
    expect(signature).toBeUndefined()
    const [first] = reasons
    const message = messageOf(first!, signingDiagnostics)
    expect(message).not.toMatch(/[{}]|undefined/)
    expect(signingDiagnostics[code]?.source).toMatch(/\w/)
  })

  it('says every reason at once', () => {
    const many = { ...withPower({ forms: [], through: day('2026-02-01') }), actor: 'clerk' }
    const { reasons } = decide({ ...byAnn, ofHash: OTHER_HASH }, many)
    expect(reasons.map(({ code }) => code)).toEqual(['D302', 'D324', 'D326', 'D303'])
    expect(reasons[0]).toMatchObject({
      at: { path: '/ownershipDocument/reportingOwner[1]' },
      data: { contentHash: HASH },
    })
  })

  it('has a test for each reason that is not one of filing', () => {
    const tested = new Set(table.map(([code]) => code))
    expect(Object.keys(signingDiagnostics).filter((code) => code < 'D340' && !tested.has(code))).toEqual([])
  })
})

function officer(from: string, through: string): Case {
  const officers = [{ person: 'max', name: 'Max Quill', title: 'Member', from: day(from), through: day(through) }]
  return {
    filing: { owners: [FUND] },
    signs: { principal: FUND, signer: 'max', capacity: { kind: 'officer' } },
    records: { principals: [{ kind: 'entity', cik: FUND, name: 'Quill Capital LLC', officers }] },
  }
}
