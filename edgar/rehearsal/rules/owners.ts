/** Issuer and owners. Source: specification 5.5, sections 2, 3.3, 4.3.2 and 5. */
import { child, type Element, textAt } from '../xmlTree.ts'
import { type Finding, type Form, isTrue } from './rule.ts'

/** What EDGAR knows of filers. CIKs are ten digits. */
export interface FilersKnown {
  isFiler(cik: string): boolean
  hasCcc(cik: string, ccc: string): boolean
  /** Whether the sender may file for it. */
  mayFileFor(cik: string): boolean
}

/** Ten digits of what a document says as a CIK; '' where that is none. */
export function cikIn(text: string): string {
  return /^\d{1,10}$/.test(text) ? text.padStart(10, '0') : ''
}

/** Rule 25. */
export function* issuerFindings({ root }: Form, filers: FilersKnown): Generator<Finding> {
  const issuer = child(root, 'issuer')
  const cik = cikIn(textAt(issuer, 'issuerCik'))
  if (issuer && !filers.isFiler(cik))
    yield {
      name: 'issuerUnknown',
      content: `issuerCik ${cik} is no filer's.`,
      at: child(issuer, 'issuerCik') ?? issuer,
    }
}

/** Rules 26 to 32. */
export function* ownerFindings({ owners }: Form, filers: FilersKnown): Generator<Finding> {
  const met = new Set<string>()
  for (const owner of owners) {
    const id = child(owner, 'reportingOwnerId') ?? owner
    const cik = cikIn(textAt(id, 'rptOwnerCik'))
    const at = child(id, 'rptOwnerCik') ?? id
    if (met.has(String(Number(cik))))
      yield { name: 'ownerTwice', content: `rptOwnerCik ${cik} stands there twice.`, at }
    met.add(String(Number(cik)))
    yield* identityFindings(id, cik, at, filers)
    yield* relationshipFindings(child(owner, 'reportingOwnerRelationship'), owner)
    yield* addressFindings(child(owner, 'reportingOwnerAddress'))
  }
}

function* identityFindings(id: Element, cik: string, at: Element, filers: FilersKnown): Generator<Finding> {
  if (!filers.isFiler(cik)) {
    yield { name: 'ownerUnknown', content: `rptOwnerCik ${cik} is no filer's.`, at }
    return
  }
  if (!filers.hasCcc(cik, textAt(id, 'rptOwnerCcc')))
    yield {
      name: 'ccc',
      content: `The rptOwnerCcc of ${cik} is missing or invalid.`,
      at: child(id, 'rptOwnerCcc') ?? id,
    }
  if (!filers.mayFileFor(cik))
    yield { name: 'notDelegated', content: `rptOwnerCik ${cik} has not delegated to the filer that sends.`, at }
}

function* relationshipFindings(relationship: Element | undefined, owner: Element): Generator<Finding> {
  const at = relationship ?? owner
  const is = (flag: string) => isTrue(textAt(relationship, flag))
  if (!['isDirector', 'isOfficer', 'isTenPercentOwner', 'isOther'].some(is))
    yield { name: 'noRelationship', content: 'No box of reportingOwnerRelationship is true.', at }
  if (is('isOfficer') && textAt(relationship, 'officerTitle').trim() === '')
    yield { name: 'officerTitle', content: 'Value for officerTitle is missing.', at }
  if (is('isOther') && textAt(relationship, 'otherText').trim() === '')
    yield { name: 'otherText', content: 'Value for otherText is missing.', at }
}

/** From 2026-03-18. An address is given as soon as one element of it is; empty ones give nothing. */
function* addressFindings(address: Element | undefined): Generator<Finding> {
  if (!address?.children.some(({ text }) => text.trim() !== '')) return
  const country = textAt(address, 'rptOwnerCountry').trim()
  const flag = textAt(address, 'rptOwnerNonUSAddressFlag')
  if (flag === '') yield { name: 'addressFlag', content: 'Value for rptOwnerNonUSAddressFlag is missing.', at: address }
  else if (!isTrue(flag) && textAt(address, 'rptOwnerState').trim() === '')
    yield { name: 'addressState', content: 'Value for rptOwnerState is missing.', at: address }
  else if (isTrue(flag) && country === '')
    yield { name: 'addressCountry', content: 'Value for rptOwnerCountry is missing.', at: address }
  if (OBSOLETE_COUNTRIES.has(country))
    yield { name: 'countryObsolete', content: `rptOwnerCountry ${country} is obsolete.`, at: address }
}

/** Source: specification 5.5, appendix H. */
const OBSOLETE_COUNTRIES = new Set('C2 E5 E7 G5 I7 X9 I8 I9 2F L1 L4 L5 M1 O6 Q9 R3 T4 U2 U4 U6 X7 Y2'.split(' '))
