import type { PaperTick } from '../../form/paperForm.ts'

type State = PaperTick['state']

/** Letters of Wingdings that are boxes and crosses; a filled square could be either. */
const WINGDINGS: Readonly<Record<string, State>> = {
  o: 'empty',
  q: 'empty',
  '\u00a8': 'empty',
  '\u006d': 'empty',
  x: 'ticked',
  '\u00fd': 'ticked',
  '\u00fe': 'ticked',
  '\u00fc': 'ticked',
  '\u00fb': 'ticked',
  '\u0052': 'ticked',
  '\u0054': 'ticked',
  n: 'unread',
}

/** What a letter of a symbol font draws; `undefined`: no box. Both code pages are met: `x` and U+F078. */
export function symbolState(letter: string): State | undefined {
  const code = letter.codePointAt(0) ?? 0
  return WINGDINGS[code >= 0xf000 && code <= 0xf0ff ? String.fromCodePoint(code - 0xf000) : letter]
}

const TICKED = /^[[({|_]*(?:[xX✓✔√☒☑✗✘]|XX)[\])}|_]*$/
const EMPTY = /^(?:\[[_.]*\]|\([_.]*\)|\{[_.]*\}|_+|[☐□▢❑❏◻]|\|_*\|)$/

/** Whether a text is a box to tick and how it stands; `undefined` where it is none. */
export function signState(text: string): State | undefined {
  const sign = text.replace(/\s+/g, '')
  return TICKED.test(sign) ? 'ticked' : EMPTY.test(sign) ? 'empty' : undefined
}

/** What a picture of a box shows, by its name and the words that stand for it; `undefined`: it is none. */
export function pictureState(words: string): State | undefined {
  const sign = signState(words.trim())
  if (sign !== undefined) return sign
  if (!/check|tick|box/i.test(words)) return undefined
  if (/un_?check|not.?check|no_?check|empty|blank|off\b|_n\b/i.test(words)) return 'empty'
  return /checked|check_?mark|tick|on\b|_y\b|_x\b|xbox/i.test(words) ? 'ticked' : 'unread'
}
