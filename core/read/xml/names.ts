const START =
  ':A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}' +
  '\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}'

const NAME = new RegExp(`[${START}][${START}.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}-]*`, 'uy')

/** The offset after the XML name (XML 1.0 section 2.3) that begins at `start`, or `start` where none begins. */
export function endOfName(source: string, start: number): number {
  // Names of the schema are ASCII letters and digits; the regular expression serves everything else.
  let at = start
  let c = source.charCodeAt(at)
  if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) {
    do c = source.charCodeAt(++at)
    while ((c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57))
    if (c === 62 || c === 32 || c === 47 || c === 61) return at
  }
  NAME.lastIndex = start
  return NAME.test(source) ? NAME.lastIndex : start
}

/** The offset of the first character at or after `start` that is not XML white space. */
export function skipSpace(source: string, start: number): number {
  let at = start
  for (;;) {
    const c = source.charCodeAt(at)
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return at
    at++
  }
}
