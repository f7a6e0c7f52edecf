/** Which field of the form a message of EDGAR's is about. */
import { type ElementDefinition, OWNERSHIP_DOCUMENT } from '@section16/core/model'
import type { EdgarMessage } from './answers.ts'

/** A field as an XPath, `/ownershipDocument/reportingOwner[1]/…`, and how it was found. */
export interface ConcernedCell {
  path: string
  /** `line`: by the place the message names. `element`, `title`: by a name in its words, without a number of the row. */
  by: 'line' | 'element' | 'title'
}

/**
 * The field that a message concerns: by the line it names in the form as sent (`formXml`; the form is the document of
 * number `formNumber`, 1 where absent), else by the one element whose name, or whose name in words (“Period of Report”),
 * stands in it. `undefined` where that is none or more than one: nothing is guessed.
 * Source: EDGAR API 1.11.0 (“Value for Period of Report is missing or invalid.”).
 */
export function concernedCell(
  message: EdgarMessage,
  { formXml, formNumber = 1 }: { formXml?: string; formNumber?: number } = {},
): ConcernedCell | undefined {
  const { line, documentNumber = formNumber } = message
  if (formXml !== undefined && line !== undefined && documentNumber === formNumber) {
    const path = pathAtLine(formXml, line)
    if (path !== undefined) return { path, by: 'line' }
  }
  // A name with a capital in it: `issuer` and `footnote` are also words of the language.
  const named = only(new Set(message.content.match(/\b[a-z]+[A-Z][A-Za-z0-9]*\b/g)?.filter((one) => PATHS.has(one))))
  if (named !== undefined) return pathNamed(named, 'element')
  const words = message.content.toLowerCase()
  const titled = only(longest([...TITLES].filter(([title]) => words.includes(title)).map(([, element]) => element)))
  return titled === undefined ? undefined : pathNamed(titled, 'title')
}

function pathNamed(element: string, by: ConcernedCell['by']): ConcernedCell | undefined {
  const path = PATHS.get(element)
  return path === undefined || path === '' ? undefined : { path, by }
}

/** The path of each element by name; '' where several groups have one of that name. */
const PATHS = new Map<string, string>()
/** Elements by their names in words: `period of report`. */
const TITLES = new Map<string, string>()

function enter(definition: ElementDefinition, above: string): void {
  const { element } = definition
  const path = `${above}/${element}`
  PATHS.set(element, PATHS.has(element) ? '' : path)
  const title = element.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase()
  if (title.includes(' ')) TITLES.set(title, element)
  if ('children' in definition) for (const child of definition.children) enter(child, path)
}

enter(OWNERSHIP_DOCUMENT, '')

/** Those of the names that are no part of another one found: “issuer trading symbol” is not about `issuer`. */
function longest(elements: readonly string[]): Set<string> {
  const lower = elements.map((one) => one.toLowerCase())
  return new Set(
    elements.filter(
      (one, i) => !lower.some((other, j) => i !== j && other !== lower[i] && other.includes(one.toLowerCase())),
    ),
  )
}

function only<T>(set: ReadonlySet<T>): T | undefined {
  return set.size === 1 ? [...set][0] : undefined
}

/** The XPath of the last element that begins on a line of a well-formed document or, if none does, stands open there. */
export function pathAtLine(xml: string, line: number): string | undefined {
  const open: { path: string; children: Map<string, number> }[] = [{ path: '', children: new Map() }]
  let at = 1
  let scanned = 0
  let found: string | undefined
  for (const match of xml.matchAll(/<(\/?)([A-Za-z][\w.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    for (; scanned < match.index; scanned++) if (xml.charCodeAt(scanned) === 10) at++
    if (at > line) break
    const [, closing, name = '', empty] = match
    const parent = open.at(-1)!
    if (closing) {
      open.pop()
      if (at < line) found = open.at(-1)?.path
      continue
    }
    const number = (parent.children.get(name) ?? 0) + 1
    parent.children.set(name, number)
    found = `${parent.path}/${name}${REPEATED.has(name) ? `[${number}]` : ''}`
    if (!empty) open.push({ path: found, children: new Map() })
  }
  return found === '' ? undefined : found
}

/** Elements that stand beside others of their name, and so carry a number. */
const REPEATED = new Set([
  'reportingOwner',
  'nonDerivativeTransaction',
  'nonDerivativeHolding',
  'derivativeTransaction',
  'derivativeHolding',
  'footnote',
  'footnoteId',
  'ownerSignature',
])
