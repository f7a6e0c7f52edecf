import type { Place, Word } from '../../page/page.ts'
import { boxAround } from '../image/greyImage.ts'
import { CERTAINTY, type Letter } from './letters.ts'
import type { Part } from './parts.ts'

/**
 * Gaps between letters as shares of the height of their line: narrower than the first is no space, whatever the OCR says,
 * wider than the second is one.
 */
const NO_SPACE = 0.12
const SPACE = 0.75
/** Wider than this is a space where the OCR saw none, if it is as wide as the narrowest of so many spaces of its line. */
const WIDE = 0.4
const ENOUGH_SPACES = 3
/** Gaps within words are narrower than this, those between words wider. Others are doubtful. */
const INNER = 0.36
/** A single tick anywhere but within a word or behind its last `s`: half of a quotation mark may be hidden. */
const HALF_QUOTED = /(?<!\p{L})'|'(?=[^\p{L}])|(?<!s)'$/u
/**
 * Letters that have one form in many typefaces, which the OCR tells apart by their word alone. Doubtful where the word
 * speaks against what was read: `l` without small letters beside it (`lll`, `Al`, `GlBSON`) or before a consonant at the
 * beginning (`lllinois`), `I` behind a small letter or before a vowel (`aIl`, `Iess`), a digit within letters (`C0RP`), a
 * small letter within capitals (`SoNUS`, but not `McGEE`).
 */
const UNLIKELY = [
  /(?<![\p{L}'\u2019])[Il|]*l[Il|]*(?!\p{L})/u,
  /\p{Lu}l(?:\p{Lu}|(?!\p{L}))|(?<!\p{L})l\p{Lu}/u,
  /(?<![\p{L}'\u2019])l(?=[b-df-hj-np-tv-xz])/u,
  /\p{Ll}I|(?<!\p{L})I(?=[aeiou])/u,
  /\p{L}[0158]\p{L}/u,
  /(?!Mc)\p{Lu}[ckopsuvwxz]\p{Lu}/u,
]
/** The halves of a quotation mark are nearer than this. */
const HALVES = 0.35
/** What ticks are read as. */
const TICKS = ['"', "'", '\u2018', '\u2019', '\u201c', '\u201d', '`', '|', '\ufffd']
/** How many other readings of a word are given at most. */
const MOST_ALTERNATIVES = 8

/**
 * The words of a part. The OCR says where one ends; where the gap between two letters says otherwise, the gap is believed
 * and the words are doubtful. A word is as certain as the least certain of its letters.
 */
export function wordsOf(part: Part, read: readonly Letter[], page: number): Word[] {
  const letters = withTicks(part, read)
  const space = narrowestSpace(part, letters)
  const words: { letters: Letter[]; isDoubtful: boolean }[] = []
  for (const [i, letter] of letters.entries()) {
    const last = words.at(-1)
    const gap = last ? gapBefore(part, letters, i) : undefined
    const opens = gap === undefined || gap >= space || (letter.opens && gap >= NO_SPACE)
    if (last && !opens) last.letters.push(letter)
    else words.push({ letters: [letter], isDoubtful: false })
    if (last && (opens !== letter.opens || isStrange(gap, opens))) {
      last.isDoubtful = true
      words.at(-1)!.isDoubtful = true
    }
  }
  return words.map((word) => wordOf(part, word.letters, word.isDoubtful, page))
}

/** Whether a gap is too wide for one within a word, or too narrow for one between two. */
function isStrange(gap: number | undefined, opens: boolean): boolean {
  return gap !== undefined && (opens ? gap < INNER : gap > INNER)
}

/**
 * Upright ticks told by their shape: one is an apostrophe, two side by side are a quotation mark. The OCR mixes them up,
 * and so does what is known of the glyph, which is the same in both.
 */
function withTicks(part: Part, letters: readonly Letter[]): Letter[] {
  const told: Letter[] = []
  for (const [i, letter] of letters.entries()) {
    const ticks = ticksIn(part, letter)
    const before = told.at(-1)
    if (ticks === 0) told.push(letter)
    else if (
      ticks === 1 &&
      before?.text === "'" &&
      ticksIn(part, before) === 1 &&
      (gapBefore(part, letters, i) ?? SPACE) < HALVES
    ) {
      told[told.length - 1] = { ...before, glyphs: [...before.glyphs, ...letter.glyphs], text: '"' }
    } else {
      told.push({ ...letter, text: ticks === 1 ? "'" : '"', certainty: CERTAINTY.corrected, alternatives: [] })
    }
  }
  return told
}

/** From where a gap is a space in this part although the OCR saw none. */
function narrowestSpace(part: Part, letters: readonly Letter[]): number {
  const spaces = letters.flatMap(({ opens }, i) => (opens && i > 0 ? (gapBefore(part, letters, i) ?? []) : []))
  if (spaces.length < ENOUGH_SPACES) return SPACE
  return Math.min(SPACE, Math.max(WIDE, Math.min(...spaces)))
}

/** How many narrow strokes in the upper half of its line a letter is, if it is one or two and was read as some quote. */
function ticksIn({ glyphs, line }: Part, { text, glyphs: own }: Letter): number {
  if (own.length > 2 || !TICKS.includes(text)) return 0
  const areTicks = own.every((g) => {
    const { left, top, right, bottom } = glyphs[g]!
    return right - left < 0.5 * (bottom - top) && bottom <= line.baseline - 0.45 * line.height
  })
  return areTicks ? own.length : 0
}

/** The gap before a letter as a share of the height of the line; `undefined` where one of both has no ink. */
function gapBefore({ glyphs, line }: Part, letters: readonly Letter[], i: number): number | undefined {
  const before = letters[i - 1]!.glyphs.at(-1)
  const own = letters[i]!.glyphs[0]
  if (before === undefined || own === undefined) return letters[i]!.opens ? undefined : 0.5 * SPACE
  return (glyphs[own]!.left - glyphs[before]!.right) / line.height
}

function wordOf(part: Part, letters: readonly Letter[], isDoubtful: boolean, page: number): Word {
  const text = letters.map((letter) => letter.text).join('')
  const least = Math.min(...letters.map(({ certainty }) => certainty))
  const alternatives = alternativesOf(letters)
  return {
    text,
    place: placeOf(part, letters, page),
    certainty: isDoubtful || isUnlikely(text) ? Math.min(least, CERTAINTY.conflict) : least,
    ...(alternatives.length > 0 ? { alternatives } : {}),
    ...(part.isRaised ? { isRaised: true } : {}),
  }
}

const isUnlikely = (text: string) => HALF_QUOTED.test(text) || UNLIKELY.some((letters) => letters.test(text))

/** Where a word stands; letters without ink stand where their part does. */
function placeOf(part: Part, letters: readonly Letter[], page: number): Place {
  const glyphs = letters.flatMap((letter) => letter.glyphs.map((g) => part.glyphs[g]!))
  return { page, ...boxAround(glyphs.length > 0 ? glyphs : part.glyphs) }
}

/** Each doubtful letter replaced by each of its alternatives, one at a time, then all together by their first. */
function alternativesOf(letters: readonly Letter[]): string[] {
  const texts = letters.map(({ text }) => text)
  const found = new Set<string>()
  for (const [i, { alternatives }] of letters.entries()) {
    for (const other of alternatives) found.add(texts.with(i, other).join(''))
  }
  found.add(letters.map(({ text, alternatives }) => alternatives[0] ?? text).join(''))
  found.delete(texts.join(''))
  return [...found].slice(0, MOST_ALTERNATIVES)
}
