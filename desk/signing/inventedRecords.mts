/** Invented people, powers and signatures for the tests of signing. */
import { type AccessionNumber, CalendarDate, type Cik, parseAccessionNumber, parseCik } from '@section16/core/model'
import type {
  Acting,
  Attestation,
  FilingToSign,
  PowerOfAttorney,
  Principal,
  ProposedSignature,
  Signature,
  SigningRecords,
} from './records.ts'

export const cik = (written: string) => parseCik(written) as Cik
export const day = (written: string) => CalendarDate.parse(written) as CalendarDate
export const HASH = 'a'.repeat(64)
export const OTHER_HASH = 'b'.repeat(64)
export const POA_FILING = parseAccessionNumber('0009999990-26-000001') as AccessionNumber

export const JANE = cik('2001')
export const FUND = cik('2002')
export const ISSUER = cik('1001')

export const principals: readonly Principal[] = [
  { kind: 'person', cik: JANE, name: 'Jane Doe', person: 'jane' },
  {
    kind: 'entity',
    cik: FUND,
    name: 'Quill Capital LLC',
    officers: [
      {
        person: 'max',
        name: 'Max Quill',
        title: 'Managing Member',
        from: day('2020-01-01'),
        through: day('2026-12-31'),
      },
    ],
  },
]

export const power: PowerOfAttorney = {
  id: 'poa',
  principal: JANE,
  attorneys: [
    { person: 'ann', name: 'Ann Agent' },
    { person: 'bo', name: 'Bo Clerk' },
  ],
  acting: 'severally',
  issuer: ISSUER,
  forms: ['3', '4', '4/A', '5'],
  signedOn: day('2026-01-15'),
  document: 'c'.repeat(64),
  filedWith: [POA_FILING],
}

export const attestation = (person: string, more: Partial<Attestation> = {}): Attestation => ({
  id: `attestation of ${person}`,
  person,
  document: 'd'.repeat(64),
  signedOn: day('2026-01-02'),
  by: 'clerk',
  at: 100,
  ...more,
})

export const records: SigningRecords = {
  principals,
  powersOfAttorney: [power],
  attestations: ['jane', 'max', 'ann', 'bo'].map((person) => attestation(person)),
  signatures: [],
  approvals: [],
}

export const filing: FilingToSign = {
  contentHash: HASH,
  form: '4',
  issuer: ISSUER,
  owners: [JANE],
  exhibits: [{ kind: 'onFile', powerOfAttorney: 'poa', accessionNumber: POA_FILING }],
  block: [],
}

/** Jane, electronically, herself. */
export const own: ProposedSignature = {
  ofHash: HASH,
  principal: JANE,
  signer: 'jane',
  capacity: { kind: 'self' },
  authentication: { kind: 'electronic', document: 'e'.repeat(64), credential: 'passkey' },
  signedOn: day('2026-03-04'),
}

export const byAnn: ProposedSignature = {
  ...own,
  signer: 'ann',
  capacity: { kind: 'attorney', powerOfAttorney: 'poa' },
}

export const acting = (actor: string): Acting => ({ actor, now: 1000, today: day('2026-03-04') })

/** As stored. */
export const stored = (proposed: ProposedSignature, more: Partial<Signature> = {}): Signature => ({
  id: `${proposed.signer} for ${proposed.principal}`,
  ...proposed,
  by: proposed.signer,
  at: 500,
  ...more,
})
