import { Parser } from 'htmlparser2'
import type { PaperForm } from '../form/paperForm.ts'
import { wordsOfForm } from '../form/wordsOfForm.ts'
import { readHtmlForms } from '../html/readHtmlForms.ts'
import { readMarkdownForms } from '../markdown/readMarkdownForms.ts'
import type { PageUnit } from '../page/page.ts'
import { pagesOfWords } from '../page/pagesOfWords.ts'
import { paperDiagnostic } from '../paperDiagnostics.ts'
import { readTypedForms } from '../typed/readTypedForms.ts'
import type { FormsRead, Material } from './reader.ts'

/** Text that OCR made, in tables of tabs or pipes. */
export function readOcrText({ text }: Material, withPages: boolean): FormsRead {
  const forms = readMarkdownForms(text)
  return { forms, pages: withPages ? pagesOf(forms, 'cell') : [] }
}

/** Typed text. */
export function readTypedText({ text }: Material, withPages: boolean): FormsRead {
  const forms = readTypedForms(text)
  return { forms, pages: withPages ? pagesOf(forms, 'character') : [] }
}

/** An HTML page; one that only wraps typed text is read as that. */
export function readHtml(material: Material, withPages: boolean): FormsRead {
  const typed = preformatted(material.text)
  if (typed !== undefined) return readTypedText({ ...material, text: typed }, withPages)
  const limits: string[] = []
  const forms = readHtmlForms(material.text, (limit) => limits.push(limit))
  if (limits.length > 0) return { forms, diagnostics: limits.map((limit) => paperDiagnostic('P106', { limit })) }
  return { forms, pages: withPages ? pagesOf(forms, 'cell') : [] }
}

/** Text has no size: a page is as large as its words. */
function pagesOf(forms: readonly PaperForm[], unit: PageUnit) {
  return pagesOfWords(forms.flatMap(wordsOfForm), unit)
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
