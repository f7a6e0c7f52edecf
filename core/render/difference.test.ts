import { describe, expect, it } from 'vitest'
import type { OwnershipDocument } from '../model/index.ts'
import { readOwnershipXml } from '../read/index.ts'
import type { Change } from './change.ts'
import { differenceOf } from './difference.ts'

/** A line of Table I, invented. */
function line({
  title = 'Common Stock',
  day = '01',
  code = 'S',
  shares = '100',
  price = '10.50',
  note = '',
  owned = '900',
}) {
  return `<nonDerivativeTransaction><securityTitle><value>${title}</value></securityTitle>
<transactionDate><value>2024-03-${day}</value></transactionDate>
<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>${code}</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
<transactionAmounts><transactionShares><value>${shares}</value></transactionShares><transactionPricePerShare><value>${price}</value>${note && `<footnoteId id="${note}"/>`}</transactionPricePerShare><transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>${owned}</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction>`
}

const HOLDING = `<nonDerivativeHolding><securityTitle><value>Common Stock</value></securityTitle>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>7</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership><natureOfOwnership><value>By trust</value></natureOfOwnership></ownershipNature></nonDerivativeHolding>`

interface Parts {
  type?: string
  owner?: string
  flags?: string
  box?: string
  lines?: string[]
  notes?: Record<string, string>
  remarks?: string
  signed?: string
}

function form({
  type = '4',
  owner = '1',
  flags = '',
  box = '',
  lines = [line({})],
  notes = {},
  remarks,
  signed = '04',
}: Parts) {
  const footnotes = Object.entries(notes).map(([id, text]) => `<footnote id="${id}">${text}</footnote>`)
  const { document } = readOwnershipXml(`<?xml version="1.0"?>
<ownershipDocument><schemaVersion>X0508</schemaVersion><documentType>${type}</documentType><periodOfReport>2024-03-01</periodOfReport>
<issuer><issuerCik>0009999991</issuerCik><issuerName>Invented Holdings Inc.</issuerName><issuerTradingSymbol>ZZZQ</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>${owner}</rptOwnerCik><rptOwnerCcc>abc#1234</rptOwnerCcc><rptOwnerName>DOE JANE</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isDirector>1</isDirector>${flags}</reportingOwnerRelationship></reportingOwner>${box}
<nonDerivativeTable>${lines.join('')}</nonDerivativeTable>
<footnotes>${footnotes.join('')}</footnotes>${remarks === undefined ? '' : `<remarks>${remarks}</remarks>`}
<ownerSignature><signatureName>/s/ Jane Doe</signatureName><signatureDate>2024-03-${signed}</signatureDate></ownerSignature></ownershipDocument>`)
  return document as OwnershipDocument
}

const short = ({ kind, place, before, after }: Change) => `${kind} ${place}: ${before ?? '∅'} → ${after ?? '∅'}`
const differences = (before: Parts, after: Parts) => differenceOf(form(before), form(after)).map(short)

describe('differenceOf', () => {
  it('finds nothing in a document and itself', () => {
    const parts = { lines: [line({ note: 'F1' }), HOLDING], notes: { F1: 'A note.' }, remarks: 'None.' }
    expect(differences(parts, parts)).toEqual([])
  })

  it('says a corrected cell by its row and column', () => {
    const before = { lines: [line({}), line({ day: '02', shares: '50', owned: '850' })] }
    const after = { lines: [line({}), line({ day: '02', shares: '500', owned: '850' })] }
    const [change, ...others] = differenceOf(form(before), form(after))
    expect(others).toEqual([])
    expect(change).toMatchObject({ kind: 'changed', place: 'Table I, row 2, column 4', before: '50', after: '500' })
    expect(change?.title).toContain('Amount')
  })

  it('follows a row that moved, and names rows that came or went', () => {
    const before = { lines: [line({ day: '05', code: 'P' }), line({ price: '11.00' }), HOLDING] }
    const after = {
      lines: [line({ price: '12.00' }), HOLDING, line({ title: 'Class B', day: '09', code: 'G', price: '0' })],
    }
    expect(differences(before, after)).toEqual([
      'removed Table I, row 1: Common Stock · 03/05/2024 · P · 100 · D · $10.50 · 900 · D → ∅',
      'changed Table I, row 1, column 4: $11.00 → $12.00',
      'added Table I, row 3: ∅ → Class B · 03/09/2024 · G · 100 · D · $0 · 900 · D',
    ])
  })

  it('does not take a holding for a transaction', () => {
    const changes = differenceOf(form({ lines: [line({})] }), form({ lines: [HOLDING] }))
    expect(changes.map(({ kind, title }) => `${kind} ${title}`).sort()).toEqual([
      'added Holding',
      'removed Transaction',
    ])
  })

  it('compares numbers as values and shows them as filed', () => {
    expect(differences({ lines: [line({ price: '10.500' })] }, { lines: [line({ price: '10.5' })] })).toEqual([])
    expect(differences({ lines: [line({ price: '100' })] }, { lines: [line({ price: '10' })] })).toEqual([
      'changed Table I, row 1, column 4: $100 → $10',
    ])
  })

  it('does not mind new numbers of footnotes, but new marks and new words', () => {
    const noted = { lines: [line({ note: 'F1' })], notes: { F1: 'Sold at 10.00 to 10.50.' } }
    const moved = { lines: [line({ note: 'F2' })], notes: { F1: 'Corrects row 1.', F2: 'Sold at 10.00 to 10.50.' } }
    expect(differences(noted, moved)).toEqual(['added Footnote 1: ∅ → Corrects row 1.'])
    const unmarked = { lines: [line({})], notes: { F1: 'Sold at 10.00 to 10.50.' } }
    expect(differences(noted, unmarked)).toEqual(['changed Table I, row 1, column 4: $10.50 (1) → $10.50'])
    const reworded = { ...noted, notes: { F1: 'Sold at 10.00 to 10.55.' } }
    expect(differenceOf(form(noted), form(reworded))[0]?.words).toEqual([
      { kind: 'same', text: 'Sold at 10.00 to' },
      { kind: 'removed', text: '10.50.' },
      { kind: 'added', text: '10.55.' },
    ])
  })

  it('says what changed above and below the tables', () => {
    const before = { flags: '<isOfficer>0</isOfficer>', remarks: 'One.' }
    const after = {
      type: '4/A',
      flags: '<isOfficer>true</isOfficer><officerTitle>CEO</officerTitle>',
      remarks: 'Two.',
      signed: '05',
    }
    expect(differences(before, after)).toEqual([
      'changed Form type: 4 → 4/A',
      'added Item 5: ∅ → yes',
      'added Item 5: ∅ → CEO',
      'changed Remarks: One. → Two.',
      'changed Signature 1: 03/04/2024 → 03/05/2024',
    ])
  })

  it('tells a 10b5-1 box that is not there from one that is not ticked', () => {
    const box = (value: string) => ({ box: `<aff10b5One>${value}</aff10b5One>` })
    expect(differences({}, box('0'))).toEqual([expect.stringMatching(/^added Box .*: ∅ → no$/)])
    expect(differences(box('0'), box('false'))).toEqual([])
  })

  it('tells owners by their CIK, and never a CCC', () => {
    const changes = differences({ owner: '1' }, { owner: '2' })
    expect(changes).toContain('added Item 1: ∅ → 0000000002')
    expect(changes).toContain('removed Item 1: 0000000001 → ∅')
    expect(changes.join()).not.toContain('abc#1234')
    expect(differences({ owner: '1' }, { owner: '0000000001' })).toEqual([])
  })
})
