import { readFileSync } from 'node:fs'
import { readOwnershipXml } from '@section16/core/read'
import { writeOwnershipXml } from '@section16/core/write'
import { describe, expect, test } from 'vitest'
import type { PaperCell, PaperForm } from '../form/paperForm.ts'
import { wordsOfFields } from '../form/wordsOfFields.ts'
import type { Word } from '../page/page.ts'
import { understand } from '../understand/understand.ts'
import { readMarkdownForms } from './readMarkdownForms.ts'
import { textLines, wordsIn } from './textLines.ts'

const SEED = readFileSync(new URL('../../cases/seed/form4.txt', import.meta.url), 'utf8')
const SEED_XML = readFileSync(new URL('../../cases/seed/form4.xml', import.meta.url), 'utf8')

const spelled = (words: readonly Word[]) =>
  words.map(({ text, place }) => `${place.top}:${place.left} ${text}`).toSorted()

function only(text: string): PaperForm {
  const forms = readMarkdownForms(text)
  expect(forms).toHaveLength(1)
  return forms[0]!
}

const text = (cell: PaperCell | undefined) => cell?.text

describe('the seed', () => {
  const form = only(SEED)

  test('is read as it is printed', () => {
    expect(form.kind).toBe('ocrText')
    expect([form.form, form.isAmendment, form.edition, text(form.ombExpires)]).toEqual([
      '4',
      false,
      '2012',
      'December 31, 2014',
    ])
    expect(text(form.issuer)).toBe('SONUS NETWORKS INC [SONS]')
    expect(text(form.periodOfReport)).toBe('05/07/2003')
    expect(form.dateOfOriginalSubmission).toBeUndefined()
    const [owner] = form.owners
    expect(Object.keys(owner!)).not.toContain('street1')
    expect(text(owner?.name)).toBe('SEVERINO PAUL J')
    expect(
      [owner?.isDirector, owner?.isOfficer, owner?.isTenPercentOwner, owner?.isOther].map((tick) => tick?.state),
    ).toEqual(['ticked', 'empty', 'empty', 'empty'])
    expect([form.isOnePerson, form.isJoint, form.notSubjectToSection16].map((tick) => tick?.state)).toEqual([
      'ticked',
      'empty',
      'empty',
    ])
    expect(form.rows.I).toEqual([])
    expect(
      form.rows.II.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell.text]))),
    ).toEqual([
      {
        securityTitle: 'Non- qualified Stock Option (right to buy)',
        conversionOrExercisePrice: '3.31',
        transactionDate: '05/07/2003',
        code: 'A',
        acquired: '10,000',
        exerciseDate: '05/07/2004',
        expirationDate: '05/07/2013',
        underlyingTitle: 'Common Stock',
        underlyingAmount: '10,00 0',
        price: '$33,100',
        owned: '10,000 0',
        directOrIndirect: 'D',
      },
    ])
    expect(form.rows.II[0]?.exerciseDate?.marks).toEqual(['1'])
    expect(form.footnotes.map(({ mark, text: said }) => [mark, said.text])).toEqual([
      ['1', SEED.match(/^1\. (The option vests.*)$/m)?.[1]],
    ])
    expect(form.signatures.map(({ name, date }) => [text(name), text(date)])).toEqual([
      ['/s/ Paul J. Severino', '05/09/2003'],
    ])
  })

  test('loses no word, and leaves none unplaced', () => {
    expect(spelled(wordsOfFields(form))).toEqual(spelled(textLines(SEED).flatMap(wordsIn)))
    expect(form.unplaced).toEqual([])
  })

  test('names its noise', () => {
    const noise = form.ignored
      .filter(({ why }) => why === 'noise')
      .map(({ words }) => words.map((word) => word.text).join(' '))
    expect(noise).toEqual(
      expect.arrayContaining([expect.stringContaining('Letimeted augrees burdon'), 'OMB AP', ', 3', '00/00/2']),
    )
  })

  test('becomes the XML of the case, byte for byte', () => {
    const { document } = understand(form)
    expect(`${writeOwnershipXml(document)}\n`).toBe(SEED_XML)
    expect(readOwnershipXml(writeOwnershipXml(document)).outcome).toBe('read')
  })

  test('says of every number that was repaired what it was, and flags the total in the column of the price', () => {
    const { fields } = understand(form)
    const flagged = [...fields.values()].filter(({ isFlagged }) => isFlagged)
    expect(flagged.map(({ path, value, words }) => `${path.replace(/^.*\//, '')} ${value} ${words}`)).toEqual([
      'transactionPricePerShare 33100 $33,100',
      'sharesOwnedFollowingTransaction 10000 10,000 0',
      'underlyingSecurityShares 10000 10,00 0',
    ])
  })
})

/** A print of another filing, laid out as Markdown tables: nobody in it is real. */
const PIPED = `# FORM 4/A

**UNITED STATES SECURITIES AND EXCHANGE COMMISSION**
Washington, D.C. 20549

[ ] Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).

STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP

Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934, Section 17(a) of the Public Utility Holding Company Act of 1935 or Section 30(h) of the Investment Company Act of 1940

| 1. Name and Address of Reporting Person* EXAMPLE ADA B | 2. Issuer Name and Ticker or Trading Symbol INVENTED WIDGETS INC [INVW] | 5. Relationship of Reporting Person(s) to Issuer (Check all applicable) |
|---|---|---|
| (Last) (First) (Middle) | 3. Date of Earliest Transaction (Month/Day/Year) 03/04/2005 | ☐ Director ☒ 10% Owner |
| 1 NOWHERE ROAD | | ☒ Officer (give title below) ☐ Other (specify below) |
| (Street) | 4. If Amendment, Date of Original Filed (Month/Day/Year) 03/08/2005 | Chief Example Officer |
| NEW TOWN NY 10022 | | 6. Individual or Joint/Group Filing (Check Applicable Line) |
| (City) (State) (Zip) | | ☒ Form filed by One Reporting Person |
| | | ☐ Form filed by More than One Reporting Person |

Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned

| 1. Title of Security (Instr. 3) | 2. Transaction Date (Month/Day/Year) | 2A. Deemed Execution Date, if any (Month/Day/Year) | 3. Transaction Code (Instr. 8) | | 4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5) | | | 5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4) | 6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4) | 7. Nature of Indirect Beneficial Ownership (Instr. 4) |
|---|---|---|---|---|---|---|---|---|---|---|
| | | | Code | V | Amount | (A) or (D) | Price | | | |
| Common Stock | 03/04/2005 | | S | | 1,000<sup>(1)</sup> | D | $10.5 | 5,000 | D | |
| Common Stock | | | | | | | | 700 | I | By Trust<sup>(2)</sup> |

Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)

| 1. Title of Derivative Security (Instr. 3) | 2. Conversion or Exercise Price of Derivative Security | 3. Transaction Date (Month/Day/Year) |
|---|---|---|

Explanation of Responses:

1. Sold under a plan.
2. The trust is the daughter's.

Remarks: An invented
filing.

/s/ Ada B. Example 03/09/2005

** Signature of Reporting Person Date
`

describe('another print', () => {
  test('in tables of pipes, with lines in both kinds', () => {
    const form = only(PIPED)
    expect([form.form, form.isAmendment, form.edition]).toEqual(['4', true, '2003'])
    expect(text(form.dateOfOriginalSubmission)).toBe('03/08/2005')
    const [owner] = form.owners
    expect(
      [owner?.name, owner?.street1, owner?.city, owner?.state, owner?.zipCode, owner?.officerTitle].map(text),
    ).toEqual(['EXAMPLE ADA B', '1 NOWHERE ROAD', 'NEW TOWN', 'NY', '10022', 'Chief Example Officer'])
    expect(
      [owner?.isDirector, owner?.isTenPercentOwner, owner?.isOfficer, owner?.isOther].map((tick) => tick?.state),
    ).toEqual(['empty', 'ticked', 'ticked', 'empty'])
    expect(
      form.rows.I.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, { text: said, marks }]) => [key, [said, ...marks].join('^')]),
        ),
      ),
    ).toEqual([
      {
        securityTitle: 'Common Stock',
        transactionDate: '03/04/2005',
        code: 'S',
        amount: '1,000^1',
        acquiredOrDisposed: 'D',
        price: '$10.5',
        owned: '5,000',
        directOrIndirect: 'D',
      },
      { securityTitle: 'Common Stock', owned: '700', directOrIndirect: 'I', natureOfOwnership: 'By Trust^2' },
    ])
    expect(form.rows.II).toEqual([])
    expect(form.footnotes.map((note) => note.text.text)).toEqual(['Sold under a plan.', "The trust is the daughter's."])
    expect(text(form.remarks)).toBe('An invented filing.')
    expect(form.signatures.map(({ name, date }) => [text(name), text(date)])).toEqual([
      ['/s/ Ada B. Example', '03/09/2005'],
    ])
    expect(form.unplaced).toEqual([])
    expect(spelled(wordsOfFields(form))).toEqual(spelled(textLines(PIPED).flatMap(wordsIn)))
  })
})

test('two forms in one text are two forms', () => {
  expect(readMarkdownForms(`${SEED}\n\n${PIPED}`).map(({ form, isAmendment }) => `${form} ${isAmendment}`)).toEqual([
    '4 false',
    '4 true',
  ])
})

test('a text without a label of a form is none', () => {
  expect(readMarkdownForms('# A recipe\n\n| flour | 500 g |\n')).toEqual([])
  expect(readMarkdownForms('')).toEqual([])
})

/** The seed with other words in it, and its noise elsewhere. */
const VARIANTS: readonly [string, (seed: string) => string, Record<string, string>][] = [
  [
    'other persons',
    (seed) =>
      seed
        .replace('SEVERINO PAUL J', 'EXAMPLE ADA')
        .replace('SONUS NETWORKS INC [SONS]', 'INVENTED WIDGETS INC [INVW]'),
    { owner: 'EXAMPLE ADA', issuer: 'INVENTED WIDGETS INC [INVW]' },
  ],
  [
    'labels with other misreadings',
    (seed) =>
      seed
        .replace('Name and Address of Reporting', 'Narne ancl Addross of Roporting')
        .replace('Issuer Name', 'lssuer Narne'),
    { owner: 'SEVERINO PAUL J', issuer: 'SONUS NETWORKS INC [SONS]' },
  ],
  [
    'an officer',
    (seed) =>
      seed
        .replace('X Directo\tr', 'Directo\tr')
        .replace('Officer below)', 'X Officer below)')
        .replace('\t6.\t6. Individual', '\tCEO\t6. Individual'),
    { owner: 'SEVERINO PAUL J', issuer: 'SONUS NETWORKS INC [SONS]' },
  ],
  [
    'a column more',
    (seed) => seed.replaceAll('\t', '\t\t'),
    { owner: 'SEVERINO PAUL J', issuer: 'SONUS NETWORKS INC [SONS]' },
  ],
  [
    'noise between the lines',
    (seed) => seed.replace('Explanation of Responses:', '~ . ,\n\nExplanation of Responses:'),
    { owner: 'SEVERINO PAUL J', issuer: 'SONUS NETWORKS INC [SONS]' },
  ],
]

test.each(VARIANTS)('the seed with %s', (_, change, expected) => {
  const changed = change(SEED)
  expect(changed).not.toBe(SEED)
  const form = only(changed)
  expect({ owner: text(form.owners[0]?.name), issuer: text(form.issuer) }).toEqual(expected)
  expect(form.rows.II.map(({ price }) => text(price))).toEqual(['$33,100'])
  expect(spelled(wordsOfFields(form))).toEqual(spelled(textLines(changed).flatMap(wordsIn)))
})

describe('further persons', () => {
  const BOX = [
    '1. Name and Address of Reporting Person*\t\t5. Relationship of Reporting Person(s) to Issuer (Check all applicable)',
    'EXAMPLE HOLDINGS LP\t\t',
    '(Last) (First) (Middle)\t\tDirector\tX 10% Owner',
    '7 ROPEWALK\t\t',
    '(Street)\t\t',
    'BATH ME 04599\t\t',
    '(City) (State) (Zip)\t\t',
  ].join('\n')
  const PARTICULARS = [
    'Joint Filer Information',
    'Name: Example Partners LLC',
    'Address: 7 Ropewalk',
    'Bath, ME 04599',
    'Designated Filer: SEVERINO PAUL J',
  ].join('\n')
  const named = ({ owners }: PaperForm) => owners.map(({ name }) => text(name))

  test.each([
    ['below the tables', SEED.replace('Explanation of Responses:', `${BOX}\n\nExplanation of Responses:`)],
    ['above the tables', SEED.replace(/^.*ole I - Non-De/m, `${BOX}\n$&`)],
    ['on a continuation page', `${SEED}\n\nPage 1 of 2\n\nFORM 4 (continued)\n${BOX}\nPage 2 of 2\n`],
  ])('%s are read, and nothing else changes', (_, printed) => {
    const [form, alone] = [only(printed), only(SEED)]
    expect(named(form)).toEqual(['SEVERINO PAUL J', 'EXAMPLE HOLDINGS LP'])
    const [, second] = form.owners
    expect([second?.street1, second?.city, second?.state, second?.zipCode].map(text)).toEqual([
      '7 ROPEWALK',
      'BATH',
      'ME',
      '04599',
    ])
    expect([second?.isDirector?.state, second?.isTenPercentOwner?.state]).toEqual(['empty', 'ticked'])
    expect(form.rows.II.map(Object.keys)).toEqual(alone.rows.II.map(Object.keys))
    expect(form.footnotes.map(({ text: said }) => said.text)).toEqual(
      alone.footnotes.map(({ text: said }) => said.text),
    )
    expect(form.signatures.map(({ name }) => text(name))).toEqual(['/s/ Paul J. Severino'])
    expect(spelled(wordsOfFields(form))).toEqual(spelled(textLines(printed).flatMap(wordsIn)))
  })

  test('listed as joint filers are read, and what no box of the form says is left over', () => {
    const form = only(`${SEED}\n\n${PARTICULARS}\n`)
    expect(named(form)).toEqual(['SEVERINO PAUL J', 'Example Partners LLC'])
    expect(form.owners[1]?.address?.lines).toEqual(['7 Ropewalk', 'Bath, ME 04599'])
    expect(form.unplaced.map(({ text: said }) => said)).toContain('Designated Filer: SEVERINO PAUL J')
  })

  test('who is named again is one person, and what is said of him only there is his', () => {
    const form = only(`${SEED}\n\n${BOX.replace('EXAMPLE HOLDINGS LP', 'SEVERINO PAUL J')}\n`)
    expect(named(form)).toEqual(['SEVERINO PAUL J'])
    expect([form.owners[0]?.street1, form.owners[0]?.zipCode].map(text)).toEqual(['7 ROPEWALK', '04599'])
    expect(form.owners[0]?.isDirector?.state).toBe('ticked')
  })

  test('a name below a signature is nobody new', () => {
    expect(named(only(`${SEED}\n\nName: Paul J. Severino\nTitle: Chairman\n`))).toEqual(['SEVERINO PAUL J'])
  })

  test('that the form speaks of and does not name are missed', () => {
    const printed = SEED.replace('X Form f', 'Form f').replace('Form filed by More', 'X Form filed by More')
    expect(understand(only(printed)).diagnostics.map(({ code }) => code)).toContain('P135')
    const both = understand(only(`${printed}\n\n${BOX}\n`))
    expect(both.document.reportingOwners.map(({ id }) => id.name.value)).toEqual([
      'SEVERINO PAUL J',
      'EXAMPLE HOLDINGS LP',
    ])
    expect(both.diagnostics.map(({ code }) => code)).not.toContain('P135')
  })
})
