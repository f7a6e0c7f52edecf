/**
 * Letters and signs that OCR takes digits for. What two prints of one word share is another question: `folded` in
 * `labels/likeness.ts` puts 6 with g and 8 with b, where here b is a 6 and g a 9.
 */
const DIGIT_OF: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  b: '6',
  B: '8',
  g: '9',
  q: '9',
}

/** A text with a digit for each letter that OCR takes one for; all else stays. */
export function withDigits(text: string): string {
  return text.replace(/./gsu, (letter) => DIGIT_OF[letter] ?? letter)
}
