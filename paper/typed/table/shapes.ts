import type { ColumnKey } from '@section16/core/facts'

/** How well a text fits a column: 1 it has the column's shape, 0 it may stand there, -1 it belongs elsewhere. */
export type Fit = 1 | 0 | -1

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const DATE = new RegExp(
  `^(?:\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{2}|\\d{4})|\\d{1,2}/(?:\\d{2}|\\d{4})|\\d{4}-\\d{2}-\\d{2}|` +
    `${MONTH} \\d{1,2}(?:, ?| )(?:\\d{2}|\\d{4})|\\d{1,2}[- ]${MONTH}[- ](?:\\d{2}|\\d{4})|\\d{6}|\\d{8})$`,
  'i',
)
const NUMBER = /^\(?\d{1,3}(?:,\d{3})*(?:\.\d+)?\)?(?:\s*(?:shares|shs\.?))?$|^\d+(?:\.\d+)?$|^\.\d+$/i
const MONEY =
  /^(?:US)?\$ ?\d{0,3}(?:,?\d{3})*(?:\.\d+)?(?:\/sh(?:are)?)?(?:\s*per share)?$|^\d+\.\d+$|^\.\d+$|^\$? ?\d+[- ]\d+\/\d+$/i
const NOTHING = /^(?:-+|n\/?a|none|nil|--?0--?|see (?:foot)?note.*|\W*)$/i
const DIRECT = /^\(?[DI]\)?$|^(?:in)?direct(?: ?\([DI]\))?$/i
const ACQUIRED = /^\(?[AD]\)?$|^A, ?D$/i
const CODE = /^\(?[A-Z]\)?(?: ?\(?[1-9]?\)?)?$|^[A-Z](?: ?\/ ?[KVL])$/i
const FLAG = /^[VEX]$/i
/** A letter in brackets may be a footnote's mark. */
const LETTER = /^[([][A-Z][)\]]$/i
const SEVERAL_DAYS = /^(?:various|see |during |monthly|quarterly|from )/i
const WORDS = /[a-z]{2}/i

/** A mark of a footnote, `(1)`, `(a)`, `/1/`, `[Note 1]` or stars, is no part of a shape. */
const MARKS = /\s*(?:[([{](?:[Nn]ote )?(?:\d{1,2}|[a-z])[)\]}]|(?<=^|\s)\/\d{1,2}\/|\*+)$/

/** Columns of one value in one line; the others hold words and may be wrapped. */
export const SCALARS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'conversionOrExercisePrice',
  'transactionDate',
  'deemedExecutionDate',
  'code',
  'voluntary',
  'amount',
  'acquired',
  'disposed',
  'acquiredOrDisposed',
  'exerciseDate',
  'expirationDate',
  'underlyingAmount',
  'price',
  'owned',
  'directOrIndirect',
])

/** How well a cell's text fits a column by its shape alone. */
export function fit(key: ColumnKey, printed: string): Fit {
  const text = printed.replace(MARKS, '').replace(MARKS, '').trim()
  if (NOTHING.test(text)) return 0
  switch (key) {
    case 'transactionDate':
    case 'deemedExecutionDate':
      return DATE.test(text) ? 1 : SEVERAL_DAYS.test(text) || LETTER.test(text) ? 0 : -1
    case 'exerciseDate':
    case 'expirationDate':
      return DATE.test(text) ? 1 : WORDS.test(text) || LETTER.test(text) ? 0 : -1
    case 'code':
      return CODE.test(text) ? 1 : -1
    case 'voluntary':
      return FLAG.test(text) ? 1 : -1
    case 'acquiredOrDisposed':
      return ACQUIRED.test(text) ? 1 : -1
    case 'directOrIndirect':
      return DIRECT.test(text) ? 1 : -1
    case 'price':
    case 'conversionOrExercisePrice':
      return MONEY.test(text) ? 1 : NUMBER.test(text) || isProse(text) || LETTER.test(text) ? 0 : -1
    case 'amount':
    case 'acquired':
    case 'disposed':
    case 'owned':
    case 'underlyingAmount':
      return NUMBER.test(text) ? 1 : MONEY.test(text) ? 0 : isProse(text) || LETTER.test(text) ? 0 : -1
    default:
      return DATE.test(text) || NUMBER.test(text) || MONEY.test(text)
        ? -1
        : WORDS.test(text)
          ? 1
          : LETTER.test(text)
            ? 0
            : -1
  }
}

/** Words rather than a value: `1 for 1`, `varies`. */
function isProse(text: string): boolean {
  return WORDS.test(text) && !DATE.test(text)
}

/** Whether a text is whole by itself: a date with its year, a number with its last three digits. */
export function isWhole(key: ColumnKey, text: string): boolean {
  if (/[,./$-]$/.test(text) && text.length > 1) return false
  if (key === 'transactionDate' || key === 'deemedExecutionDate') return DATE.test(text)
  if (key === 'exerciseDate' || key === 'expirationDate') return DATE.test(text) || !/^\d+[/-]/.test(text)
  return !/,\d{1,2}(?!\d)/.test(text)
}
