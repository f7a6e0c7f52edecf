/** Several submissions in one file. Source: EDGARLink Online XML specification 52, `eis_BulkFiling.xsd`. */
import { child, childrenOf, type Element, examine, textAt } from './xmlTree.ts'

/** The members of a bulk file in the order sent, or what is wrong with it as a whole. */
export function membersOf(body: Uint8Array, mode: 'TEST' | 'LIVE'): { members: Uint8Array[] } | { problem: string } {
  const examined = examine(body, () => undefined)
  if ('problem' in examined) return { problem: examined.problem.message }
  const { root, hasInstruction } = examined
  if (root.name !== 'edgarBulkSubmission') return { problem: 'The file is no edgarBulkSubmission.' }
  if (hasInstruction) return { problem: 'The file refers to a style sheet.' }
  if (textAt(root, 'liveTestFlag') !== mode) return { problem: `liveTestFlag is not ${mode}.` }
  const attachments = childrenOf(child(root, 'attachments'), 'attachment')
  if (attachments.length === 0) return { problem: 'The file has no attachment.' }
  return attachments.every(isNamed)
    ? { members: attachments.map((one) => Buffer.from(textAt(one, 'contents'), 'base64')) }
    : { problem: 'A submissionName is not allowed.' }
}

function isNamed(attachment: Element): boolean {
  return /^(?=.{1,32}$)[A-Za-z0-9][\w.-]*\.(xml|eis)$/.test(textAt(attachment, 'submissionName'))
}
