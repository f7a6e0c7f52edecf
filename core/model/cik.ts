/** A Central Index Key as EDGAR prints it: ten digits, zeros in front. The identity of an issuer or owner. */
export type Cik = string & { readonly brand: 'Cik' }

/**
 * Ten digits from one to ten digits, white space around them ignored; `undefined` for anything else.
 * Compare CIKs only in this form: leading zeros are optional in a filing (ownership-xml.md section 7, rule 27).
 */
export function parseCik(written: string): Cik | undefined {
  const digits = written.trim()
  if (digits.length < 1 || digits.length > 10) return undefined
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i)
    if (digit < 48 || digit > 57) return undefined
  }
  return digits.padStart(10, '0') as Cik
}
