/** What stands in every output where a CCC was read: as long as a CCC, and none (submission.md section 2). */
export const MASKED_CCC = '********'

/** Verbatim markup with the text of every `rptOwnerCcc` element masked. */
export function maskCccMarkup(markup: string): string {
  return markup.includes('rptOwnerCcc') ? markup.replace(/(<rptOwnerCcc\b[^>]*>)[^<]+/g, `$1${MASKED_CCC}`) : markup
}
