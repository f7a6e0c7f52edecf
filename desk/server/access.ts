/** Who may do what: one row for each route of the contract. A test tries every row with every role. */
import type { Role } from '../store/index.ts'

export interface Access {
  roles: readonly Role[]
  /** A grant for one issuer or as one insider is not enough: it concerns the whole organisation. */
  wholeOrganization?: true
}

const everybody: readonly Role[] = ['administrator', 'preparer', 'counsel', 'insider', 'viewer', 'agent']
const signers: readonly Role[] = ['administrator', 'preparer', 'counsel', 'insider', 'agent']
const makers: readonly Role[] = ['administrator', 'preparer', 'agent']
const keepers: readonly Role[] = ['administrator', 'preparer']
const drafters: readonly Role[] = ['administrator', 'preparer', 'counsel', 'agent']
const attesters: readonly Role[] = ['administrator', 'counsel', 'insider']
const tellers: readonly Role[] = ['administrator', 'preparer', 'agent', 'insider']

/** By `operationId`. `getMe` and `postOrganization` are in no organisation: whoever is signed in may. */
export const accessTable = {
  // Counsel too: whom a power of attorney names is chosen from them.
  getMembers: { roles: ['administrator', 'counsel'], wholeOrganization: true },
  postGrant: { roles: ['administrator'], wholeOrganization: true },
  deleteGrant: { roles: ['administrator'], wholeOrganization: true },
  getEdgar: { roles: drafters },
  putFilerToken: { roles: ['administrator'], wholeOrganization: true },
  putUserToken: { roles: makers },
  getIssuers: { roles: everybody },
  getIssuer: { roles: everybody },
  postIssuer: { roles: keepers, wholeOrganization: true },
  putIssuer: { roles: keepers },
  deleteIssuer: { roles: keepers },
  getLibrary: { roles: everybody },
  postLibrarySecurity: { roles: drafters },
  putLibrarySecurity: { roles: drafters },
  deleteLibrarySecurity: { roles: drafters },
  postLibraryFootnote: { roles: drafters },
  putLibraryFootnote: { roles: drafters },
  deleteLibraryFootnote: { roles: drafters },
  getInsiders: { roles: everybody },
  getInsider: { roles: everybody },
  postInsider: { roles: keepers, wholeOrganization: true },
  putInsider: { roles: makers },
  deleteInsider: { roles: keepers },
  putCcc: { roles: tellers },
  deleteCcc: { roles: tellers },
  getDelegations: { roles: everybody },
  postDelegation: { roles: tellers },
  deleteDelegation: { roles: tellers },
  postInsiderRole: { roles: makers },
  putInsiderRoleEnd: { roles: makers },
  getHoldings: { roles: everybody },
  getYearEnd: { roles: everybody },
  getRecipes: { roles: everybody },
  postEvent: { roles: tellers },
  postFacts: { roles: tellers },
  postFillTable: { roles: tellers },
  getEvent: { roles: everybody },
  getEvents: { roles: everybody },
  getDrafts: { roles: everybody },
  postDrafts: { roles: drafters },
  getDraft: { roles: everybody },
  putDraft: { roles: drafters },
  deleteDraft: { roles: makers },
  postParts: { roles: drafters },
  postAttachment: { roles: drafters },
  getAttachment: { roles: everybody },
  deleteAttachment: { roles: drafters },
  getDraftVersions: { roles: everybody },
  getDraftPage: { roles: everybody },
  getDraftPdf: { roles: everybody },
  getDraftXml: { roles: everybody },
  postApproval: { roles: ['administrator', 'counsel', 'insider'] },
  deleteApproval: { roles: ['administrator', 'counsel', 'insider'] },
  // Whether somebody may sign for an owner the rules of signing say; see desk/signing.
  postSignature: { roles: signers },
  deleteSignature: { roles: signers },
  getAttestations: { roles: signers },
  postAttestation: { roles: signers },
  deleteAttestation: { roles: signers },
  getPowers: { roles: everybody },
  // Not the preparer: who prepares a form must not make himself its signer.
  postPower: { roles: attesters },
  postPowerText: { roles: attesters },
  getPowerDocument: { roles: everybody },
  putPowerRevocation: { roles: attesters },
  postSubmission: { roles: makers },
  getSubmission: { roles: everybody },
  postResolution: { roles: makers },
  postComparison: { roles: drafters },
  postUploadFile: { roles: makers },
  getAdjustmentRequest: { roles: drafters },
  getWork: { roles: everybody },
  getCalendar: { roles: everybody },
  getCalendarFeed: { roles: everybody },
  postCalendarFeed: { roles: everybody },
  deleteCalendarFeed: { roles: everybody },
  getNotices: { roles: ['administrator'], wholeOrganization: true },
  postNoticeTest: { roles: ['administrator'], wholeOrganization: true },
  getFilings: { roles: everybody },
  postFiling: { roles: makers },
  getFiling: { roles: everybody },
  getFilingPage: { roles: everybody },
  getFilingPdf: { roles: everybody },
  getFilingXml: { roles: everybody },
  getFilingLines: { roles: everybody },
  postAmendmentTrial: { roles: drafters },
  postAmendment: { roles: drafters },
  getAudit: { roles: ['administrator', 'counsel'], wholeOrganization: true },
  getAuditVerification: { roles: ['administrator', 'counsel'], wholeOrganization: true },
} as const satisfies Record<string, Access>

export type Operation = keyof typeof accessTable

/** The grants that allow an operation. */
export function allowing<Grant extends { role: Role; issuerId: string | null; insiderId: string | null }>(
  operation: Operation,
  grants: readonly Grant[],
): Grant[] {
  const { roles, wholeOrganization }: Access = accessTable[operation]
  return grants.filter(
    ({ role, issuerId, insiderId }) =>
      roles.includes(role) && (!wholeOrganization || (issuerId === null && insiderId === null)),
  )
}
