import { createHash } from 'node:crypto'
import { Footnote, type OwnershipDocument, reported } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { writeOwnershipXml, writeSubmissionForm } from '@section16/core/write'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash, draftHash } from './contentHash.ts'
import { copyDocument } from './copy.ts'
import { day, draft, HEADER, line, signed } from './inventedForms.mts'

const made = () =>
  draft(
    [line('2024-03-04 S 100 @ 14.50 -> 900', { notes: ['F1'] }), line('2024-03-04 S 50 @ 15 -> 850')],
    { remarks: 'A remark.' },
    ['A note.'],
  ).document

const hashOf = async (document: OwnershipDocument, exhibits?: Parameters<typeof contentHash>[1]) =>
  (await contentHash(document, exhibits)).hash

const bytes = (text: string) => new TextEncoder().encode(text)

describe('contentHash', () => {
  it('is of the XML as it will be filed, up to the signatures', async () => {
    const document = signed(made())
    const xml = writeSubmissionForm(document).xml ?? ''
    const content = xml.slice(0, xml.indexOf('    <ownerSignature>'))
    expect(content).toContain('</footnotes>')
    expect(await hashOf(document)).toBe(createHash('sha256').update(content).digest('hex'))
  })

  it('is the same whoever has signed, with a CCC and without, and after writing and reading', async () => {
    const hash = await hashOf(made())
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await hashOf(signed(made()))).toBe(hash)
    const secret = made()
    secret.reportingOwners[0]!.id.ccc = reported('text', 'abc#1234')
    expect(await hashOf(secret)).toBe(hash)
    const read = readOwnershipXml(writeOwnershipXml(signed(made()))).document
    expect(await hashOf(read as OwnershipDocument)).toBe(hash)
  })

  const changes: readonly [string, (document: OwnershipDocument) => void][] = [
    [
      'the form type',
      (one) => {
        one.documentType = reported('text', '5')
      },
    ],
    [
      'the date',
      (one) => {
        one.periodOfReport = reported('date', '2024-03-03')
      },
    ],
    [
      'the amendment’s box',
      (one) => {
        one.dateOfOriginalSubmission = reported('date', '2024-03-03')
      },
    ],
    [
      'the 10b5-1 box',
      (one) => {
        one.aff10b5One = reported('boolean', '1')
      },
    ],
    [
      'the exit box',
      (one) => {
        one.notSubjectToSection16 = reported('boolean', '1')
      },
    ],
    [
      'the issuer',
      (one) => {
        one.issuer.cik = reported('cik', '1002')
      },
    ],
    [
      'an owner',
      (one) => {
        one.reportingOwners[0]!.id.cik = reported('cik', '2002')
      },
    ],
    [
      'a relationship',
      (one) => {
        one.reportingOwners[0]!.relationship.isOfficer = reported('boolean', '0')
      },
    ],
    [
      'the remarks',
      (one) => {
        one.remarks = reported('text', 'A remark')
      },
    ],
    [
      'a footnote',
      (one) => {
        one.footnotes.footnotes = [new Footnote('F1', 'Another note.')]
      },
    ],
    [
      'the order of lines',
      (one) => {
        one.nonDerivativeTable.rows.reverse()
      },
    ],
    [
      'a line',
      (one) => {
        one.nonDerivativeTable.rows.pop()
      },
    ],
    [
      'an amount',
      (one) => {
        one.nonDerivativeTable.rows[1]!.amounts.shares = reported('decimal', '51')
      },
    ],
    [
      'a mark',
      (one) => {
        one.nonDerivativeTable.rows[1]!.securityTitle = reported('text', 'Common Stock', { footnotes: ['F1'] })
      },
    ],
  ]
  it.each(changes)('changes with %s', async (_, change) => {
    const document = copyDocument(made())
    change(document)
    expect(await hashOf(document)).not.toBe(await hashOf(made()))
  })

  it('does not change with the spelling of a number, nor with what EDGAR puts in itself', async () => {
    const document = made()
    document.nonDerivativeTable.rows[1]!.amounts.shares = reported('decimal', '50.00')
    document.issuer.name = reported('text', 'Another Name')
    document.schemaVersion = reported('text', 'X0609')
    expect(await hashOf(document)).toBe(await hashOf(made()))
  })

  it('binds exhibits that are content, and neither powers of attorney nor letters', async () => {
    const hash = await hashOf(made())
    const exhibit = (type: string, text = 'Text.', name = 'a.txt') => [{ type, name, bytes: bytes(text) }]
    for (const type of ['EX-24', 'EX-24.1', 'CORRESP', 'COVER']) expect(await hashOf(made(), exhibit(type))).toBe(hash)
    const bound = await hashOf(made(), exhibit('EX-99'))
    expect(bound).not.toBe(hash)
    expect(await hashOf(made(), exhibit('EX-99', 'Text!'))).not.toBe(bound)
    expect(await hashOf(made(), exhibit('EX-99', 'Text.', 'b.txt'))).not.toBe(bound)
  })

  it('is not there for a form that can’t be written, and says why', async () => {
    const document = made()
    document.issuer.tradingSymbol = reported('text', undefined)
    const { hash, diagnostics } = await contentHash(document)
    expect(hash).toBeUndefined()
    expect(diagnostics.map(({ code, at }) => [code, at.path])).toEqual([
      ['W102', '/ownershipDocument/issuer/issuerTradingSymbol'],
    ])
  })

  it('tells any two different amounts apart', async () => {
    const of = (shares: number) => hashOf(draft([line(`2024-03-04 S ${shares} @ 1 -> 1`)]).document)
    await fc.assert(
      fc.asyncProperty(fc.nat(1e9), fc.nat(1e9), async (a, b) => {
        expect((await of(a)) === (await of(b))).toBe(a === b)
      }),
      { numRuns: 30 },
    )
  })
})

describe('draftHash', () => {
  it('is of every draft, finished or not, and changes with the signature too', async () => {
    const bare = draft([], { periodOfReport: day('2024-03-04'), issuer: { cik: HEADER.issuer.cik } }).document
    expect(await draftHash(bare)).toMatch(/^[0-9a-f]{64}$/)
    expect(await draftHash(made())).toBe(await draftHash(made()))
    const tight = writeOwnershipXml(made())
      .replace(/>\s+</g, '><')
      .replace('<issuerCik>', '<!-- by hand -->  <issuerCik>')
    const read = readOwnershipXml(tight).document as OwnershipDocument
    expect(writeOwnershipXml(read)).toBe(tight)
    expect(await draftHash(read)).toBe(await draftHash(made()))
    expect(await draftHash(signed(made()))).not.toBe(await draftHash(made()))
  })
})
