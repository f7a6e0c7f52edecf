/** Text as EDGAR takes it in an exhibit: ASCII, in lines. */

/** Characters that a word processor puts in place of those that were typed. */
const LIKENESSES: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2033': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '--',
  '\u2015': '--',
  '\u2212': '-',
  '\u2026': '...',
  '\u2022': '*',
  '\u00b7': '*',
  '\u00a7': 'Section',
  '\u00a9': '(c)',
  '\u00ae': '(R)',
  '\u2122': '(TM)',
  '\u00bd': '1/2',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\u00ad': '',
  '\u200b': '',
  '\ufeff': '',
}

/** EDGAR's lines of text; longer ones are wrapped at a space. */
const LINE = 80

/**
 * A text with typographic characters as they are typed, white space plain and long lines wrapped at spaces. No letter is
 * replaced by another: one that ASCII does not have stays, and `strange` gives each once; whoever reads it decides.
 */
export function exhibitText(written: string): { text: string; strange: string[] } {
  const plain = written
    .replaceAll(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replaceAll('\t', '    ')
    .replaceAll(/[^\n -~]/gu, (character) => LIKENESSES[character] ?? character)
  const lines = plain.split('\n').flatMap(wrapped)
  const text = `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`
  return { text, strange: strangeIn(text) }
}

/** The characters of a text, each once, that an exhibit must not have. */
export function strangeIn(text: string): string[] {
  return [...new Set(text.match(/[^\r\n\t -~]/gu) ?? [])]
}

function wrapped(line: string): string[] {
  const lines: string[] = []
  let rest = line.trimEnd()
  while (rest.length > LINE) {
    const at = rest.lastIndexOf(' ', LINE)
    // A word as long as a line stays whole; so does what only its indent goes before.
    if (at <= 0 || rest.slice(0, at).trim() === '') break
    lines.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at + 1)
  }
  return [...lines, rest]
}
