import { Footnote, reported } from '@section16/core/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash } from './contentHash.ts'
import { copyDocument } from './copy.ts'
import { draftDifference } from './draftDifference.ts'
import { draft, line } from './inventedForms.mts'

const made = () =>
  draft([line('2024-03-04 S 100 @ 14.50 -> 900', { notes: ['F1'] }), line('2024-03-04 S 50 @ 15 -> 850')], {}, [
    'Note.',
  ]).document

describe('draftDifference', () => {
  it('finds nothing between a draft and itself', () => {
    expect(draftDifference(made(), copyDocument(made()))).toEqual([])
  })

  it('says a changed cell, and lines that came or went, as the form prints them', () => {
    const after = made()
    after.nonDerivativeTable.rows[1]!.amounts.shares = reported('decimal', '60')
    after.nonDerivativeTable.rows.push(line('-> 7', { nature: 'I By Trust' }))
    expect(draftDifference(made(), after).map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      'changed Table I, row 2, column 4',
      'added Table I, row 3',
    ])
  })

  it('says what no form prints: the order of lines, an answer that was left open', () => {
    const turned = made()
    turned.nonDerivativeTable.rows.reverse()
    expect(draftDifference(made(), turned)).not.toEqual([])
    const answered = made()
    answered.notSubjectToSection16 = reported('boolean', '0')
    expect(draftDifference(made(), answered)).toMatchObject([{ kind: 'added', before: undefined, after: '0' }])
  })

  it('never shows a CCC', () => {
    const secret = made()
    secret.reportingOwners[0]!.id.ccc = reported('text', 'abc#1234')
    expect(draftDifference(made(), secret)).toEqual([])
  })

  it('is never silent where the content that is signed differs', async () => {
    const change = fc.constantFrom<(one: ReturnType<typeof made>) => void>(
      ({ nonDerivativeTable: { rows } }) => {
        rows.reverse()
      },
      (one) => {
        one.remarks = reported('text', 'New.')
      },
      ({ footnotes }) => {
        footnotes.footnotes = [new Footnote('F1', 'Other.')]
      },
      ({ nonDerivativeTable: { rows } }) => {
        rows[0]!.coding.formType = reported('text', '5')
      },
      ({ nonDerivativeTable: { rows } }) => {
        rows[0]!.coding.equitySwapInvolved = reported('boolean', '1')
      },
      ({ nonDerivativeTable: { rows } }) => {
        rows[1]!.securityTitle = reported('text', 'Common Stock', { footnotes: ['F1'] })
      },
      ({ reportingOwners: [owner] }) => {
        owner!.relationship.isOther = reported('boolean', '0')
      },
      () => undefined,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 3 }), async (some) => {
        const after = made()
        for (const one of some) one(after)
        const isSame = (await contentHash(made())).hash === (await contentHash(after)).hash
        expect(draftDifference(made(), after).length === 0).toBe(isSame)
      }),
      { numRuns: 60 },
    )
  })
})
