import type { PaperForm, PaperTick } from '../form/paperForm.ts'
import { formLabels, HEADING_PRINT } from '../labels/formLabels.ts'
import type { Place, Word } from '../page/page.ts'
import type { Anchor } from './anchors.ts'
import { wholeLabel } from './boxes.ts'
import { cellOf, linesByPage } from './cell.ts'
import { around, heightOf, middleOf } from './geometry.ts'
import type { WordLedger } from './ledger.ts'
import { linesOf, segmentsOf } from './lines.ts'
import { isAlike } from './phrases.ts'
import { isMostlyOf, wordSet } from './print.ts'
import { isTickLike, tickOf } from './ticks.ts'

type Checks = Pick<
  PaperForm,
  'notSubjectToSection16' | 'aff10b5One' | 'form3HoldingsReported' | 'form4TransactionsReported'
>

const CHECKS = ['notSubjectToSection16', 'aff10b5One', 'form3HoldingsReported', 'form4TransactionsReported'] as const

/** How far from its label a sign may stand, in heights. */
const SIGN_GAP = 4

/** The boxes to tick above the numbered ones: each label with the sign before it. */
export function checksOf(words: readonly Word[], anchors: readonly Anchor[], ledger: WordLedger): Checks {
  const ticks: Partial<Record<keyof Checks, PaperTick>> = {}
  for (const name of CHECKS) {
    const anchor = anchors.find((each) => each.name === name)
    if (!anchor) continue
    const label = labelBlock(anchor, ledger.free(words))
    ledger.ignorePrint(label)
    const signs = signsBefore(label, ledger.free(words))
    ticks[name] = tickOf(signs, ledger.drawn, boxOf(label), SIGN_GAP * heightOf(label[0]!.place))
    ledger.take(signs)
  }
  return ticks
}

/** A label with the lines of it that stand below its beginning. */
export function labelBlock(anchor: Anchor, words: readonly Word[]): Word[] {
  const { left, top, bottom } = anchor.place
  const step = bottom - top
  const own = new Set(anchor.words)
  // Its further lines begin at its own left, or, where they run over the whole page, at that of the sign.
  const below = words.filter(
    ({ place }) => middleOf(place) > bottom && place.top < bottom + 14 * step && place.left > left - SIGN_GAP * step,
  )
  const lines = linesByPage(below.filter((word) => !own.has(word))).flatMap((line) => {
    const near = segmentsOf(line, 2.2).filter(({ place }) => place.left < left + 3 * step)
    return near[0]?.words ?? []
  })
  return wholeLabel(anchor, lines).label
}

/** Around a label, from where it begins. */
const boxOf = (label: readonly Word[]): Place => ({
  ...around(label.map(({ place }) => place)),
  left: label[0]!.place.left,
})

/** Signs to the left of a label, beside any of its lines. */
function signsBefore(label: readonly Word[], words: readonly Word[]): Word[] {
  const first = label[0]!
  const height = heightOf(first.place)
  const { top, bottom } = boxOf(label)
  const beside = words.filter((word) => {
    const gap = first.place.left - word.place.right
    const y = middleOf(word.place)
    return gap > -0.3 * height && gap < SIGN_GAP * height && y > top - height && y < bottom && isTickLike(word)
  })
  // Beside its first line first: another label's sign may be near too.
  const level = beside.filter(({ place }) => Math.abs(middleOf(place) - middleOf(first.place)) < 0.8 * height)
  return level.length > 0 ? level : beside
}

/** `Expires: August 31, 2026`: what stands after the label on its line. */
export function expiryOf(words: readonly Word[], ledger: WordLedger): Pick<PaperForm, 'ombExpires'> {
  for (const line of linesByPage(words)) {
    const at = line.words.findIndex(({ text }) => /^exp[il1]res:?$/i.test(text))
    if (at < 0) continue
    const date = line.words.slice(at + 1).filter(({ text }) => /\d/.test(text) || /^\p{L}{3,9}\.?$/u.test(text))
    const cell = cellOf(date)
    if (!cell || !/\d{4}/.test(cell.text)) return {}
    ledger.ignorePrint([line.words[at]!])
    ledger.take(date)
    return { ombExpires: cell }
  }
  return {}
}

const PRINT = wordSet(`${HEADING_PRINT} ${CHECKS.map((name) => formLabels[name].rest).join(' ')}`)

/** Takes what the heading prints on every form, whoever files it: any part of a line most of whose letters are its. */
export function ignoreHeading(words: readonly Word[], ledger: WordLedger): void {
  const pages = Map.groupBy(ledger.free(words), ({ place }) => place.page)
  for (const some of pages.values()) {
    for (const line of linesOf(some)) {
      for (const segment of segmentsOf(line, 2.2)) {
        if (isMostlyOf(segment.words, PRINT)) ledger.ignorePrint(segment.words)
      }
    }
  }
}

/** Where the form calls itself an amendment outside its title: `Amendment No. 1`. */
export function saysAmendment(words: readonly Word[]): boolean {
  return linesByPage(words).some(({ words: row }) =>
    row.some(({ text }, i) => isAlike(text, 'Amendment') && /^no\.?$|^#/i.test(row[i + 1]?.text ?? '')),
  )
}
