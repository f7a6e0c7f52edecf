import { describe, expect, test } from 'vitest'
import { layOut } from '../layout/layOut.ts'
import { content, type PdfObject, pdfWithPages } from './madePdf.mts'
import { readPdf } from './readPdf.ts'

const LINES = [
  [252, 740, 'FORM 4'],
  [150, 725, 'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP'],
  [72, 700, 'Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue.'],
  [60, 670, '1. Name and Address of Reporting Person'],
  [60, 655, 'Lindqvist Torsten'],
  [300, 670, '5. Relationship of Reporting Person\\(s\\) to Issuer'],
  [320, 650, 'Director'],
  [420, 650, '10% Owner'],
  [320, 630, 'Officer \\(give title below\\)'],
  [320, 610, '6. Individual or Joint/Group Filing'],
  [320, 595, 'Form filed by One Reporting Person'],
  [320, 580, 'Form filed by More than One Reporting Person'],
] as const
const PRINT = LINES.map(([x, y, text]) => `BT /F1 8 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n')

/** A box to tick, 8 points wide, before the label at a place, and what is drawn in it. */
const box = (x: number, y: number, inside = '') => `q 1 0 0 1 ${x - 12} ${y - 1} cm 0 0 8 8 re S ${inside} Q`

const CROSS = '1 1 m 7 7 l S 1 7 m 7 1 l S'
const CHECK = '1 4 m 3 1 l 7 7 l S'

async function ticksOf(drawn: string, entries = '', more: readonly PdfObject[] = []) {
  const { pages } = await readPdf(pdfWithPages([{ content: content(`${PRINT} ${drawn}`), entries }], more))
  const [form] = layOut(
    pages.map(({ page }) => page),
    'pdf',
  )
  const [owner] = form!.owners
  return {
    none: form!.notSubjectToSection16?.state,
    director: owner?.isDirector?.state,
    ten: owner?.isTenPercentOwner?.state,
    officer: owner?.isOfficer?.state,
    one: form!.isOnePerson?.state,
    joint: form!.isJoint?.state,
  }
}

const EMPTY = { none: 'empty', director: 'empty', ten: 'empty', officer: 'empty', one: 'empty', joint: 'empty' }

describe('a box drawn by lines', () => {
  test('is empty where nothing is drawn in it', async () => {
    const boxes = [box(72, 700), box(320, 650), box(420, 650), box(320, 630), box(320, 595), box(320, 580)]
    expect(await ticksOf(boxes.join(' '))).toEqual(EMPTY)
  })

  test('is ticked by two strokes that cross, in either order and without the box', async () => {
    const drawn = [box(72, 700, CROSS), box(320, 650, '1 7 m 7 1 l 1 1 m 7 7 l S'), box(320, 595, CROSS)]
    expect(await ticksOf(drawn.join(' '))).toEqual({ ...EMPTY, none: 'ticked', director: 'ticked', one: 'ticked' })
    expect(await ticksOf(box(320, 630, CROSS).replace('0 0 8 8 re S', ''))).toEqual({ ...EMPTY, officer: 'ticked' })
  })

  test.each([
    ['an angle', CHECK],
    ['a curve', '1 4 m 2 1 3 1 4 2 c 5 3 6 5 7 7 c S'],
    ['one stroke', '1 1 m 7 7 l S'],
    ['a shape that is filled', '1 4 m 3 1 l 7 7 l 3 3 l f'],
    ['a square that is filled', '2 2 4 4 re f'],
  ])('with %s in it is unread, never empty', async (_, inside) => {
    expect(await ticksOf(`${box(420, 650, inside)} ${box(320, 580, inside)}`)).toEqual({
      ...EMPTY,
      ten: 'unread',
      joint: 'unread',
    })
  })

  test('is read by its letter where it has one, whatever else is drawn', async () => {
    const letter = `${CHECK} BT /F1 8 Tf 1 1 Td (X) Tj ET`
    expect(await ticksOf(box(320, 650, letter))).toEqual({ ...EMPTY, director: 'ticked' })
  })

  test('of a fillable form is read by its value, not by its appearance', async () => {
    const states = '/AP << /N << /Yes 7 0 R /Off 7 0 R >> >> /Rect [308 649 316 657]'
    const fields = (value: string) => [
      `<< /Type /Annot /Subtype /Widget /T (f) /FT /Btn /V /${value} /AS /${value} ${states} >>`,
      { entries: '/Type /XObject /Subtype /Form /BBox [0 0 8 8]', data: Buffer.from(CHECK) },
    ]
    for (const [value, state] of [
      ['Yes', 'ticked'],
      ['Off', 'empty'],
    ] as const) {
      expect(await ticksOf('', '/Annots [6 0 R]', fields(value))).toEqual({ ...EMPTY, director: state })
    }
  })
})

test('what is drawn elsewhere is in no cell', async () => {
  const drawn = `q 1 0 0 1 150 654 cm ${CROSS} ${CHECK} Q`
  const { pages } = await readPdf(pdfWithPages([{ content: content(`${PRINT} ${drawn}`) }]))
  expect(pages[0]!.page.drawn?.map(({ text }) => text)).toEqual(['\u2612', '[?]'])
  const [form] = layOut(
    pages.map(({ page }) => page),
    'pdf',
  )
  expect([form!.owners[0]?.name?.text, form!.unplaced]).toEqual(['Lindqvist Torsten', []])
})
