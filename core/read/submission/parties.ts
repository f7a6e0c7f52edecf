import { parseCik } from '../../model/cik.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { FormerName, HeaderAddress, HeaderEntry, PartyRole, SubmissionParty } from '../../model/submission.ts'
import { findEntry } from './header.ts'
import { dateOf } from './headerValues.ts'
import { report } from './report.ts'

/** A block's role by its label; labelled headers have blanks where tagged ones have hyphens. */
const ROLES: ReadonlyMap<string, PartyRole> = new Map([
  ['ISSUER', 'issuer'],
  ['REPORTING-OWNER', 'reportingOwner'],
  ['SUBJECT COMPANY', 'subjectCompany'],
  ['SUBJECT-COMPANY', 'subjectCompany'],
  ['FILED BY', 'filedBy'],
  ['FILED-BY', 'filedBy'],
  ['FILER', 'filer'],
] as const)

type TextField = 'name' | 'irsNumber' | 'stateOfIncorporation' | 'fiscalYearEnd' | 'organizationName' | 'relationship'

const COMPANY_FIELDS: ReadonlyMap<string, TextField> = new Map([
  ['COMPANY CONFORMED NAME', 'name'],
  ['CONFORMED-NAME', 'name'],
  ['IRS NUMBER', 'irsNumber'],
  ['IRS-NUMBER', 'irsNumber'],
  ['STATE OF INCORPORATION', 'stateOfIncorporation'],
  ['STATE-OF-INCORPORATION', 'stateOfIncorporation'],
  ['FISCAL YEAR END', 'fiscalYearEnd'],
  ['FISCAL-YEAR-END', 'fiscalYearEnd'],
  ['ORGANIZATION NAME', 'organizationName'],
  ['ORGANIZATION-NAME', 'organizationName'],
  ['RELATIONSHIP', 'relationship'],
] as const)

const ADDRESS_FIELDS: ReadonlyMap<string, keyof HeaderAddress> = new Map([
  ['STREET 1', 'street1'],
  ['STREET1', 'street1'],
  ['STREET 2', 'street2'],
  ['STREET2', 'street2'],
  ['CITY', 'city'],
  ['STATE', 'state'],
  ['ZIP', 'zip'],
  ['BUSINESS PHONE', 'phone'],
  ['PHONE', 'phone'],
] as const)

/** `1934 Act` in a labelled header, `34` in a tagged one. */
const LABELLED_ACT = /^19(\d\d) Act$/i
/** `BOTTLED & CANNED SOFT DRINKS [2086]`; owners of old headers have ` []`. */
const LABELLED_SIC = /^([^[\]]*)\[(\d{0,4})\]$/

/** Everybody whom the header names, in its order (dissemination.md sections 2 and 3). */
export function partiesOf(entries: readonly HeaderEntry[], diagnostics: Diagnostic[]): SubmissionParty[] {
  const parties: SubmissionParty[] = []
  for (const entry of entries) {
    const role = ROLES.get(entry.label) ?? (hasCompanyData(entry) ? 'other' : undefined)
    if (role !== undefined) parties.push(readParty(entry, role, diagnostics))
  }
  return parties
}

function hasCompanyData(entry: HeaderEntry): boolean {
  return findEntry(entry.entries, ['COMPANY DATA', 'COMPANY-DATA', 'OWNER DATA', 'OWNER-DATA']) !== undefined
}

function readParty(block: HeaderEntry, role: PartyRole, diagnostics: Diagnostic[]): SubmissionParty {
  const party: SubmissionParty = { role, label: block.label, formerNames: [] }
  for (const entry of block.entries ?? []) {
    switch (entry.label) {
      case 'COMPANY DATA':
      case 'COMPANY-DATA':
      case 'OWNER DATA':
      case 'OWNER-DATA':
        for (const field of entry.entries ?? []) readCompanyField(party, field, diagnostics)
        break
      case 'FILING VALUES':
      case 'FILING-VALUES':
        readFilingValues(party, entry.entries)
        break
      case 'BUSINESS ADDRESS':
      case 'BUSINESS-ADDRESS':
        party.businessAddress ??= readAddress(entry.entries)
        break
      case 'MAIL ADDRESS':
      case 'MAIL-ADDRESS':
        party.mailAddress ??= readAddress(entry.entries)
        break
      case 'FORMER COMPANY':
      case 'FORMER-COMPANY':
      case 'FORMER NAME':
      case 'FORMER-NAME':
        party.formerNames.push(readFormerName(entry.entries, diagnostics))
        break
      default:
        // `<RELATIONSHIP>` of a header before 2003 stands beside the owner's data, not in it.
        readCompanyField(party, entry, diagnostics)
    }
  }
  return party
}

function readCompanyField(party: SubmissionParty, entry: HeaderEntry, diagnostics: Diagnostic[]): void {
  const { label, value } = entry
  if (value === undefined) return
  if (label === 'CENTRAL INDEX KEY' || label === 'CIK') {
    const cik = parseCik(value)
    if (cik !== undefined) party.cik ??= cik
    else report(diagnostics, 'R204', entry.offset, { label, value: value.slice(0, 80), expected: 'CIK' })
  } else if (label === 'STANDARD INDUSTRIAL CLASSIFICATION' || label === 'ASSIGNED-SIC') {
    readSic(party, value)
  } else {
    const field = COMPANY_FIELDS.get(label)
    if (field !== undefined) party[field] ??= value
  }
}

function readSic(party: SubmissionParty, written: string): void {
  const labelled = LABELLED_SIC.exec(written)
  const sic = labelled ? labelled[2] : written
  const description = labelled?.[1]?.trim()
  if (sic) party.sic ??= sic
  if (description) party.sicDescription ??= description
}

function readFilingValues(party: SubmissionParty, entries: readonly HeaderEntry[] | undefined): void {
  for (const { label, value } of entries ?? []) {
    if (value === undefined) continue
    if (label === 'FORM TYPE' || label === 'FORM-TYPE') party.formType ??= value
    else if (label === 'SEC ACT' || label === 'ACT') party.act ??= LABELLED_ACT.exec(value)?.[1] ?? value
    else if (label === 'SEC FILE NUMBER' || label === 'FILE-NUMBER') party.fileNumber ??= value
    else if (label === 'FILM NUMBER' || label === 'FILM-NUMBER') party.filmNumber ??= value
  }
}

function readAddress(entries: readonly HeaderEntry[] | undefined): HeaderAddress {
  const address: HeaderAddress = {}
  for (const { label, value } of entries ?? []) {
    const field = ADDRESS_FIELDS.get(label)
    if (field !== undefined && value !== undefined) address[field] ??= value
  }
  return address
}

function readFormerName(entries: readonly HeaderEntry[] | undefined, diagnostics: Diagnostic[]): FormerName {
  const former: FormerName = {}
  const name = findEntry(entries, ['FORMER CONFORMED NAME', 'FORMER-CONFORMED-NAME'])?.value
  const date = dateOf(findEntry(entries, ['DATE OF NAME CHANGE', 'DATE-CHANGED']), diagnostics)
  if (name !== undefined) former.name = name
  if (date !== undefined) former.dateOfChange = date
  return former
}
