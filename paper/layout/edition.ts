import { editionOf as editionBySigns, type PaperEditionName, paperEdition } from '../labels/paperEditions.ts'
import type { Word } from '../page/page.ts'
import type { Anchor } from './anchors.ts'

/** The edition of a print: our pages name it, others show it by their labels. */
export function editionOf(words: readonly Word[], anchors: readonly Anchor[]): PaperEditionName | undefined {
  const said = words.findIndex(({ text }, i) => text === 'Edition' && words[i + 1]?.text === 'of')
  const named = paperEdition(said < 0 ? undefined : words[said + 2]?.text)
  if (named) return named.name
  const text = words.map((word) => word.text).join(' ')
  const has = (name: Anchor['name']) => anchors.some((anchor) => anchor.name === name)
  const period = anchors.find(({ name }) => name === 'periodOfReport')
  const asked = period?.words.map((word) => word.text).join(' ') ?? ''
  const isStatement = /statement\s+for/i.test(asked) && !/fiscal/i.test(asked)
  return editionBySigns({
    monthYear: isStatement && /month\s*\/\s*year/i.test(asked),
    monthDayYear: isStatement && /month\s*\/\s*day/i.test(asked),
    irsNumber: /I\.?R\.?S\.? (?:Identification )?Number of Reporting/i.test(text),
    actOf1935: /Holding Company Act of 1935/i.test(text),
    aff10b5One: has('aff10b5One'),
    foreignTradingSymbol: has('foreignTradingSymbol'),
    styleSheet: /earliest transaction|date of event/i.test(asked) || /Company Act of 1940/i.test(text),
  })
}
