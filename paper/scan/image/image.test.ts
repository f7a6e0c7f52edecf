import { expect, test } from 'vitest'
import { componentsOf } from './components.ts'
import { evenLight } from './evenLight.ts'
import type { GreyImage, InkImage } from './greyImage.ts'
import { takeRules } from './rules.ts'
import { scaled } from './scaled.ts'
import { lieOf } from './skew.ts'
import { inkOf, inkThreshold } from './threshold.ts'
import { quarterTurned, turned } from './turn.ts'

/** A white picture with black boxes on it: left, top, width, height. */
function drawn(width: number, height: number, boxes: readonly (readonly number[])[], light = 0): GreyImage {
  const data = new Uint8Array(width * height).fill(255)
  for (const [left, top, wide, high] of boxes) {
    for (let y = top!; y < top! + high!; y++) data.fill(light, y * width + left!, y * width + left! + wide!)
  }
  return { width, height, data }
}

/** Drawn in letters: `#` is ink. */
function inked(rows: readonly string[]): InkImage {
  const data = Uint8Array.from(rows.join(''), (letter) => (letter === '#' ? 1 : 0))
  return { width: rows[0]!.length, height: rows.length, data }
}

const byNumber = (a: number, b: number) => a - b

test('pieces hang together at corners, too, and are met row by row', () => {
  const found = componentsOf(inked(['#..#.#', '.#.#.#', '...###', '#.....']))!
  expect(found.components.map(({ left, top, right, bottom, area }) => [left, top, right, bottom, area])).toEqual([
    [0, 0, 2, 2, 2],
    [3, 0, 6, 3, 7],
    [0, 3, 1, 4, 1],
  ])
  expect(found.runs.count).toBe(8)
})

test('pieces of any picture are those that flooding finds', () => {
  let state = 7
  const next = () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state / 2 ** 31
  }
  for (let round = 0; round < 30; round++) {
    const ink = inked(
      Array.from({ length: 12 }, () => Array.from({ length: 15 }, () => (next() < 0.4 ? '#' : '.')).join('')),
    )
    expect(
      componentsOf(ink)!
        .components.map(({ area }) => area)
        .sort(byNumber),
    ).toEqual(flooded(ink).sort(byNumber))
  }
})

function flooded({ width, height, data }: InkImage): number[] {
  const seen = new Uint8Array(data.length)
  const areas: number[] = []
  for (let start = 0; start < data.length; start++) {
    if (data[start] === 0 || seen[start] === 1) continue
    let area = 0
    const open = [start]
    seen[start] = 1
    while (open.length > 0) {
      const at = open.pop()!
      area++
      for (const dy of [-1, 0, 1]) {
        for (const dx of [-1, 0, 1]) {
          const x = (at % width) + dx
          const y = Math.floor(at / width) + dy
          const to = y * width + x
          if (x < 0 || y < 0 || x >= width || y >= height || data[to] === 0 || seen[to] === 1) continue
          seen[to] = 1
          open.push(to)
        }
      }
    }
    areas.push(area)
  }
  return areas
}

test('the threshold lies between the two lights of a page, in the middle where there are no others', () => {
  expect(inkThreshold(drawn(40, 40, [[5, 5, 10, 10]], 55))).toBe(155)
  expect([...inkOf({ width: 3, height: 1, data: Uint8Array.of(99, 100, 101) }, 100).data]).toEqual([1, 0, 0])
})

test('on a page with hardly any ink the threshold is not within the grain of the paper', () => {
  const page = drawn(400, 400, [[50, 50, 30, 4]], 20)
  const grain = (i: number) => [0, 14, 23, 31, 40, 52, 66, 8, 0, 0, 0, 0, 0][(i * 7) % 13]!
  const grained = { ...page, data: page.data.map((light, i) => (light > 200 ? 255 - grain(i) : light)) }
  const ink = inkOf(grained, inkThreshold(grained))
  expect(ink.data.reduce((sum, one) => sum + one, 0)).toBe(30 * 4)
})

test('a shadow is evened out, ink stays', () => {
  const page = drawn(400, 200, [[300, 100, 8, 8]])
  const shadowed = { ...page, data: page.data.map((light, i) => Math.round(light * (1 - (0.5 * (i % 400)) / 400))) }
  const even = evenLight(shadowed)
  const at = (x: number, y: number) => even.data[y * 400 + x]!
  expect([at(20, 20), at(200, 20), at(390, 180)].every((light) => light > 225)).toBe(true)
  expect(at(303, 103)).toBe(0)
})

test('quarter turns go round', () => {
  const image = drawn(3, 2, [[0, 0, 1, 1]])
  const once = quarterTurned(image, 90)
  expect([once.width, once.height, once.data[1]]).toEqual([2, 3, 0])
  expect([...quarterTurned(quarterTurned(once, 90), 180).data]).toEqual([...image.data])
  expect([...quarterTurned(once, 270).data]).toEqual([...image.data])
})

test('twice the size and back is the same picture', () => {
  const image = drawn(40, 30, [[10, 10, 12, 8]])
  const back = scaled(scaled(image, 2), 0.5)
  expect([back.width, back.height]).toEqual([40, 30])
  expect(Math.max(...back.data.map((light, i) => Math.abs(light - image.data[i]!)))).toBeLessThan(70)
  expect(back.data[14 * 40 + 15]).toBeLessThan(10)
})

/** Rows of letters: boxes of 12 by 20, some without their lower part. */
const TEXT = Array.from({ length: 400 }, (_, i) => [
  40 + (i % 40) * 20,
  40 + Math.floor(i / 40) * 50,
  12,
  i % 3 ? 20 : 14 + (i % 5),
])

test('how a page lies is found, whichever way it was turned', () => {
  const page = drawn(900, 600, TEXT)
  const lieOfPicture = (image: GreyImage) => lieOf(componentsOf(inkOf(image, 128))!.components)
  for (const degrees of [0, 0.4, -1.7, 3.1]) {
    const lie = lieOfPicture(turned(page, degrees))!
    expect(lie.runsAcross).toBe(true)
    expect(lie.degrees).toBeCloseTo(degrees, 1)
  }
  const sideways = lieOfPicture(quarterTurned(turned(page, 1), 90))!
  expect(sideways.runsAcross).toBe(false)
  expect(sideways.degrees).toBeCloseTo(1, 1)
  expect(lieOf([])).toBeUndefined()
})

test('rules are found and taken out; a letter that one crosses keeps its stroke', () => {
  const rules = [
    [50, 100, 500, 2],
    [50, 300, 500, 2],
    [50, 100, 2, 202],
    [548, 100, 2, 202],
    [300, 100, 2, 202],
  ]
  const letters = [
    [100, 150, 12, 20],
    [120, 290, 4, 20],
  ]
  const page = drawn(600, 400, [...rules, ...letters])
  const ink = inkOf(page, 128)
  const found = takeRules(ink, page)
  expect([found.across.length, found.down.length]).toEqual([2, 3])
  const left = componentsOf(ink)!.components.filter(({ area }) => area > 3)
  expect(left.map(({ left: x, top, right, bottom }) => [x, top, right, bottom])).toEqual([
    [100, 150, 112, 170],
    [120, 290, 124, 310],
  ])
})

test('a row of letters is no rule, however dense', () => {
  const page = drawn(900, 300, [
    ...Array.from({ length: 40 }, (_, i) => [50 + i * 20, 100, 3, 24]),
    ...Array.from({ length: 40 }, (_, i) => [50 + i * 20, 121, 14, 3]),
  ])
  const { across, down } = takeRules(inkOf(page, 128), page)
  expect([across, down]).toEqual([[], []])
})
