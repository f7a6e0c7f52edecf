import { check } from '@section16/core/check'
import { messageOf } from '@section16/core/facts'
import {
  Issuer,
  OwnerSignature,
  OwnershipDocument,
  ReportingOwner,
  ReportingOwnerId,
  reported,
} from '@section16/core/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signingDiagnostics } from './diagnostics.ts'
import {
  acting,
  byAnn,
  cik,
  day,
  FUND,
  filing,
  HASH,
  ISSUER,
  JANE,
  OTHER_HASH,
  own,
  power,
  principals,
  records,
  stored,
} from './inventedRecords.mts'
import { type FilingRules, mayFile } from './mayFile.ts'
import { type FilingToSign, filingToSign, type Signature, type SigningRecords } from './records.ts'

const when = acting('clerk')
const jane = stored(own)
const fund = stored({ ...own, principal: FUND, signer: 'max', capacity: { kind: 'officer' } })
const ann = stored(byAnn)
const bo = stored({ ...byAnn, signer: 'bo' }, { at: 600 })
const jointly = { powersOfAttorney: [{ ...power, acting: 'jointly' as const }] }

const line = (name: string, date = '2026-03-04') => ({ name, date: day(date) })
const JANES = line('/s/ Jane Doe')
const FUNDS = line('/s/ Quill Capital LLC, by Max Quill, Managing Member')

interface Case {
  filing?: Partial<FilingToSign>
  records?: Partial<SigningRecords>
  rules?: FilingRules
}

const decide = (signatures: readonly Signature[], one: Case = {}) =>
  mayFile({ ...filing, ...one.filing }, { ...records, signatures, ...one.records }, when, one.rules)

const codes = ({ reasons }: { reasons: readonly { code: string }[] }) => reasons.map(({ code }) => code)

describe('what may be filed', () => {
  it.each<[string, readonly Signature[], Case]>([
    ['signed by its owner', [jane], { filing: { block: [JANES] } }],
    ['signed by two owners', [fund, jane], { filing: { owners: [JANE, FUND], block: [JANES, FUNDS] } }],
    ['in the order of the owners', [jane, fund], { filing: { owners: [FUND, JANE], block: [FUNDS, JANES] } }],
    ['signed by an attorney', [ann], { filing: { block: [line('/s/ Ann Agent, attorney-in-fact for Jane Doe')] } }],
    [
      'signed by both attorneys, who act jointly',
      [bo, ann],
      {
        filing: { block: [line('/s/ Ann Agent and Bo Clerk, attorneys-in-fact for Jane Doe')] },
        records: jointly,
      },
    ],
    [
      'signed twice: the first counts',
      [bo, ann, stored(own, { at: 700 })],
      { filing: { block: [line('/s/ Ann Agent, attorney-in-fact for Jane Doe')] } },
    ],
    [
      'signed by one of two, and then by the owner',
      [ann, stored(own, { at: 700 })],
      { filing: { block: [JANES] }, records: jointly },
    ],
    [
      'signed by hand the day before',
      [stored({ ...own, authentication: { kind: 'manual', document: 'f' }, signedOn: day('2026-03-03') })],
      { filing: { block: [line('/s/ Jane Doe', '2026-03-03')] } },
    ],
    [
      'approved by two',
      [jane],
      {
        filing: { block: [JANES] },
        rules: { approvals: 2 },
        records: { approvals: [approval('ann'), approval('bo')] },
      },
    ],
    [
      'by a power that ran out since it was signed',
      [{ ...ann, signedOn: day('2026-03-03') }],
      {
        filing: { block: [line('/s/ Ann Agent, attorney-in-fact for Jane Doe', '2026-03-03')] },
        records: { powersOfAttorney: [{ ...power, through: day('2026-03-03') }] },
      },
    ],
  ])('%s', (_, signatures, one) => {
    const decision = decide(signatures, one)
    expect(decision.reasons).toEqual([])
    expect(decision.allowed).toBe(true)
    expect(decision.block).toEqual(one.filing?.block)
  })
})

describe('what blocks a filing', () => {
  const longName = 'x'.repeat(300)
  const table: readonly [string, string, readonly Signature[], Case][] = [
    ['D340', 'nobody signed', [], {}],
    ['D340', 'one of two owners has not signed', [jane], { filing: { owners: [JANE, FUND], block: [JANES] } }],
    ['D340', 'a signature of other content', [stored(own, { ofHash: OTHER_HASH })], { filing: { block: [JANES] } }],
    [
      'D340',
      'a power revoked since',
      [ann],
      { records: { powersOfAttorney: [{ ...power, revokedOn: day('2026-03-04') }] } },
    ],
    ['D340', 'a signature of tomorrow', [stored(own, { at: 1001 })], {}],
    ['D340', 'a signature that somebody else recorded', [stored(own, { by: 'clerk' })], {}],
    ['D340', 'an owner nobody knows', [jane], { filing: { owners: [JANE, cik('9')] } }],
    ['D341', 'one of two who act jointly', [ann], { records: jointly }],
    ['D342', 'no owner', [], { filing: { owners: [] } }],
    ['D343', 'a block that nobody wrote', [jane], {}],
    ['D343', 'a typed block', [jane], { filing: { block: [line('/s/ J. Doe')] } }],
    ['D343', 'another day', [jane], { filing: { block: [line('/s/ Jane Doe', '2026-03-03')] } }],
    ['D343', 'a line more', [jane], { filing: { block: [JANES, FUNDS] } }],
    [
      'D344',
      'a line that does not fit',
      [jane],
      {
        filing: { block: [line(`/s/ ${longName}`)] },
        records: { principals: [{ kind: 'person', cik: JANE, name: longName, person: 'jane' }] },
      },
    ],
    [
      'D345',
      'one approval of two',
      [jane],
      { filing: { block: [JANES] }, rules: { approvals: 2 }, records: { approvals: [approval('ann')] } },
    ],
    [
      'D345',
      'one person twice',
      [jane],
      {
        filing: { block: [JANES] },
        rules: { approvals: 2 },
        records: { approvals: [approval('ann'), approval('ann')] },
      },
    ],
    [
      'D345',
      'an approval of other content',
      [jane],
      { filing: { block: [JANES] }, rules: { approvals: 1 }, records: { approvals: [approval('ann', OTHER_HASH)] } },
    ],
  ]
  it.each(table)('%s: %s', (code, _, signatures, one) => {
    const decision = decide(signatures, one)
    expect(codes(decision)).toEqual([code])
    expect(decision.allowed).toBe(false)
    expect(messageOf(decision.reasons[0]!, signingDiagnostics)).not.toMatch(/[{}]|undefined/)
  })

  it('has a test for each reason of filing', () => {
    const tested = new Set(table.map(([code]) => code))
    expect(Object.keys(signingDiagnostics).filter((code) => code >= 'D340' && !tested.has(code))).toEqual([])
  })

  it('says who is missing among those who act jointly', () => {
    expect(decide([ann], { records: jointly }).reasons[0]?.data).toEqual({
      power: 'poa',
      missing: 'Bo Clerk',
      name: 'Jane Doe',
    })
  })

  it('tells which records are void, and why', () => {
    const old = { approvals: [approval('ann', OTHER_HASH)] }
    const { voidSignatures, voidApprovals } = decide([stored(own, { ofHash: OTHER_HASH })], { records: old })
    const why = [{ code: 'D302', data: { ofHash: OTHER_HASH, contentHash: HASH } }]
    expect(voidSignatures).toMatchObject([{ record: { signer: 'jane' }, reasons: why }])
    expect(voidApprovals).toMatchObject([{ record: { by: 'ann' }, reasons: why }])
  })
})

describe('properties', () => {
  const everything: Case = {
    filing: {
      owners: [JANE, FUND],
      block: [line('/s/ Ann Agent and Bo Clerk, attorneys-in-fact for Jane Doe'), FUNDS],
    },
    records: { ...jointly, approvals: [approval('x')] },
    rules: { approvals: 1 },
  }

  it('any change of content voids every signature and approval', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (contentHash) => {
        fc.pre(contentHash !== HASH)
        const before = decide([ann, bo, fund], everything)
        const after = decide([ann, bo, fund], { ...everything, filing: { ...everything.filing, contentHash } })
        expect([before.allowed, before.voidSignatures, before.voidApprovals]).toEqual([true, [], []])
        expect([after.allowed, after.voidSignatures.length, after.voidApprovals.length]).toEqual([false, 3, 1])
        expect(codes(after)).toEqual(['D340', 'D340', 'D345'])
      }),
    )
  })

  it('the order in which joint owners sign, and in which records are given, does not matter', () => {
    const all = [ann, bo, fund, jane, stored(own, { ofHash: OTHER_HASH, id: 'old' })]
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 5, maxLength: 5 }),
        (some, times) => {
          const moved = some.map((one) => ({ ...one, at: Math.max(times[all.indexOf(one)]!, 101) }))
          const given = decide(moved, everything)
          const sorted = decide(
            moved.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
            everything,
          )
          expect([given.allowed, given.reasons, given.block]).toEqual([sorted.allowed, sorted.reasons, sorted.block])
        },
      ),
    )
  })

  it('a form is filed only if every owner has a line', () => {
    fc.assert(
      fc.property(fc.subarray([ann, bo, fund, jane]), (some) => {
        const { allowed, owners } = decide(some, everything)
        const isSigned = owners.every((one) => one.line !== undefined)
        expect(allowed && !isSigned).toBe(false)
        expect(isSigned).toBe(some.includes(fund) && (some.includes(jane) || (some.includes(ann) && some.includes(bo))))
      }),
    )
  })
})

describe('filingToSign', () => {
  it('takes the facts from the document, and core finds no fault in the generated block', () => {
    const document = new OwnershipDocument()
    document.documentType = reported('text', '4')
    document.issuer = new Issuer()
    document.issuer.cik = reported('cik', ISSUER)
    document.reportingOwners = principals.map(({ cik: number, name }) => {
      const owner = new ReportingOwner()
      owner.id = new ReportingOwnerId()
      owner.id.cik = reported('cik', number)
      owner.id.name = reported('text', name)
      return owner
    })
    const { exhibits } = filing
    const { block } = decide([ann, fund], { filing: filingToSign(document, HASH, exhibits) })
    document.ownerSignatures = block.map(({ name, date }) => {
      const signature = new OwnerSignature()
      signature.name = reported('text', name)
      signature.date = reported('date', String(date))
      return signature
    })
    const facts = filingToSign(document, HASH, exhibits)
    expect(facts).toEqual({ contentHash: HASH, form: '4', issuer: ISSUER, owners: [JANE, FUND], exhibits, block })
    expect(decide([ann, fund], { filing: facts }).allowed).toBe(true)
    const signatureRules = new Set(['C522', 'C524', 'C705', 'C706', 'C707'])
    expect(check(document).filter(({ code }) => signatureRules.has(code))).toEqual([])
  })
})

function approval(by: string, ofHash = HASH) {
  return { id: `${by} ${ofHash.slice(0, 4)}`, ofHash, by, at: 700 }
}
