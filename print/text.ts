/** How a piece of text looks. Sizes are in points. */
export interface Look {
  readonly font: 'regular' | 'bold' | 'oblique'
  readonly colour: string
  /** Of the size of the text around it. */
  readonly scale: number
  /** Above the line, as a share of the size of the text around it. */
  readonly rise: number
}

const look = (font: Look['font'], colour = '#000', scale = 1, rise = 0): Look => ({ font, colour, scale, rise })

export const LOOKS = {
  plain: look('regular'),
  bold: look('bold'),
  label: look('regular', '#333', 0.9),
  ours: look('oblique', '#333', 0.95),
  bad: look('regular', '#8a120b'),
  mark: look('regular', '#0b3d91', 0.75, 0.3),
} as const

/** A piece of text in one look. Line ends in it break the line; other white space may be broken at. */
export interface Run {
  readonly text: string
  readonly look: Look
  /** Where it leads: a destination in this document, or an address. */
  readonly link?: { readonly to: string; readonly says: string } | { readonly url: string; readonly says: string }
}

/** A part of a line that is drawn in one go. `x` counts from the line's left. */
export interface Piece {
  readonly run: Run
  text: string
  readonly x: number
  width: number
}

export interface Line {
  readonly pieces: Piece[]
  width: number
}

/** The width of a text in points. */
export type Measure = (text: string, look: Look, size: number) => number

interface Part {
  run: Run
  text: string
}

/** Runs broken into lines of a width at most; a word that is longer than a line is broken between letters. */
export function wrap(runs: readonly Run[], width: number, size: number, measure: Measure): Line[] {
  const lines: Line[] = [{ pieces: [], width: 0 }]
  const widthOf = ({ text, run }: Part) => measure(text, run.look, size)
  let blank: Part | undefined
  for (const word of wordsOf(runs)) {
    if (word === 'line end') {
      lines.push({ pieces: [], width: 0 })
      blank = undefined
      continue
    }
    if (word.blank) {
      blank = word.parts[0]
      continue
    }
    let line = lines.at(-1)!
    const length = word.parts.reduce((sum, part) => sum + widthOf(part), 0)
    if (blank && line.pieces.length > 0) {
      if (line.width + widthOf(blank) + length <= width) put(line, blank, widthOf(blank))
      else {
        // The blank stays at the line's end, unseen, so that the words stay two in the text.
        const last = line.pieces.at(-1)!
        last.text += ' '
        line = { pieces: [], width: 0 }
        lines.push(line)
      }
    }
    blank = undefined
    if (line.width + length <= width) for (const part of word.parts) put(line, part, widthOf(part))
    else for (const part of word.parts) putLetters(lines, part, width, widthOf)
  }
  return lines
}

/** The longest word, and the longest line if nothing had to be broken. */
export function extent(runs: readonly Run[], size: number, measure: Measure): { least: number; most: number } {
  let least = 0
  let most = 0
  let line = 0
  for (const word of wordsOf(runs)) {
    if (word === 'line end') line = 0
    else {
      const length = word.parts.reduce((sum, { text, run }) => sum + measure(text, run.look, size), 0)
      line += length
      if (!word.blank) least = Math.max(least, length)
    }
    most = Math.max(most, line)
  }
  return { least, most }
}

type Word = 'line end' | { blank: boolean; parts: Part[] }

/** Words with what touches them, so that a footnote's mark stays with its word. */
function wordsOf(runs: readonly Run[]): Word[] {
  const words: Word[] = []
  for (const run of runs) {
    for (const [text] of run.text.matchAll(/\n| +|[^ \n]+/g)) {
      const last = words.at(-1)
      if (text === '\n') words.push('line end')
      else if (text.startsWith(' ')) {
        if (last !== undefined && last !== 'line end' && !last.blank)
          words.push({ blank: true, parts: [{ run, text: ' ' }] })
      } else if (last !== undefined && last !== 'line end' && !last.blank) last.parts.push({ run, text })
      else words.push({ blank: false, parts: [{ run, text }] })
    }
  }
  return words
}

function put(line: Line, { run, text }: Part, width: number): void {
  const last = line.pieces.at(-1)
  if (last?.run === run) {
    last.text += text
    last.width += width
  } else line.pieces.push({ run, text, x: line.width, width })
  line.width += width
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

function putLetters(lines: Line[], { run, text }: Part, width: number, widthOf: (part: Part) => number): void {
  for (const { segment } of letters.segment(text)) {
    const part = { run, text: segment }
    const length = widthOf(part)
    if (lines.at(-1)!.width + length > width && lines.at(-1)!.width > 0) lines.push({ pieces: [], width: 0 })
    put(lines.at(-1)!, part, length)
  }
}
