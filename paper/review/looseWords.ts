import { escapeHtml } from '@section16/core/render'
import { type Origin, originOf, originOfCell } from '../understand/evidence.ts'
import type { PaperReading } from '../understand/paperReading.ts'
import { type Mark, placeLink, type Target } from './marks.ts'

/** Words that went into no field, with what became of them. */
export interface LooseWords extends Target {
  readonly kind: 'unplaced' | 'noise'
}

/** What belongs to no field that was recognised, which a person should look at, and what was left out as noise. */
export function looseWords({ unplaced, ignored }: PaperReading, prefix: string): LooseWords[] {
  const loose = (kind: LooseWords['kind'], { words, places }: Origin, i: number): LooseWords => ({
    id: `${prefix}-${kind}-${i + 1}`,
    label: words,
    places,
    isDoubtful: kind === 'unplaced',
    kind,
  })
  const noise = ignored.filter(({ why }) => why === 'noise')
  return [
    ...unplaced.map((cell, i) => loose('unplaced', originOfCell(cell), i)),
    ...noise.map(({ words }, i) => loose('noise', originOf(words), i)),
  ]
}

const TITLES: Readonly<Record<LooseWords['kind'], string>> = {
  unplaced: 'Words without a field',
  noise: 'Left out as noise',
}

/** The words of one kind as a section; nothing where there are none. */
export function looseSection(
  words: readonly LooseWords[],
  kind: LooseWords['kind'],
  marks: ReadonlyMap<string, Mark>,
): string {
  const items = words.filter((one) => one.kind === kind).map((one) => item(one, marks.get(one.id)))
  return items.length === 0 ? '' : `<section><h3>${TITLES[kind]}</h3><ul>${items.join('')}</ul></section>`
}

function item({ id, label }: LooseWords, mark: Mark | undefined): string {
  return `<li class="loose" id="${id}" data-target>${escapeHtml(label)}${mark ? ` ${placeLink(mark)}` : ''}</li>`
}
