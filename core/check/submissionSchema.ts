import type { SubmissionElement } from '../model/submissionFile.ts'

/** What the schema has against an `edgarSubmission` file. */
export interface SubmissionFault {
  path: string
  /** “<returnCopy> has no place in <edgarSubmission>” */
  why: string
}

interface Part {
  element: string
  least: 0 | 1
  most: number
  /** Of a value: what it must be, and how that is said. */
  is?: readonly [pattern: RegExp, words: string]
  children?: readonly Part[]
}

const one = (element: string, more: Partial<Part> = {}): Part => ({ element, least: 1, most: 1, ...more })
const maybe = (element: string, more: Partial<Part> = {}): Part => one(element, { least: 0, ...more })

/** Lengths, and the number of addresses, are `envelopeProblems`’. */
const SUBMISSION = one('edgarSubmission', {
  children: [
    one('submissionType', { is: [/^[345](?:\/A)?$/, '3, 3/A, 4, 4/A, 5 or 5/A'] }),
    one('testOrLive', { is: [/^(?:LIVE|TEST)$/, 'LIVE or TEST'] }),
    maybe('pointOfContact', {
      children: [maybe('contactName'), maybe('contactPhoneNumber'), maybe('contactEmailAddress')],
    }),
    maybe('notificationAddresses', { children: [maybe('notificationEmailAddress', { most: Infinity })] }),
    one('edgarDocument', {
      most: 611,
      children: [one('documentName'), one('documentType'), maybe('documentDescription'), one('documentMimeBlock')],
    }),
  ],
})

/**
 * What `edgarSubmission.xsd` has against a file: its elements, their order and number, no attribute, no text beside
 * elements, and the two values that it lists. Source: ownership-xml.md rows 1, 7 and 13; submission.md section 2.
 */
export function submissionFaults(root: SubmissionElement): SubmissionFault[] {
  const path = `/${root.name}`
  if (root.name !== SUBMISSION.element) return [{ path, why: `<${root.name}> is not <${SUBMISSION.element}>` }]
  return faultsOf(root, SUBMISSION, path)
}

function faultsOf(
  { name, attributes, text, children }: SubmissionElement,
  part: Part,
  path: string,
): SubmissionFault[] {
  const faults = attributes.map((attribute) => ({ path, why: `<${name}> has the attribute ${attribute}` }))
  const fault = (why: string, at = path) => faults.push({ path: at, why })
  if (part.is && !part.is[0].test(text)) fault(`<${name}> is not ${part.is[1]}`)
  if (part.children && text.trim() !== '') fault(`<${name}> holds text beside its elements`)
  const parts = part.children ?? []
  const counts = new Map<string, number>()
  let last = 0
  for (const child of children) {
    const count = (counts.get(child.name) ?? 0) + 1
    counts.set(child.name, count)
    const at = `${path}/${child.name}[${count}]`
    const order = parts.findIndex(({ element }) => element === child.name)
    const known = parts[order]
    if (!known) {
      fault(`<${child.name}> has no place in <${name}>`, at)
      continue
    }
    if (order < last) fault(`<${child.name}> stands too late in <${name}>`, at)
    if (count === known.most + 1) fault(`<${name}> holds more than ${known.most} <${child.name}>`, at)
    last = Math.max(last, order)
    faults.push(...faultsOf(child, known, at))
  }
  for (const { element, least } of parts) {
    if (least > 0 && !counts.has(element)) fault(`<${name}> has no <${element}>`)
  }
  return faults
}
