import type { Diagnostic } from '@section16/core/model'
import { Parser } from 'htmlparser2'
import { readHtmlForms } from '../html/readHtmlForms.ts'
import { readMarkdownForms } from '../markdown/readMarkdownForms.ts'
import { paperDiagnostic } from '../paperDiagnostics.ts'
import { readTypedForms } from '../typed/readTypedForms.ts'
import type { FormsRead, Material } from './reader.ts'

/** Text that OCR made, in tables of tabs or pipes. */
export function readOcrText({ text }: Material): FormsRead {
  const diagnostics: Diagnostic[] = []
  const forms = readMarkdownForms(text, (limit) => diagnostics.push(paperDiagnostic('P106', { limit })))
  return { forms, diagnostics }
}

/** Typed text. */
export function readTypedText({ text }: Material): FormsRead {
  return { forms: readTypedForms(text) }
}

/** An HTML page; one that only wraps typed text is read as that. */
export function readHtml({ text }: Material): FormsRead {
  const typed = preformatted(text)
  if (typed !== undefined) return { forms: readTypedForms(typed), text: typed }
  const diagnostics: Diagnostic[] = []
  const forms = readHtmlForms(text, (limit) => diagnostics.push(paperDiagnostic('P106', { limit })))
  return { forms, diagnostics }
}

/** The text of a page's `<pre>`, where more of the page is in it than outside of it; `undefined` elsewhere. */
function preformatted(html: string): string | undefined {
  if (!/<pre\b/i.test(html)) return undefined
  let open = 0
  let inside = ''
  let outside = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (name === 'pre') open++
    },
    onclosetag: (name) => {
      if (name === 'pre') open--
    },
    ontext: (text) => {
      if (open > 0) inside += text
      else outside += text.trim().length
    },
  })
  parser.end(html)
  return inside.trim().length > outside ? inside : undefined
}
