import { createHash } from 'node:crypto'
import { escapeHtml } from '@section16/core/render'
import type { Page } from '../page/page.ts'
import type { PageImage } from '../page/pageImage.ts'
import type { PaperReading } from '../understand/paperReading.ts'
import { firstMarks, type Mark, marksOf, type Target } from './marks.ts'
import { formHtml, reviewedForm, targetsOf } from './reviewedForm.ts'
import { SCRIPT } from './script.ts'
import { sheet } from './sheet.ts'
import { STYLE } from './style.ts'

/** What the review of a file says beside its forms. */
export interface ReviewOptions {
  /** The file's name, for the title and for the name under which answers are saved. */
  readonly name?: string
  /** SHA-256 of the file in hexadecimal, which the answers then name; see `Answers`. */
  readonly of?: string
}

/**
 * The forms of one file as a page for the person who checks them: the paper's pages on one side; on the other what is
 * doubtful (asked, flagged, corrected), each with the words it was read from, how sure that is, what else it may be, and
 * an answer to choose; then the form as read. A field and its place on the page point to each other. What is chosen is
 * saved as the file of `Answers` that `readAnswers` reads.
 *
 * `pages`: those that the places of the readings count on. `images`: their pictures; a page without one is shown as its
 * words laid out by place; at most `MOST_PAGES` are shown. One HTML file that loads nothing: its only script is named by its hash in the policy, so that
 * no other could run, and every text of the paper goes through `escapeHtml`.
 */
export function renderReview(
  readings: readonly PaperReading[],
  pages: readonly Page[],
  images: readonly PageImage[] = [],
  { name = 'paper', of }: ReviewOptions = {},
): string {
  const forms = readings.map((reading, i) => reviewedForm(reading, i + 1))
  const targets = forms.flatMap(targetsOf)
  const shown = shownOf(pages, targets)
  const marks = marksOf(targets, new Set(shown.map(({ number }) => number)))
  const first = firstMarks(marks)
  const title = `Review of ${name}`
  return `<!doctype html>\n<html lang="en">${head(title)}<body>
<header><h1>${escapeHtml(title)}</h1><p class="about">Choose an answer for each doubtful field, and save the answers. Give the file with <code>--answers</code>.</p><noscript><p>Answers cannot be saved without JavaScript.</p></noscript></header>
<main>
${pane(sheetsOf(shown, images, marks), pages.length - shown.length)}
<div class="forms">
${forms.map((form) => formHtml(form, first, of)).join('\n')}
${saving(name)}
</div>
</main>
<script>${SCRIPT}</script>
</body></html>\n`
}

const SCRIPT_HASH = createHash('sha256').update(SCRIPT).digest('base64')

const POLICY = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`

function head(title: string): string {
  return `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`
}

/** More pages are not shown: first those on which something was read are, then others as far as there is room. */
export const MOST_PAGES = 60

function shownOf(pages: readonly Page[], targets: readonly Target[]): Page[] {
  const read = new Set(targets.flatMap(({ places }) => places.map(({ page }) => page)))
  const isRead = ({ number }: Page) => read.has(number)
  const order = [...pages.filter(isRead), ...pages.filter((page) => !isRead(page))]
  const shown = new Set(order.slice(0, MOST_PAGES))
  return pages.filter((page) => shown.has(page))
}

function sheetsOf(pages: readonly Page[], images: readonly PageImage[], marks: readonly Mark[]): string {
  const imageOf = new Map(images.map((image) => [image.page, image]))
  const byPage = Map.groupBy(marks, ({ place }) => place.page)
  const drawn = ({ number }: Page) => [imageOf.get(number), byPage.get(number) ?? []] as const
  return pages.map((page) => sheet(page, ...drawn(page))).join('')
}

function pane(sheets: string, hidden: number): string {
  const note = hidden === 0 ? '' : `<p class="ours">Pages that are not shown: ${hidden}</p>`
  return `<div class="pages" role="region" aria-label="Pages" tabindex="0"><p class="tools"><label for="zoom">Size</label> <input id="zoom" type="range" min="100" max="300" step="25" value="100"></p>${sheets || '<p class="ours">The pages are not shown.</p>'}${note}</div>`
}

function saving(name: string): string {
  const file = `${name.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')}.answers.json`
  return `<form id="save" data-name="${escapeHtml(file)}"><p id="answered" role="status"></p><label for="by">Who answers</label><input type="text" id="by" autocomplete="name"><button>Save answers</button><p id="said" role="status"></p></form>`
}
