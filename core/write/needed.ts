import type { Diagnostic } from '../model/diagnostic.ts'
import type { OwnershipDocument } from '../model/ownershipDocument.ts'
import type { Reported } from '../model/reported.ts'
import { report } from './report.ts'

/**
 * What a form cannot be written for filing without, because nobody can put it in afterwards: its kind, its parties, its
 * dates and a signature (ownership-xml.md section 13, status m). What a line needs is a rule of the form. The schema is
 * that of the day of filing, whatever the period: a Form 4 for a trade of 2003 that is filed now answers the 10b5-1 box
 * too, although no form of 2003 had it (`checkBoxes` says what a form of some day shows); its filer alone knows the answer.
 */
export function needed(document: OwnershipDocument): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const need = (path: string, field: Reported<unknown> | undefined) => {
    if (field === undefined || field.kind === 'absent') {
      diagnostics.push(report('W102', `/ownershipDocument/${path}`, { element: path.replace(/^.*\//, '') }))
    }
  }
  need('documentType', document.documentType)
  need('periodOfReport', document.periodOfReport)
  if (document.documentType.value?.endsWith('/A')) need('dateOfOriginalSubmission', document.dateOfOriginalSubmission)
  if (/^[45]/.test(document.documentType.value ?? '')) need('aff10b5One', document.aff10b5One)
  need('issuer/issuerCik', document.issuer.cik)
  need('issuer/issuerTradingSymbol', document.issuer.tradingSymbol)
  if (document.reportingOwners.length === 0) need('reportingOwner/reportingOwnerId/rptOwnerCik', undefined)
  for (const [i, { id, relationship }] of document.reportingOwners.entries()) {
    need(`reportingOwner[${i + 1}]/reportingOwnerId/rptOwnerCik`, id.cik)
    const { isDirector, isOfficer, isTenPercentOwner, isOther, officerTitle, otherText } = relationship
    const said = [isDirector, isOfficer, isTenPercentOwner, isOther, officerTitle, otherText]
    // The element itself is needed; which of its flags, is a rule of the form.
    need(
      `reportingOwner[${i + 1}]/reportingOwnerRelationship`,
      said.find(({ kind }) => kind !== 'absent'),
    )
  }
  if (document.ownerSignatures.length === 0) need('ownerSignature/signatureName', undefined)
  for (const [i, signature] of document.ownerSignatures.entries()) {
    need(`ownerSignature[${i + 1}]/signatureName`, signature.name)
    need(`ownerSignature[${i + 1}]/signatureDate`, signature.date)
  }
  return diagnostics
}
