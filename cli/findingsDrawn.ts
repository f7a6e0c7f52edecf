import type { Filing } from './filings.ts'
import { type Finding, findRule } from './findings.ts'
import { printable } from './input/names.ts'
import { fixOf, nameOf } from './problems.ts'
import { styled } from './terminal.ts'

const STYLES = { suspends: 'red', law: 'red', warns: 'yellow', doubt: 'yellow', note: 'dim' } as const

/** Gravest first. */
const GRAVITY = Object.keys(STYLES)

/** The findings of one filing for people: who objects, to what, where on the form and in the file, and what to do. */
export function drawFindings(filing: Filing, findings: readonly Finding[], colour: boolean): string[] {
  const sorted = findings.toSorted((a, b) => GRAVITY.indexOf(a.json.severity) - GRAVITY.indexOf(b.json.severity))
  return [heading(filing, findings, colour), ...sorted.flatMap((finding) => drawn(finding, colour))]
}

function heading({ file, accessionNumber, reading }: Filing, findings: readonly Finding[], colour: boolean): string {
  const form = reading.document?.documentType.value
  const known = [form && `Form ${form}`, accessionNumber].filter(Boolean).join(', ')
  const counts = GRAVITY.flatMap((severity) => {
    const count = findings.filter(({ json }) => json.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}`]
  })
  const name = styled('bold', printable(file), colour)
  return `${name}${known && printable(` (${known})`)}: ${counts.length > 0 ? counts.join(', ') : 'no findings'}`
}

function drawn({ json, place, inDecodedForm }: Finding, colour: boolean): string[] {
  const { code, severity, at, message } = json
  const rule = findRule(code)
  const where = [place, at.line && `line ${at.line}:${at.column}${inDecodedForm ? ' of the form' : ''}`, at.path]
    .filter(Boolean)
    .join(', ')
  const head = styled(STYLES[severity as keyof typeof STYLES] ?? 'dim', severity, colour)
  return [
    `  ${head}  ${code} ${rule?.name ?? nameOf(code)}`,
    ...(where ? [`    ${printable(where)}`] : []),
    `    ${printable(message)}`,
    `    Fix: ${rule?.fix ?? fixOf(code)}`,
  ]
}
