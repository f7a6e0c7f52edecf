import { walk } from '../../model/walk.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Every text consists of ASCII characters.
 *
 * ## Why
 * EDGAR disseminates ASCII only; what it does with other characters is not in the specification. Typographic quotation
 * marks and dashes are the usual case.
 *
 * ## Example
 * A footnote with a typographic apostrophe: `the Company’s plan`.
 *
 * ## Fix
 * Write straight quotation marks, plain hyphens and letters without accents. W101 refuses to write such a form.
 *
 * ## Source
 * ownership-xml.md section 2 (not one byte above 0x7E in 17,942 documents).
 */
export default rule({
  code: 'C203',
  name: 'non-ascii-text',
  severity: 'suspends',
  message: 'The character {character} ({name}) is not ASCII.',
  fix: 'Write it in ASCII letters.',
  source: 'ownership-xml.md section 2 (not one byte above 0x7E in 17,942 documents)',
  stage: 'draft',
  of: 'filing',
  check: ({ document }, report) => {
    const look = (text: string | undefined, path: () => string) => {
      const [name] = /[^\t\n\r\x20-\x7e]/u.exec(text ?? '') ?? []
      if (name === undefined) return
      const code = (name.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      report(path(), { character: `U+${code}`, name })
    }
    walk(document, {
      field: (field, { type }, path) => {
        // Dates, numbers and flags have no other characters where EDGAR would write them so.
        if (!field.isCanonical || type === 'text') look(field.written, path)
      },
      footnote: ({ text }, path) => look(text, path),
    })
  },
})
