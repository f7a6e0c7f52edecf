import { editionOf, type PaperEditionName } from '../../labels/paperEditions.ts'
import type { Word } from '../../page/page.ts'
import { textOf } from '../text/words.ts'

/** The print that the labels of a head are of; `undefined` where a typist left out those that would say it. */
export function typedEdition(print: readonly Word[]): PaperEditionName | undefined {
  const text = textOf(print)
  return editionOf({
    monthYear: /statement for \(?month\s?\/\s?year/i.test(text),
    monthDayYear: /statement for \(?month\s?\/\s?day/i.test(text),
    irsNumber: /i\.?r\.?s\.? identification number/i.test(text),
    actOf1935: /public utility holding/i.test(text),
    aff10b5One: /10b5-1\(c\)/i.test(text),
    foreignTradingSymbol: /foreign trading symbol/i.test(text),
    styleSheet: /date of earliest transaction/i.test(text),
  })
}
