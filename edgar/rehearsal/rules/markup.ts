/** How a document is written. Source: specification 5.5, sections 3.2, 4.3 and 5. */
import type { SubmissionMessage } from '../message.ts'
import { messageOf } from '../message.ts'
import { child, childrenOf, type Element, type Examined } from '../xmlTree.ts'
import type { Finding, Form } from './rule.ts'

/** What stands in the bytes and not in the tree. */
export function* markupMessages(bytes: Uint8Array, examined: Examined, number: number): Generator<SubmissionMessage> {
  if (examined.hasInstruction || examined.hasDoctype)
    yield messageOf('instruction', 'The document has a processing instruction or a document type.', number)
  const stray = bytes.findIndex((byte) => byte > 0x7e || (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13))
  if (stray >= 0)
    yield messageOf('notAscii', 'The document has a character that is not ASCII.', number, lineAt(bytes, stray))
  if (REFERENCE.test(Buffer.from(bytes).toString('latin1')))
    yield messageOf('notAscii', 'The document refers to a character that is not ASCII.', number)
  const raw = rawCharacter(Buffer.from(bytes).toString('latin1'))
  if (raw >= 0) yield messageOf('rawCharacter', 'A text has > or " as they are.', number, lineAt(bytes, raw))
}

/** A numeric reference to something beyond ASCII; one to ASCII is well written. */
const REFERENCE = /&#(?:x0*(?:[89a-f][0-9a-f]|[0-9a-f]{3,})|0*(?:12[7-9]|1[3-9]\d|[2-9]\d\d|\d{4,}));/i

/** Where a text holds `>` or `"`; -1 where none does. Comments and CDATA sections are no texts. */
function rawCharacter(xml: string): number {
  const blank = (piece: string) => ' '.repeat(piece.length)
  const bare = xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^<>]*>/g, blank)
  return bare.search(/[>"]/)
}

function lineAt(bytes: Uint8Array, index: number): number {
  let line = 1
  for (let i = 0; i < index; i++) if (bytes[i] === 10) line++
  return line
}

/** EDGAR's own elements: a value is dropped with a warning. */
export function* edgarElementFindings({ root, type, owners }: Form): Generator<Finding> {
  const given = [
    ...IN_ROOT.map((name) => child(root, name)),
    ...(type.startsWith('3') ? [child(root, 'aff10b5One')] : []),
    child(child(root, 'issuer'), 'issuerName'),
    ...owners.flatMap((owner) => [
      child(child(owner, 'reportingOwnerId'), 'rptOwnerName'),
      ...IN_ADDRESS.flatMap((name) => childrenOf(child(owner, 'reportingOwnerAddress'), name)),
    ]),
  ].filter((one): one is Element => one !== undefined && one.text !== '')
  for (const at of given)
    yield { name: 'edgarElement', content: `The value for ${at.name} is dropped: it is EDGAR's own.`, at }
  const version = child(root, 'schemaVersion')
  if (version && version.text !== '' && version.text !== currentVersion(type))
    yield { name: 'schemaVersion', content: `schemaVersion is not ${currentVersion(type)}.`, at: version }
}

const IN_ROOT = ['schemaVersion', 'noSecuritiesOwned', 'form3HoldingsReported', 'form4TransactionsReported']
const IN_ADDRESS = ['rptOwnerStateDescription', 'rptOwnerGoodAddress']

/** The version that EDGAR puts in. Source: specification 5.5; filings since 2026-03-18. */
export function currentVersion(type: string): string {
  return type.startsWith('3') ? 'X0607' : 'X0609'
}
