import type { Pair } from '../glyphs/alignment.ts'
import type { Family } from '../glyphs/families.ts'
import { formsApart } from '../glyphs/form.ts'
import type { OcrWord } from '../ocr/ocrEngine.ts'
import { keyOf, labelOf, type Reading, type Verdict, type Votes, weightOf } from './votes.ts'

/** A letter as read and looked at twice. */
export interface Letter {
  /** Which glyphs of the part it is, by their numbers. */
  readonly glyphs: readonly number[]
  readonly text: string
  readonly certainty: number
  /** What it may be instead, likeliest first. */
  readonly alternatives: readonly string[]
  /** Whether the OCR sees a word begin here. */
  readonly opens: boolean
  readonly why: Why
}

/**
 * How sure a letter is, by what the second look at its ink says. The second look knows no letters, only which glyphs of
 * the document are alike; so the OCR has to be wrong about most of them in the same way for it to be wrong, too.
 *
 * - `known`: the same glyph in other words is read the same.
 * - `kin`: the same form in another size is read the same, and no other letter has a form as near.
 * - `corrected`: the OCR was unsure; the same glyph in other words, where it was sure, says what it is.
 * - `alone`: no other glyph is like it; the OCR was sure.
 * - `unsure`: no other glyph is like it; the OCR was not sure.
 * - `conflict`: the same glyph in other words is read differently.
 * - `unread`: ink that the OCR read nothing in, or letters that it read where no ink is.
 */
export type Why = keyof typeof CERTAINTY

export const CERTAINTY = {
  known: 0.999,
  kin: 0.97,
  corrected: 0.95,
  alone: 0.9,
  unsure: 0.6,
  conflict: 0.5,
  unread: 0.3,
} as const

/** From how many votes, and which share of them, a family is known. */
const ENOUGH_VOTES = 0.9
const ENOUGH_SHARE = 0.8
/** A letter broken into pieces, or one that swallows the point beside it, needs more. */
const ENOUGH_FOR_BROKEN = 2.5
/** From which confidence the OCR is sure of a letter that nothing else speaks for; and of one that others speak against. */
const SURE = 0.9
const SURE_OF_WORD = 0.85
/** Signs that consist of pieces side by side. */
const OF_PIECES = '%"\u201c\u201d'
/** Forms of one letter in two sizes are nearer than this; any other letter has to be this many times as far. */
const KIN = 0.06
const FARTHER = 1.7
/** A form that is known as another letter's throws doubt on a reading only if it is as near as this. */
const OTHER = 0.03
/** Letters that differ in size alone, or in nothing, in some typefaces: of these no form says which. */
const SAME_FORM = ['Il|1', '0Oo', 'Cc', 'Kk', 'Pp', 'Ss5', 'Uu', 'Vv', 'Ww', 'Xx', 'Yy', 'Zz2', 'B8', "',`", '.-_']
/** The heights of one letter (where they are known), as shares of the line's, differ by no more than this. */
const SAME_TALL = 0.1

/** A family that is known to be a letter. */
interface KnownFamily {
  readonly family: Family
  readonly label: string
}

/** Judges the letters of readings by all votes of a document. */
export class SecondLook {
  private readonly known: KnownFamily[]
  /** The letters of known families by their numbers. */
  private readonly labels: ReadonlyMap<number, string>
  private readonly votes: Votes

  constructor(families: readonly Family[], votes: Votes) {
    this.votes = votes
    this.known = families.flatMap((family) => {
      const verdict = votes.verdict(String(family.id), { label: '', weight: 0 })
      return isKnown(verdict) && verdict.label !== '' ? [{ family, label: verdict.label }] : []
    })
    this.labels = new Map(this.known.map(({ family, label }) => [family.id, label]))
  }

  lettersOf(reading: Reading): Letter[] {
    const own = ownVotes(reading)
    return reading.pairs.map((pair) => {
      const [first, ...others] = pair.symbols.map((i) => reading.symbols[i]!)
      const ocr = labelOf(reading, pair)
      const judged = others.some(({ opens }) => opens) ? letter(ocr, 'conflict') : this.judged(reading, pair, ocr, own)
      return { ...judged, glyphs: pair.glyphs, opens: first?.opens ?? false }
    })
  }

  private judged(reading: Reading, pair: Pair, ocr: string, own: OwnVotes): Judged {
    if (pair.glyphs.length === 0) return letter(ocr, 'unread')
    const key = keyOf(reading.part, pair.glyphs)
    const word = reading.symbols[pair.symbols[0] ?? -1]?.word
    const verdict = this.votes.verdict(key, { label: ocr, weight: own.get(word)?.get(`${key} ${ocr}`) ?? 0 })
    if (ocr === '') return letter(verdict.label || '\ufffd', 'unread')
    const symbol = reading.symbols[pair.symbols[0]!]!
    const confidence = Math.min(symbol.confidence, symbol.word.confidence)
    if (verdict.total >= (pair.glyphs.length > 1 && !OF_PIECES.includes(ocr) ? ENOUGH_FOR_BROKEN : ENOUGH_VOTES)) {
      if (isKnown(verdict) && verdict.label === ocr) return letter(ocr, 'known')
      // Labels of several letters differ when the OCR misplaced a letter, not when it misread one.
      if (verdict.label.length !== ocr.length) return letter(ocr, 'conflict', verdict.label)
      return letter(verdict.label, isKnown(verdict) && confidence < SURE_OF_WORD ? 'corrected' : 'conflict', ocr)
    }
    const families = pair.glyphs.map((g) => reading.part.families[g]!)
    if (families.length > 1 && !OF_PIECES.includes(ocr)) return this.brokenLetter(families, ocr)
    const kin = families.length > 1 ? undefined : this.kinOf(families[0]!)
    if (kin?.label === ocr) return letter(ocr, 'kin')
    if (kin && kin.distance < OTHER && !haveSameForm(kin.label, ocr)) return letter(ocr, 'conflict', kin.label)
    return letter(ocr, confidence >= SURE ? 'alone' : 'unsure')
  }

  /** A letter of several glyphs: if one of them is a letter by itself elsewhere, the OCR passed over ink here. */
  private brokenLetter(families: readonly Family[], ocr: string): Judged {
    const labels = families.map(({ id }) => this.labels.get(id) ?? '')
    return labels.every((label) => label === '') ? letter(ocr, 'unsure') : letter(ocr, 'unread', labels.join(''))
  }

  /** The letter that a glyph has the form of, in another size; `undefined` where none is near or two are. */
  private kinOf(family: Family): { label: string; distance: number } | undefined {
    const distances = new Map<string, number>()
    for (const { family: other, label } of this.known) {
      if (other === family || Math.abs(other.tall - family.tall) > SAME_TALL) continue
      const distance = formsApart(family.form, other.form)
      if (distance < (distances.get(label) ?? KIN * FARTHER)) distances.set(label, distance)
    }
    const [nearest, next] = [...distances].toSorted(([, a], [, b]) => a - b)
    if (!nearest || nearest[1] > KIN) return undefined
    return !next || next[1] > FARTHER * nearest[1] ? { label: nearest[0], distance: nearest[1] } : undefined
  }
}

/** What each word of a reading votes for, by glyphs and label. */
type OwnVotes = ReadonlyMap<OcrWord | undefined, ReadonlyMap<string, number>>

function ownVotes(reading: Reading): OwnVotes {
  const own = new Map<OcrWord | undefined, Map<string, number>>()
  for (const pair of reading.pairs) {
    const word = reading.symbols[pair.symbols[0] ?? -1]?.word
    const votes = own.get(word) ?? new Map<string, number>()
    own.set(word, votes)
    const key = `${keyOf(reading.part, pair.glyphs)} ${labelOf(reading, pair)}`
    votes.set(key, weightOf(reading, pair) + (votes.get(key) ?? 0))
  }
  return own
}

const haveSameForm = (a: string, b: string) => SAME_FORM.some((same) => same.includes(a) && same.includes(b))

type Judged = Pick<Letter, 'text' | 'certainty' | 'alternatives' | 'why'>

const letter = (text: string, why: Why, ...alternatives: readonly string[]): Judged => ({
  text,
  certainty: CERTAINTY[why],
  alternatives: alternatives.filter((other) => other !== '' && other !== text),
  why,
})

const isKnown = ({ share, total }: Verdict) => total >= ENOUGH_VOTES && share >= ENOUGH_SHARE
