/** A filing's number, `0000865752-23-000020`: the sender's CIK, the year, a sequence. Unique; never a party's CIK. */
export type AccessionNumber = string & { readonly brand: 'AccessionNumber' }

/** The dashed form from the dashed or the 18-digit form; `undefined` for anything else (dissemination.md section 1). */
export function parseAccessionNumber(written: string): AccessionNumber | undefined {
  const found = /^\s*(\d{10})-?(\d{2})-?(\d{6})\s*$/.exec(written)
  return found ? (`${found[1]}-${found[2]}-${found[3]}` as AccessionNumber) : undefined
}
