/** Invented filings and a way to run the command, for the tests of this room. */
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const COMMAND = fileURLToPath(new URL('bin/section16.mjs', import.meta.url))

export const ACCESSION_NUMBER = '0009999990-24-000016'

/** A secret that must not come out. */
export const CANARY = 'q9#CaNaR'

/** Changes to the invented form. */
interface Changes {
  /** Put into reportingOwnerId. */
  ccc?: string
  owner?: string
  remarks?: string
  /** Put in before the end of the root. */
  extra?: string
}

/** A Form 4 of nobody, laid out as EDGAR does. */
export function form4({ ccc, owner = 'DOE JANE', remarks = 'None.', extra = '' }: Changes = {}): string {
  const secret = ccc === undefined ? '' : `\n            <rptOwnerCcc>${ccc}</rptOwnerCcc>`
  return `<?xml version="1.0"?>
<ownershipDocument>

    <schemaVersion>X0508</schemaVersion>

    <documentType>4</documentType>

    <periodOfReport>2024-03-01</periodOfReport>

    <notSubjectToSection16>0</notSubjectToSection16>

    <issuer>
        <issuerCik>0009999991</issuerCik>
        <issuerName>Invented Holdings Inc.</issuerName>
        <issuerTradingSymbol>ZZZQ</issuerTradingSymbol>
    </issuer>

    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009999992</rptOwnerCik>${secret}
            <rptOwnerName>${owner}</rptOwnerName>
        </reportingOwnerId>
        <reportingOwnerRelationship>
            <isDirector>1</isDirector>
        </reportingOwnerRelationship>
    </reportingOwner>

    <aff10b5One>0</aff10b5One>

    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle>
                <value>Common Stock</value>
            </securityTitle>
            <transactionDate>
                <value>2024-03-01</value>
            </transactionDate>
            <transactionCoding>
                <transactionFormType>4</transactionFormType>
                <transactionCode>P</transactionCode>
                <equitySwapInvolved>0</equitySwapInvolved>
            </transactionCoding>
            <transactionAmounts>
                <transactionShares>
                    <value>1200</value>
                </transactionShares>
                <transactionPricePerShare>
                    <value>10.2500</value>
                    <footnoteId id="F1"/>
                </transactionPricePerShare>
                <transactionAcquiredDisposedCode>
                    <value>A</value>
                </transactionAcquiredDisposedCode>
            </transactionAmounts>
            <postTransactionAmounts>
                <sharesOwnedFollowingTransaction>
                    <value>5000</value>
                </sharesOwnedFollowingTransaction>
            </postTransactionAmounts>
            <ownershipNature>
                <directOrIndirectOwnership>
                    <value>D</value>
                </directOrIndirectOwnership>
            </ownershipNature>
        </nonDerivativeTransaction>
    </nonDerivativeTable>

    <footnotes>
        <footnote id="F1">An average price.</footnote>
    </footnotes>

    <remarks>${remarks}</remarks>

    <ownerSignature>
        <signatureName>/s/ Jane Doe</signatureName>
        <signatureDate>2024-03-02</signatureDate>
    </ownerSignature>${extra}
</ownershipDocument>
`
}

/** The full submission of a form, with further documents as `[type, filename, text]`. */
export function submission(xml: string, exhibits: readonly (readonly [string, string, string])[] = []): string {
  const documents = [['4', 'form4.xml', `<XML>\n${xml}</XML>\n`] as const, ...exhibits]
  return `<SEC-DOCUMENT>${ACCESSION_NUMBER}.txt : 20240304
<SEC-HEADER>${ACCESSION_NUMBER}.hdr.sgml : 20240304
<ACCEPTANCE-DATETIME>20240304170102
ACCESSION NUMBER:		${ACCESSION_NUMBER}
CONFORMED SUBMISSION TYPE:	4
PUBLIC DOCUMENT COUNT:		${documents.length}
CONFORMED PERIOD OF REPORT:	20240301
FILED AS OF DATE:		20240304
DATE AS OF CHANGE:		20240304
</SEC-HEADER>
${documents.map(documentText).join('')}</SEC-DOCUMENT>
`
}

function documentText([type, filename, text]: readonly [string, string, string], index: number): string {
  return `<DOCUMENT>
<TYPE>${type}
<SEQUENCE>${index + 1}
<FILENAME>${filename}
<DESCRIPTION>${type}
<TEXT>
${text}</TEXT>
</DOCUMENT>
`
}

export interface Ran {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the built command; `input` is its standard input. */
export function run(args: readonly string[], options: { cwd?: string; input?: string | Uint8Array } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    input: '',
    ...options,
  })
  return { status, stdout, stderr }
}

/** Runs the built command and goes away after its first output. */
export function runAndLeave(args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', (text) => {
    stderr += text
  })
  child.stdout.once('data', (text) => {
    stdout += text
    child.stdout.destroy()
  })
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })))
}
