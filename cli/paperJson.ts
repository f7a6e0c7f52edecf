import type { PaperReading } from './paperRoom.ts'

/** What stands under `paper` in the JSON of `read`: what was recognised, the evidence, what is asked, what was left out. */
export function paperJson({ recognised, fields, questions, ignored, unplaced }: PaperReading): object {
  return {
    recognised,
    fields: [...fields.values()],
    questions,
    ignored: ignored.map(({ why, words }) => ({ why, words: words.map(({ text }) => text).join(' ') })),
    unplaced: unplaced.map(({ text }) => text),
  }
}
