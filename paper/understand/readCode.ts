import { transactionCodes } from '@section16/core/facts'
import {
  BLANK,
  type CorrectionReason,
  corrected,
  doubted,
  isBlankMark,
  misfit,
  open,
  plainly,
  type Reading,
} from './reading.ts'

/** What stands in the column of the transaction code: the letter, `/K`, the form a line belonged on, perhaps the V. */
export interface CodeReading {
  readonly code: Reading
  /** `/K`: an equity swap. */
  readonly isSwap: boolean
  /** `3`, `4` or `5` behind the code of a Form 5. */
  readonly formType: string | undefined
  readonly isVoluntary: boolean
}

const NOTHING = { isSwap: false, formType: undefined, isVoluntary: false }

/** Signs that OCR takes code letters for. */
const LETTER_OF: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', '|': 'I', 5: 'S', 6: 'G', 2: 'Z' }

/** The code of a line, `S/K`, `P4`, `A V`. A letter that is no code is kept and doubted; several codes are a misfit. */
export function readTransactionCode(printed: string): CodeReading {
  const text = printed.trim().replace(/\s+/g, ' ')
  if (isBlankMark(text)) return { code: BLANK, ...NOTHING }
  const found = /^([\p{L}0-9|])(?:\s?(\/\s?K))?\s?([345])?(?:\s(V))?$/iu.exec(text)
  if (!found) return { code: misfit(text), ...NOTHING }
  const [, sign = '', swap, formType, voluntary] = found
  return { code: codeOf(sign), isSwap: swap !== undefined, formType, isVoluntary: voluntary !== undefined }
}

function codeOf(sign: string): Reading {
  if (transactionCodes.has(sign)) return plainly(sign)
  const capital = sign.toUpperCase()
  if (transactionCodes.has(capital)) return corrected(capital, 'lowerCase')
  const letter = LETTER_OF[sign]
  if (letter !== undefined) return corrected(letter, 'digitForLetter')
  return doubted({ ...plainly(capital), certainty: 0.5 }, 'unknownCode')
}

/** One of two letters, as words, in brackets, in small letters, or misread. */
interface Choice {
  readonly letter: string
  readonly words: RegExp
  readonly misread: RegExp
}

const ACQUIRED_DISPOSED: readonly Choice[] = [
  { letter: 'A', words: /^acq(?:uired|\.)?$/i, misread: /^4$/ },
  { letter: 'D', words: /^disp(?:osed(?: of)?|\.)?$/i, misread: /^[0OQ]$/ },
]

const DIRECT_INDIRECT: readonly Choice[] = [
  { letter: 'D', words: /^dir(?:ect|\.)?$/i, misread: /^[0OQ]$/ },
  { letter: 'I', words: /^ind(?:irect|\.|ir\.)?$/i, misread: /^[1l|!]$/ },
]

/** `A` or `D` of Table I. */
export function readAcquiredDisposed(printed: string): Reading {
  return choice(printed, ACQUIRED_DISPOSED)
}

/** `D` or `I`. */
export function readDirectIndirect(printed: string): Reading {
  return choice(printed, DIRECT_INDIRECT)
}

function choice(printed: string, choices: readonly Choice[]): Reading {
  const text = printed.trim()
  if (isBlankMark(text)) return BLANK
  const bare = text.replace(/^[([]\s*(.*?)\s*[)\]]$/, '$1').replace(/\.$/, '')
  for (const { letter, words, misread } of choices) {
    if (text === letter) return plainly(letter)
    if (bare.toUpperCase() === letter) return corrected(letter, because(text, bare))
    if (words.test(bare)) return corrected(letter, 'word')
    if (misread.test(bare)) return corrected(letter, 'digitForLetter')
  }
  return /^.{1,2}$/.test(bare) ? open(choices.map(({ letter }) => letter)) : misfit(text)
}

function because(text: string, bare: string): CorrectionReason {
  return text === bare ? 'lowerCase' : 'brackets'
}

/** Column V: a V, however written, or nothing. `undefined` where something else stands there. */
export function readVoluntary(printed: string): boolean | undefined {
  const text = printed.trim()
  if (isBlankMark(text)) return false
  return /^[([]?\s*[Vv]\s*[)\]]?$/.test(text) ? true : undefined
}
