/**
 * Filed text made safe to show: line ends of every kind become `\n`, blanks of every kind one blank, characters that
 * are not to be seen (bidi controls, zero widths, variation selectors) go, and those that would act on a terminal or
 * that nobody can show (controls, lone surrogates, private use) become U+FFFD.
 */
export function clean(text: string): string {
  // Nearly all filed text is printable ASCII.
  if (/^[\x20-\x7e]*$/.test(text)) return text
  return text
    .replace(/\r\n|[\r\n\v\f\x85\u2028\u2029]/g, '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[^\n\P{C}]/gu, '\ufffd')
}
