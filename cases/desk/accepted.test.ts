/**
 * What the recipes make goes the whole way: draft, signature, submission file, accepted by the rehearsal EDGAR, one for
 * all of them; and what is broken in them is refused there. `npm run test:full -- desk` breaks many more.
 */

import { readOwnershipXml } from '@section16/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { contentHash } from '../../desk/drafting/index.ts'
import { recipes } from '../../desk/recipes/index.ts'
import {
  findingsOf,
  type GoldenForm,
  goldenForm,
  goldenNames,
  mutationOf,
  mutationOutcome,
  publicFilings,
  rehearsalOfGoldens,
  sent,
} from '../../tools/testing/deskForms.ts'
import { Random } from '../../tools/testing/random.ts'
import { textMutations } from '../../tools/testing/textMutations.ts'
import { schemaComplaints } from '../../tools/testing/xsd.ts'

const names = goldenNames()
const edgar = rehearsalOfGoldens()

test('every recipe has a golden but that of a death, which is no form', () => {
  expect(names).toEqual(
    recipes
      .map(({ name }) => name)
      .filter((name) => name !== 'death')
      .toSorted(),
  )
})

describe.each(names.map((name, i) => [name, i % 2 === 0 ? 'jane' : 'ann'] as const))(
  '%s, signed by %s',
  (name, signer) => {
    let form: GoldenForm
    beforeAll(async () => {
      form = await goldenForm(name, signer)
    })

    test('is signed by its records, nothing is found, and the schemas take it', () => {
      const line = signer === 'jane' ? '/s/ Jane Quill' : '/s/ Ann Agent, attorney-in-fact for Jane Quill'
      expect(form.document.ownerSignatures.map(({ name: one, date }) => [one.value, date.written])).toEqual([
        [line, '2026-06-03'],
      ])
      expect(findingsOf(form.document)).toEqual([])
      expect(schemaComplaints(form.xml, form.document.documentType.value ?? '')).toEqual([])
      expect(schemaComplaints(form.submission, 'edgarSubmission')).toEqual([])
    })

    test('is accepted, and everybody sees what was signed, without the CCC', async () => {
      const { status, errors, xml = '' } = sent(edgar, form.submission, 'LIVE')
      expect({ status, errors }).toEqual({ status: 'DISSEMINATED', errors: [] })
      expect(xml).not.toContain('fern#26q')
      const { document } = readOwnershipXml(xml)
      expect((await contentHash(document!)).hash).toBe(form.hash)
    })
  },
)

test('the one rehearsal EDGAR has them all', () => {
  expect(publicFilings(edgar)).toHaveLength(names.length)
})

describe('broken', () => {
  let forms: GoldenForm[]
  beforeAll(async () => {
    forms = await Promise.all(names.map((name) => goldenForm(name, 'jane')))
  })

  test('150 random changes: refused where they make it invalid, accepted where not', () => {
    const outcomes: Record<string, number> = {}
    for (let n = 0; n < 150; n++) {
      const { name, kinds, xml } = mutationOf(forms, 6, n)
      const { outcome, why, errors } = mutationOutcome(edgar, xml)
      outcomes[outcome] = 1 + (outcomes[outcome] ?? 0)
      const isWrong = outcome === 'slipped' || outcome === 'harsh'
      expect(isWrong ? { n, name, kinds, why, errors } : undefined).toBeUndefined()
    }
    expect(outcomes.refused).toBeGreaterThan(75)
    expect(outcomes.accepted).toBeGreaterThan(10)
  }, 60_000)

  test('what both readings once took differently', () => {
    const changed = (name: string, from: RegExp, to: string) => {
      const xml = forms.find((form) => form.name === name)?.xml ?? ''
      expect(xml).toMatch(from)
      return mutationOutcome(edgar, xml.replace(from, to))
    }
    // White space around an xs:ID is no part of it; a nature of ownership has a text, not a footnote alone; a CDATA section
    // hides what stands in it.
    expect(changed('option-grant', /<\/footnote>/, '<![CDATA[ ]] > ]]></footnote>')).toMatchObject({
      outcome: 'accepted',
    })
    expect(changed('option-grant', /<footnote id="F1"/, '<footnote id="F1 "')).toMatchObject({ outcome: 'accepted' })
    expect(changed('option-grant', /<footnoteId id="F1"/, '<footnoteId id=" F1"')).toMatchObject({
      outcome: 'accepted',
    })
    expect(changed('fund-distribution', /<value>By Fern[^<]*</, '<value> <')).toMatchObject({ why: ['C246'] })
  })

  test('each rule that no schema sees, broken in two forms that have a place for it, is refused', () => {
    const broken = Object.entries(textMutations).flatMap(([code, change]) => {
      const changed = forms.flatMap(({ name, xml }) => {
        const text = change(xml, new Random(6))
        return text === undefined ? [] : [{ name, text }]
      })
      return changed.slice(0, 2).map(({ name, text }) => ({ code, name, ...mutationOutcome(edgar, text) }))
    })
    const meant = broken.filter(({ code, why }) => why.includes(code))
    expect(meant.filter(({ outcome }) => outcome !== 'refused')).toEqual([])
    expect(new Set(meant.map(({ code }) => code)).size).toBeGreaterThan(15)
  }, 60_000)
})
