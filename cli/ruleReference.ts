import { type Rule, registry } from '@section16/core/check'
import type { DiagnosticWording } from '@section16/core/facts'
import { findRule } from './findings.ts'
import { wordingOf } from './problems.ts'
import { rulePages } from './rulePages.ts'
import { UsageError } from './usageError.ts'

/** The page of a rule by its code or name; of a code of the readers and writers what is said of it. Markdown. */
export function explained(word: string): string {
  const rule = findRule(word)
  if (rule) return pageOf(rule)
  const wording = wordingOf(word.toUpperCase())
  if (!wording) throw new UsageError(`there is no code ${word}; section16 rules lists the rules`)
  return wordingPage(word.toUpperCase(), wording)
}

/** What there is to say of a code that has no page of its own. Markdown. */
export function wordingPage(code: string, { name, severity, message, fix, source }: DiagnosticWording): string {
  const last = source === undefined ? '' : `\n## Source\n${source}\n`
  return `# ${code} ${name} (${severity})\n\n${message}\n\n## Fix\n${fix}\n${last}`
}

/** Rules in which every word stands: in the code, the name, the severity, the message or the page. */
export function searchRules(words: readonly string[]): Rule[] {
  const wanted = words.map((word) => word.toLowerCase())
  return registry.filter(({ code, name, severity, message, source }) => {
    const text = [code, name, severity, message, source, rulePages[code] ?? ''].join('\n').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

function pageOf({ code, name, severity, forms, from, until, stage, insteadOf, assumes }: Rule): string {
  const days = [from && `from ${from.toString()}`, until && `until ${until.toString()}`].filter(Boolean).join(' ')
  const terms = [
    `Severity: ${severity}`,
    `Forms: ${forms?.join(', ') ?? '3, 4, 5'}`,
    ...(days ? [`Filings ${days}`] : []),
    ...(stage ? [`Only for ${stage === 'draft' ? 'drafts' : 'filings as filed'}`] : []),
    ...(insteadOf ? [`Told instead of ${insteadOf.join(', ')} at the same field`] : []),
    ...(assumes ? [`Rests on an assumption: ${assumes.join(', ')}`] : []),
  ]
  return `# ${code} ${name}\n\n${terms.join('. ')}.\n\n${rulePages[code] ?? ''}\n`
}
