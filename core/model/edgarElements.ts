/**
 * Elements that EDGAR puts in itself; a value a filer gives draws a warning and is dropped (ownership-xml.md rule 22).
 */
export const EDGAR_ELEMENTS: ReadonlySet<string> = new Set([
  'schemaVersion',
  'issuerName',
  'rptOwnerName',
  'noSecuritiesOwned',
  'form3HoldingsReported',
  'form4TransactionsReported',
  'rptOwnerStateDescription',
  'rptOwnerGoodAddress',
])
