import type { Page, Place, Word } from '../page/page.ts'
import { applied, type Matrix } from './matrix.ts'

/** What pdf.js tells of a field of a fillable form. */
export interface FieldAnnotation {
  readonly subtype?: string
  readonly rect?: readonly number[]
  readonly fieldValue?: unknown
  readonly checkBox?: boolean
  readonly radioButton?: boolean
  readonly exportValue?: string
  readonly buttonValue?: string
  readonly hidden?: boolean
}

/** Fields read of a page; a form has some two hundred. */
const MOST = 5000

/**
 * A page with the values of a fillable form's fields that it does not show by itself: files whose fields have no
 * appearance. A value whose place already has words is there for all to see, but for an empty box under a ticked one.
 * What is drawn in a box to tick its value says.
 */
export function withFields(page: Page, annotations: readonly FieldAnnotation[], view: Matrix): Page {
  const words = [...page.words]
  let drawn = page.drawn ?? []
  for (const field of annotations.slice(0, MOST)) {
    const { subtype, rect, hidden } = field
    if (subtype !== 'Widget' || hidden === true || rect?.length !== 4) continue
    const place = placeOf(rect, page.number, view)
    if (page.words.some((word) => isWithin(word.place, place) && !isEmptyBox(field, word))) continue
    words.push(...spread(textOf(field), place))
    if (isTick(field)) drawn = drawn.filter((sign) => !isWithin(sign.place, place))
  }
  return { ...page, words, drawn }
}

const isTick = ({ checkBox, radioButton }: FieldAnnotation): boolean => checkBox === true || radioButton === true

const isEmptyBox = (field: FieldAnnotation, { text }: Word): boolean => isTick(field) && /^[\u2610\u25a1]$/.test(text)

function textOf(field: FieldAnnotation): string {
  const { fieldValue, checkBox, exportValue, buttonValue } = field
  if (isTick(field)) {
    const on = checkBox === true ? exportValue : buttonValue
    return typeof fieldValue === 'string' && fieldValue === on && on !== 'Off' ? '\u2612' : '\u2610'
  }
  return typeof fieldValue === 'string' ? fieldValue : ''
}

function placeOf(rect: readonly number[], page: number, view: Matrix): Place {
  const [a, b] = applied(view, rect[0]!, rect[1]!)
  const [c, d] = applied(view, rect[2]!, rect[3]!)
  return { page, left: Math.min(a, c), right: Math.max(a, c), top: Math.min(b, d), bottom: Math.max(b, d) }
}

function isWithin(word: Place, { left, top, right, bottom }: Place): boolean {
  const [x, y] = [(word.left + word.right) / 2, (word.top + word.bottom) / 2]
  return x >= left && x <= right && y >= top && y <= bottom
}

/** Words of a value over its field's place: lines below one another, letters of one width. */
function spread(value: string, place: Place): Word[] {
  const lines = value.split(/\r\n?|\n/).slice(0, 100)
  const step = (place.bottom - place.top) / lines.length
  const longest = Math.max(1, ...lines.map(({ length }) => length))
  const letter = Math.min((place.right - place.left) / longest, Math.min(step, 12) * 0.5)
  return lines.flatMap((line, n) =>
    [...line.matchAll(/\S+/g)].map(
      ({ 0: text, index }): Word => ({
        text,
        place: {
          page: place.page,
          left: place.left + index * letter,
          right: place.left + (index + text.length) * letter,
          top: place.top + n * step,
          bottom: place.top + n * step + Math.min(step, 12),
        },
        certainty: 1,
      }),
    ),
  )
}
