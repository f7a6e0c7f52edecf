import { escapeHtml } from '@section16/core/render'
import type { Page, Place, Word } from '../page/page.ts'
import type { PageImage } from '../page/pageImage.ts'
import type { Mark } from './marks.ts'

/**
 * A page with marks over it: its picture, or else its words laid out by their places, in a grid of cells where the source
 * says no sizes.
 */
export function sheet(page: Page, image: PageImage | undefined, marks: readonly Mark[]): string {
  const isGrid = page.unit === 'cell' && !image
  const areaOf = areasOf(page)
  const inside = isGrid ? gridOf(page, areaOf) : image ? pictureOf(page, image) : drawingOf(page)
  const drawn = marks.map((mark) => drawnMark(mark, isGrid ? areaOf(mark.place) : box(mark.place, page)))
  const columns = Math.min(MOST_COLUMNS, columnsOf(page))
  const width = isGrid ? ` style="grid-template-columns:repeat(${columns},auto)"` : ''
  const title = `Page ${page.number}`
  return `<figure><figcaption>${title}</figcaption><div class="sheet ${isGrid ? 'grid' : 'placed'}"${width}>${inside}${drawn.join('')}</div></figure>`
}

function pictureOf({ number }: Page, { png }: PageImage): string {
  const data = Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64')
  return `<img alt="Page ${number} as it was given" src="data:image/png;base64,${data}">`
}

/** A character is this much higher than it is wide. */
const CHARACTER_HEIGHT = 2

/** The words at their places and the ruled lines, each word as wide as its place. */
function drawingOf(page: Page): string {
  const down = page.unit === 'character' ? CHARACTER_HEIGHT : 1
  const family = page.unit === 'character' ? ' class="typed"' : ''
  const rules = page.rules.map(
    ({ left, top, right, bottom }) =>
      `<rect x="${left}" y="${top * down}" width="${right - left}" height="${(bottom - top) * down}"></rect>`,
  )
  return `<svg viewBox="0 0 ${sizeOf(page.width)} ${sizeOf(page.height) * down}"${family}>${rules.join('')}${page.words.map((word) => drawnWord(word, down)).join('')}</svg>`
}

/** Letters stand on a line a quarter of the height above the lower edge. */
function drawnWord({ text, place: { left, top, right, bottom } }: Word, down: number): string {
  const height = (bottom - top) * down
  const y = round(bottom * down - height / 4)
  return `<text x="${round(left)}" y="${y}" font-size="${round(height * 0.8)}" textLength="${round(right - left)}" lengthAdjust="spacingAndGlyphs">${escapeHtml(text)}</text>`
}

/** The words of each cell in the order of the source. */
function gridOf({ words }: Page, areaOf: (place: Place) => string): string {
  const cells = Map.groupBy(words, ({ place: { left, top } }) => `${top} ${left}`)
  return [...cells.values()]
    .map((own) => `<span style="${areaOf(own[0]!.place)}">${own.map(({ text }) => escapeHtml(text)).join(' ')}</span>`)
    .join('')
}

/** A table of more columns is drawn with its last ones over each other. */
const MOST_COLUMNS = 200

/** Where a place is in the grid of its page; the last cell of a line goes on to the edge, so that a line of text has room. */
function areasOf({ words }: Page): (place: Place) => string {
  const ends = new Map<number, number>()
  for (const { place } of words) ends.set(place.top, Math.max(ends.get(place.top) ?? 0, place.right))
  return ({ left, top, right, bottom }) => {
    const end = right >= (ends.get(top) ?? right) ? -1 : Math.min(right, MOST_COLUMNS) + 1
    return `grid-area:${top + 1}/${Math.min(left, MOST_COLUMNS - 1) + 1}/${bottom + 1}/${end}`
  }
}

function columnsOf({ width, words }: Page): number {
  return words.reduce((most, { place }) => Math.max(most, place.right), sizeOf(width))
}

function box({ left, top, right, bottom }: Place, page: Page): string {
  const [across, down] = [100 / sizeOf(page.width), 100 / sizeOf(page.height)]
  return `left:${round(left * across)}%;top:${round(top * down)}%;width:${round((right - left) * across)}%;height:${round((bottom - top) * down)}%`
}

/** Only doubtful places are stops on the way through the page by keyboard; the others are reached from their fields. */
function drawnMark({ id, targets }: Mark, style: string): string {
  const isDoubtful = targets.some((target) => target.isDoubtful)
  const fields = targets.map((target) => target.id).join(' ')
  const label = escapeHtml(targets.map((target) => target.label).join('; '))
  return `<a class="mark${isDoubtful ? ' doubtful' : ''}" id="${id}" href="#${targets[0]!.id}" data-fields="${fields}" aria-label="${label}"${isDoubtful ? '' : ' tabindex="-1"'} style="${style}"></a>`
}

/** A page without an extent has one of 1. */
const sizeOf = (length: number) => Math.max(1, length)

const round = (length: number) => Math.round(length * 1000) / 1000
