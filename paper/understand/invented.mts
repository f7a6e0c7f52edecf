import type { ColumnKey } from '@section16/core/facts'
import type { PaperCell, PaperForm, PaperKind, PaperRow, PaperTick } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'

/** A cell of a form nobody filed: its lines between `\n`, all in one place, its marks behind `^`. */
export function cell(printed: string, certainty = 1): PaperCell {
  const [said = '', ...marks] = printed.split('^')
  const lines = said.split('\n')
  const place = { page: 1, left: 10, top: 20, right: 90, bottom: 30 }
  const words = said
    .split(/\s+/)
    .filter(Boolean)
    .map((text): Word => ({ text, place, certainty }))
  return { text: lines.join(' '), lines: lines.length > 1 ? lines : [], marks, words }
}

export function tick(state: PaperTick['state']): PaperTick {
  return { state, words: [] }
}

export function row(cells: Partial<Record<ColumnKey, string>>, certainty = 1): PaperRow {
  return Object.fromEntries(Object.entries(cells).map(([key, printed]) => [key, cell(printed, certainty)]))
}

/** A Form 4 of Ada Example, director of Invented Widgets Inc, with nothing in its tables. */
export function form(kind: PaperKind, parts: Partial<PaperForm> = {}): PaperForm {
  return {
    kind,
    form: '4',
    isAmendment: false,
    edition: '2012',
    owners: [
      {
        name: cell('Example Ada'),
        isDirector: tick('ticked'),
        isOfficer: tick('empty'),
        isTenPercentOwner: tick('empty'),
        isOther: tick('empty'),
      },
    ],
    issuer: cell('INVENTED WIDGETS INC [INVW]'),
    periodOfReport: cell('03/04/2003'),
    tables: new Set(['I', 'II']),
    rows: { I: [], II: [] },
    footnotes: [],
    signatures: [{ name: cell('/s/ Ada Example'), date: cell('03/06/2003') }],
    ignored: [],
    unplaced: [],
    ...parts,
  }
}
