/** An invented Form 4 on its way to a rehearsal EDGAR, and the rehearsal that knows its people. */
import {
  easternMoment,
  type FilerSetup,
  type Rehearsal,
  RehearsalClock,
  type RehearsalOptions,
  startRehearsal,
} from './rehearsal/index.ts'
import { type ClientConfiguration, type EdgarClient, startClient } from './submission/index.ts'

/** What must be found nowhere: the owner's CCC. */
export const CCC = 'cnry#c3c'

export const ISSUER = '0009700001'
export const OWNER = '0009700002'
export const FIRM = '0009700003'

/** A Monday that is no holiday, at noon. */
export const NOON = easternMoment('2026-06-01', '12:00')

export const FILERS: readonly FilerSetup[] = [
  { cik: ISSUER, name: 'Larkspur Turbines Inc.' },
  { cik: OWNER, name: 'Vale Tamsin', ccc: CCC, delegatesTo: [FIRM] },
  {
    cik: FIRM,
    name: 'Hollow & Reed LLP',
    individuals: [
      { login: 'ada', roles: ['accountAdministrator', 'technicalAdministrator', 'user'] },
      { login: 'ben', roles: ['technicalAdministrator'] },
    ],
  },
]

/** The form as it is filed; line by line, so that a message's line finds its field. */
export const FORM4 = `<?xml version="1.0"?>
<ownershipDocument>
    <documentType>4</documentType>
    <periodOfReport>2026-05-28</periodOfReport>
    <notSubjectToSection16>0</notSubjectToSection16>
    <issuer>
        <issuerCik>9700001</issuerCik>
        <issuerTradingSymbol>LRKT</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>9700002</rptOwnerCik>
            <rptOwnerCcc>${CCC}</rptOwnerCcc>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerNonUSAddressFlag>false</rptOwnerNonUSAddressFlag>
            <rptOwnerStreet1>4 Kiln Lane</rptOwnerStreet1>
            <rptOwnerCity>Duluth</rptOwnerCity>
            <rptOwnerState>MN</rptOwnerState>
            <rptOwnerZipCode>55802</rptOwnerZipCode>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>1</isDirector>
            <isOfficer>1</isOfficer>
            <officerTitle>Chief &quot;Wind&quot; Officer</officerTitle>
        </reportingOwnerRelationship>
    </reportingOwner>
    <aff10b5One>0</aff10b5One>
    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle>
                <value>Common Stock</value>
            </securityTitle>
            <transactionDate>
                <value>2026-05-28</value>
            </transactionDate>
            <transactionCoding>
                <transactionFormType>4</transactionFormType>
                <transactionCode>P</transactionCode>
                <equitySwapInvolved>0</equitySwapInvolved>
            </transactionCoding>
            <transactionAmounts>
                <transactionShares>
                    <value>1500</value>
                </transactionShares>
                <transactionPricePerShare>
                    <value>12.5</value>
                    <footnoteId id="F1"/>
                </transactionPricePerShare>
                <transactionAcquiredDisposedCode>
                    <value>A</value>
                </transactionAcquiredDisposedCode>
            </transactionAmounts>
            <postTransactionAmounts>
                <sharesOwnedFollowingTransaction>
                    <value>20500</value>
                </sharesOwnedFollowingTransaction>
            </postTransactionAmounts>
            <ownershipNature>
                <directOrIndirectOwnership>
                    <value>I</value>
                </directOrIndirectOwnership>
                <natureOfOwnership>
                    <value>By trust</value>
                </natureOfOwnership>
            </ownershipNature>
        </nonDerivativeTransaction>
    </nonDerivativeTable>
    <derivativeTable>
        <derivativeTransaction>
            <securityTitle>
                <value>Stock Option (right to buy)</value>
            </securityTitle>
            <conversionOrExercisePrice>
                <value>12.25</value>
            </conversionOrExercisePrice>
            <transactionDate>
                <value>2026-05-28</value>
            </transactionDate>
            <transactionCoding>
                <transactionFormType>4</transactionFormType>
                <transactionCode>A</transactionCode>
                <equitySwapInvolved>0</equitySwapInvolved>
            </transactionCoding>
            <transactionAmounts>
                <transactionShares>
                    <value>4000</value>
                </transactionShares>
                <transactionPricePerShare>
                    <value>0</value>
                </transactionPricePerShare>
                <transactionAcquiredDisposedCode>
                    <value>A</value>
                </transactionAcquiredDisposedCode>
            </transactionAmounts>
            <exerciseDate>
                <footnoteId id="F2"/>
            </exerciseDate>
            <expirationDate>
                <value>2036-05-28</value>
            </expirationDate>
            <underlyingSecurity>
                <underlyingSecurityTitle>
                    <value>Common Stock</value>
                </underlyingSecurityTitle>
                <underlyingSecurityShares>
                    <value>4000</value>
                </underlyingSecurityShares>
            </underlyingSecurity>
            <postTransactionAmounts>
                <sharesOwnedFollowingTransaction>
                    <value>4000</value>
                </sharesOwnedFollowingTransaction>
            </postTransactionAmounts>
            <ownershipNature>
                <directOrIndirectOwnership>
                    <value>D</value>
                </directOrIndirectOwnership>
            </ownershipNature>
        </derivativeTransaction>
    </derivativeTable>
    <footnotes>
        <footnote id="F1">Bought at one price.</footnote>
        <footnote id="F2">A quarter vests each May 28 &amp; the rest later.</footnote>
    </footnotes>
    <ownerSignature>
        <signatureName>/s/ Tamsin Vale</signatureName>
        <signatureDate>2026-05-29</signatureDate>
    </ownerSignature>
</ownershipDocument>
`

export interface Attachment {
  name: string
  type: string
  text: string
}

/** The `edgarSubmission` around a form. */
export function submission(
  mode: 'TEST' | 'LIVE' = 'TEST',
  form: string | Attachment = FORM4,
  attachments: readonly Attachment[] = [],
): string {
  const primary = typeof form === 'string' ? { name: 'form4.xml', type: '4', text: form } : form
  const documents = [primary, ...attachments].map(
    ({ name, type, text }) => `    <edgarDocument>
        <documentName>${name}</documentName>
        <documentType>${type}</documentType>
        <documentMimeBlock>${Buffer.from(text).toString('base64')}</documentMimeBlock>
    </edgarDocument>`,
  )
  return `<?xml version="1.0"?>
<edgarSubmission>
    <submissionType>4</submissionType>
    <testOrLive>${mode}</testOrLive>
    <pointOfContact>
        <contactName>Ann Example</contactName>
        <contactEmailAddress>ann@example.com</contactEmailAddress>
    </pointOfContact>
${documents.join('\n')}
</edgarSubmission>
`
}

/** The TEST submission of any form, under its own type; under 4 where it says none. */
export function submissionOf(form: string): string {
  const written = /<documentType>\s*([^<]*?)\s*</.exec(form)?.[1] ?? ''
  const type = /^[345](\/A)?$/.test(written) ? written : '4'
  const file = submission('TEST', { name: 'form.xml', type, text: form })
  return file.replace('<submissionType>4<', `<submissionType>${type}<`)
}

/** An EDGAR that knows everybody with a CIK, and takes every CCC of eight characters. */
export const everybody = {
  isFiler: (cik: string) => Number(cik) > 0,
  hasCcc: (_: string, ccc: string) => ccc.length === 8,
  mayFileFor: () => true,
  nameOf: () => 'Somebody',
}

export interface Stage {
  rehearsal: Rehearsal
  client: EdgarClient
  tokens: { filerToken: string; userToken: string }
  /** Another client of the same rehearsal. */
  clientWith(changes: Partial<ClientConfiguration>): EdgarClient
  /** Asks one of the rehearsal's own calls. */
  ask(path: string, body?: unknown, method?: string): Promise<Record<string, unknown>>
}

/** A rehearsal at noon of a business day, its clock standing still, and a client of the firm's. */
export async function stage(options: RehearsalOptions = {}): Promise<Stage> {
  const clock = new RehearsalClock(() => NOON)
  const rehearsal = await startRehearsal({ clock, filers: FILERS, ...options })
  const tokens = { filerToken: issued(rehearsal, 'filer', FIRM), userToken: issued(rehearsal, 'user', 'ada') }
  const clientWith = (changes: Partial<ClientConfiguration>) =>
    startClient({
      baseUrl: rehearsal.url,
      ...tokens,
      userAgent: 'section16/0.1.0 test@example.com',
      now: () => rehearsal.edgar.now(),
      ...changes,
    })
  return { rehearsal, tokens, client: clientWith({}), clientWith, ask: (...all) => askOf(rehearsal, ...all) }
}

function issued({ edgar }: Rehearsal, kind: 'filer' | 'user', holder: string): string {
  const token = edgar.issueToken(kind, holder)
  if ('refused' in token) throw new Error(token.refused)
  return token.token
}

async function askOf({ url }: Rehearsal, path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') {
  const response = await fetch(url + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return (await response.json()) as Record<string, unknown>
}
