/** Names of nobody: combined from lists, with a number where that is not enough. */
import type { Random } from '../random.ts'

const FIRST =
  'Ada Bram Cleo Dara Eben Fern Gil Hale Ines Jory Kit Lux Mira Nell Otto Pell Quin Rue Saul Tess Ulla Vane Wren Yara'
const LAST =
  'Alder Birch Coot Dunlin Elver Fescue Gorse Heron Ibis Jackdaw Kestrel Lapwing Mallow Nettle Osprey Plover Quill ' +
  'Rook Sorrel Teal Umber Vetch Willet Yarrow'
const WORDS =
  'Amber Basin Cobalt Delta Ember Fjord Granite Harbor Indigo Juniper Kelp Lantern Meadow Nimbus Opal Prairie'
const KINDS = 'Instruments Foods Turbines Therapeutics Networks Logistics Minerals Software'

const listed = (text: string) => text.split(' ')

/** `Heron Ada 17`: last name first, as EDGAR writes it. */
export function personName(random: Random, n: number): string {
  return `${random.pick(listed(LAST))} ${random.pick(listed(FIRST))} ${n}`
}

/** `Cobalt Foods 3 Inc.` with its symbol. */
export function companyName(random: Random, n: number): { name: string; tradingSymbol: string } {
  const [word, kind] = [random.pick(listed(WORDS)), random.pick(listed(KINDS))]
  const letters = [
    word[0],
    kind[0],
    String.fromCharCode(65 + (n % 26)),
    String.fromCharCode(65 + (Math.floor(n / 26) % 26)),
  ]
  return { name: `${word} ${kind} ${n} Inc.`, tradingSymbol: letters.join('').toUpperCase() }
}

/** An id as the store makes them, but always the same for the same random. */
export function idFrom(random: Random): string {
  const hex = Array.from({ length: 4 }, () =>
    random
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-')
}
