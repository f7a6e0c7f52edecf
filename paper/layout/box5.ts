import {
  type PaperForm,
  type PaperOwner,
  type PaperTick,
  RELATIONSHIPS,
  type RelationshipName,
} from '../form/paperForm.ts'
import { sheetTick } from '../labels/tickLabels.ts'
import type { Word } from '../page/page.ts'
import { cellOf, linesByPage } from './cell.ts'
import { heightOf } from './geometry.ts'
import type { WordLedger } from './ledger.ts'
import { given } from './owner.ts'
import { isAlike } from './phrases.ts'
import { isTickLike, tickOf } from './ticks.ts'

/** `10%`, whose digits OCR takes for letters. */
const TEN_PERCENT = /^[1Il|][0O]%$/

/** The first word of each label, and what may follow it. */
const ROLES = RELATIONSHIPS.map((role): [role: RelationshipName, first: RegExp | string, rest: readonly string[]] => {
  const [first = '', ...rest] = sheetTick(role).split(' ')
  return [role, role === 'isTenPercentOwner' ? TEN_PERCENT : first, rest]
})

/** How far before its label a sign may stand, in heights. */
const SIGN_GAP = 5

interface Label {
  readonly role: RelationshipName
  readonly first: Word
  readonly index: number
}

/** Box 5 (4 on a Form 3): four boxes to tick, and below them the title or what else the person is. */
export function relationshipOf(words: readonly Word[], right: number, ledger: WordLedger): PaperOwner {
  const ordered = linesByPage(words).flatMap((line) => line.words)
  const labels = ROLES.flatMap(([role, first, rest]): Label[] => {
    const read = ordered.findIndex(({ text }) => (typeof first === 'string' ? isAlike(text, first) : first.test(text)))
    // A label whose first word is misread stands before the rest of it.
    const index = read >= 0 || rest.length === 0 ? read : ordered.findIndex(({ text }) => isAlike(text, rest[0]!)) - 1
    return index < 0 ? [] : [{ role, first: ordered[index]!, index }]
  })
  const ticks: Record<RelationshipName, PaperTick> = {
    isDirector: UNREAD,
    isTenPercentOwner: UNREAD,
    isOfficer: UNREAD,
    isOther: UNREAD,
  }
  for (const label of labels) ledger.ignorePrint([label.first])
  for (const { role, first } of labels) {
    const signs = signsBefore(first, ledger.free(words))
    ticks[role] = tickBefore(first, signs, ledger)
    ledger.take(signs)
  }
  ignoreRest(ordered, labels, ledger)
  const last = Math.max(-1, ...labels.map(({ index }) => index))
  const below = ledger.free(ordered.slice(last + 1)).filter(({ text }) => !/^_+$/.test(text))
  return { ...ticks, ...titlesOf(below, right, ticks, ledger) }
}

const tickBefore = ({ place }: Word, signs: readonly Word[], { drawn }: WordLedger): PaperTick =>
  tickOf(signs, drawn, place, SIGN_GAP * heightOf(place))

function signsBefore({ place }: Word, words: readonly Word[]): Word[] {
  return words.filter((word) => {
    const gap = place.left - word.place.right
    const shared = Math.min(place.bottom, word.place.bottom) - Math.max(place.top, word.place.top)
    const least = Math.min(heightOf(place), heightOf(word.place))
    return gap > -1 && gap < SIGN_GAP * heightOf(place) && shared > 0.3 * least && isTickLike(word)
  })
}

/** The rest of each label, wherever a narrow column breaks it: each of its words once. */
function ignoreRest(words: readonly Word[], labels: readonly Label[], ledger: WordLedger): void {
  const rest = labels.flatMap(({ role }) => ROLES.find(([each]) => each === role)![2])
  const first = Math.min(...labels.map(({ index }) => index))
  for (const word of words.slice(Math.max(0, first))) {
    const at = rest.findIndex((token) => isAlike(word.text, token))
    if (at < 0 || ledger.free([word]).length === 0) continue
    rest.splice(at, 1)
    ledger.ignorePrint([word])
    if (rest.length === 0) return
  }
}

/** The line below is the officer's title or the other text by what is ticked; both where it has one ` / `. */
function titlesOf(
  words: readonly Word[],
  right: number,
  { isOfficer, isOther }: Partial<Record<RelationshipName, PaperTick>>,
  ledger: WordLedger,
): PaperOwner {
  if (words.length === 0) return {}
  const [officer, other] = [isOfficer?.state === 'ticked', isOther?.state === 'ticked']
  const slashes = words.flatMap(({ text }, i) => (text === '/' ? [i] : []))
  if (officer && other && slashes.length === 1) {
    ledger.ignorePrint([words[slashes[0]!]!])
    const [first, second] = [words.slice(0, slashes[0]), words.slice(slashes[0]! + 1)]
    ledger.take([...first, ...second])
    return { ...given('officerTitle', cellOf(first, { right })), ...given('otherText', cellOf(second, { right })) }
  }
  if (officer === other) return {}
  ledger.take(words)
  return given(officer ? 'officerTitle' : 'otherText', cellOf(words, { right }))
}

/** Box 6: one person or several. */
export function jointOf(words: readonly Word[], ledger: WordLedger): Pick<PaperForm, 'isOnePerson' | 'isJoint'> {
  const lines = linesByPage(words)
  const found = new Map<'isOnePerson' | 'isJoint', PaperTick>()
  for (const line of lines) {
    const at = line.words.findIndex((_, i) => beginsLabel(line.words, i))
    if (at < 0) continue
    const signs = signsBefore(line.words[at]!, words)
    ledger.take(signs)
    const isMore = line.words.some(({ text }) => isAlike(text, 'More') || isAlike(text, 'than'))
    found.set(isMore ? 'isJoint' : 'isOnePerson', tickBefore(line.words[at]!, signs, ledger))
  }
  ledger.ignorePrint(words)
  return { isOnePerson: found.get('isOnePerson') ?? UNREAD, isJoint: found.get('isJoint') ?? UNREAD }
}

/** A box whose label was not found is not taken for empty. */
const UNREAD: PaperTick = { state: 'unread', words: [] }

/** `Form filed by`, one of the three misread or not. */
const beginsLabel = (words: readonly Word[], i: number): boolean =>
  ['Form', 'filed', 'by'].filter((token, n) => isAlike(words[i + n]?.text ?? '', token)).length >= 2
