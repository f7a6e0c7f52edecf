import { clean as cleanText } from '../clean.ts'

/** Filed text made safe for a terminal. With `ascii` nothing beyond ASCII is left: accents fall off, the rest is `?`. */
export function clean(text: string, ascii: boolean): string {
  const safe = cleanText(text)
  return ascii ? toAscii(safe) : safe
}

const PLAIN: Record<string, string> = { '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '-', '…': '...' }

function toAscii(text: string): string {
  return text
    .replace(/[‘’“”–—…]/g, (c) => PLAIN[c] as string)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\n\x20-\x7e]/gu, '?')
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u

/** How many columns a character takes: 0 for a combining one, 2 for an East Asian wide one, else 1. */
export function columnsOf(character: string): 0 | 1 | 2 {
  if (character < '\u0300') return 1
  if (/\p{M}/u.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}
