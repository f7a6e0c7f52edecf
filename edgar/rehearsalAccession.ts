/** What a rehearsal's accession numbers are told by, for those who give them and those who get them. */

/** No filer has this CIK, nor will one soon: EDGAR counts up from 1 and stands at about two millions. */
export const REHEARSAL_SENDER = '9016000016'

/** Whether an accession number was given by a rehearsal. */
export function isRehearsalAccession(accessionNumber: string): boolean {
  return accessionNumber.startsWith(`${REHEARSAL_SENDER}-`)
}
