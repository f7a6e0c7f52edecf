import { expect, it } from 'vitest'
import { drawPlot } from './positionPlot.ts'

/** Braille as dots: `#` where one is set, four lines a row. */
function dotsOf(lines: readonly string[]): string[] {
  const bits = [
    [0x01, 0x08],
    [0x02, 0x10],
    [0x04, 0x20],
    [0x40, 0x80],
  ]
  return lines.flatMap((line) =>
    bits.map(([left = 0, right = 0]) =>
      Array.from(line, (character) => {
        const dots = (character.codePointAt(0) ?? 0) - 0x2800
        return `${dots & left ? '#' : '.'}${dots & right ? '#' : '.'}`
      }).join(''),
    ),
  )
}

it('draws a step: the balance stays until the next point', () => {
  const points = [
    { day: 0, height: 3 },
    { day: 2, height: 0 },
    { day: 3, height: 0 },
  ]
  expect(dotsOf(drawPlot(points, 2, 1))).toEqual(['###.', '..#.', '..#.', '..##'])
})

it('is as wide and as high as it is asked to be', () => {
  const lines = drawPlot(
    [
      { day: 10, height: 5 },
      { day: 400, height: 900 },
    ],
    37,
    8,
  )
  expect(lines).toHaveLength(8)
  for (const line of lines) expect(line).toHaveLength(37)
})

it('has zero at the bottom, and below it what is negative', () => {
  expect(dotsOf(drawPlot([{ day: 0, height: 4 }], 1, 1))).toEqual(['##', '..', '..', '..'])
  expect(dotsOf(drawPlot([{ day: 0, height: -4 }], 1, 1))).toEqual(['..', '..', '..', '##'])
  expect(dotsOf(drawPlot([{ day: 0, height: 0 }], 1, 1))).toEqual(['..', '..', '..', '##'])
})

it('draws nothing of nothing', () => {
  expect(drawPlot([], 10, 4)).toEqual([])
})
