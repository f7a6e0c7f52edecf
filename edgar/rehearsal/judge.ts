/** What EDGAR makes of a submission: whether it is taken at all, and what is wrong with it. */

import { readSubmissionFile } from '@section16/core/read'
import { contentHash } from '../submission/contentHash.ts'
import { disseminated } from './disseminated.ts'
import { messageOf, type SubmissionMessage } from './message.ts'
import { footnoteFindings } from './rules/footnotes.ts'
import { edgarElementFindings, markupMessages } from './rules/markup.ts'
import { cikIn, type FilersKnown, issuerFindings, ownerFindings } from './rules/owners.ts'
import { rowFindings } from './rules/rows.ts'
import { formOf } from './rules/rule.ts'
import { documentsOf, isPrimary, type SentDocument, wrapperMessages } from './rules/wrapper.ts'
import { child, childrenOf, type Element, examine, textAt } from './xmlTree.ts'

export interface Judgement {
  /** `REJECTED`: it is not processed at all. */
  transmission: 'RECEIVED' | 'REJECTED'
  messages: SubmissionMessage[]
  /** `UNKNOWN` where the submission does not say. */
  formType: string
  documentCount: number
  /** Ten digits each; '' where none is said. */
  issuerCik: string
  ownerCiks: string[]
  /** The form as it will be seen by everybody, without CCC; absent where it is suspended. */
  xml?: string
  /** The content hash, absent where the file cannot be read. */
  hash?: string
}

/** Names of filers, which EDGAR writes into a form. */
export interface Filers extends FilersKnown {
  nameOf(cik: string): string
}

/** Judges one submission file. */
export function judge(body: Uint8Array, mode: 'TEST' | 'LIVE', filers: Filers): Judgement {
  const wrapper = examine(body, () => 'edgarSubmission.xsd.xml')
  if ('problem' in wrapper)
    return rejected(messageOf('notWellFormed', wrapper.problem.message, 0, wrapper.problem.line))
  const { file } = readSubmissionFile(body)
  const known = {
    formType: textAt(wrapper.root, 'submissionType') || 'UNKNOWN',
    documentCount: childrenOf(wrapper.root, 'edgarDocument').length,
    ...(file && { hash: contentHash(file) }),
  }
  const flag = textAt(wrapper.root, 'testOrLive')
  if (flag !== mode && (flag === 'TEST' || flag === 'LIVE'))
    return { ...rejected(messageOf('flagDiffers', `testOrLive is not ${mode}.`)), ...known }
  const messages = [
    ...wrapper.schemaComplaints.map(({ message, line }) => messageOf('wrapperSchema', message, 0, line)),
    ...wrapperMessages(wrapper.root),
  ]
  const primary = documentsOf(wrapper.root).find(isPrimary)
  const form = primary && judgeForm(primary, known.formType, filers)
  messages.push(...(form?.messages ?? []))
  const isSuspended = messages.some(({ type }) => type === 'ERROR')
  return {
    transmission: 'RECEIVED',
    ...known,
    messages,
    issuerCik: form?.issuerCik ?? '',
    ownerCiks: form?.ownerCiks ?? [],
    ...(form?.root && !isSuspended && { xml: disseminated(form.root, (cik) => filers.nameOf(cik)) }),
  }
}

function rejected(message: SubmissionMessage): Judgement {
  return {
    transmission: 'REJECTED',
    messages: [message],
    formType: 'UNKNOWN',
    documentCount: 0,
    issuerCik: '',
    ownerCiks: [],
  }
}

interface FormJudgement {
  messages: SubmissionMessage[]
  issuerCik: string
  ownerCiks: string[]
  root?: Element
}

function judgeForm({ bytes, number }: SentDocument, submissionType: string, filers: Filers): FormJudgement {
  const examined = examine(bytes, (root) => schemaFor(textAt(root, 'documentType')) ?? schemaFor(submissionType))
  if ('problem' in examined) {
    const { message, line } = examined.problem
    return { messages: [messageOf('documentNotWellFormed', message, number, line)], issuerCik: '', ownerCiks: [] }
  }
  const { root, schemaComplaints } = examined
  const form = formOf(root)
  const findings = [
    ...edgarElementFindings(form),
    ...issuerFindings(form, filers),
    ...ownerFindings(form, filers),
    ...rowFindings(form),
    ...footnoteFindings(form),
  ]
  const messages = [
    ...schemaComplaints.map(({ message, line }) => schemaMessage(message, number, line)),
    ...markupMessages(bytes, examined, number),
    ...findings.map(({ name, content, at }) => messageOf(name, content, number, at.line)),
  ]
  if (form.type !== submissionType)
    messages.push(
      messageOf('typesDiffer', 'documentType differs from submissionType.', number, child(root, 'documentType')?.line),
    )
  const issuerCik = cikIn(textAt(root, 'issuer', 'issuerCik'))
  const ownerCiks = form.owners.map((owner) => cikIn(textAt(owner, 'reportingOwnerId', 'rptOwnerCik')))
  return { messages, issuerCik, ownerCiks, root }
}

/** The one message whose number and words are known of EDGAR itself (EDGAR API 1.11.0). */
function schemaMessage(message: string, number: number, line: number): SubmissionMessage {
  if (/'periodOfReport'|Expected is \( periodOfReport \)/.test(message))
    return messageOf('tagValue', 'Value for Period of Report is missing or invalid.', number, line)
  // A complaint about a CCC quotes it.
  const content = message.includes("'rptOwnerCcc'") ? "Element 'rptOwnerCcc': its value is not valid." : message
  return messageOf('documentSchema', content, number, line)
}

function schemaFor(type: string): string | undefined {
  return /^[345](\/A)?$/.test(type) ? `ownership${type.replace('/', '')}Document.xsd.xml` : undefined
}
