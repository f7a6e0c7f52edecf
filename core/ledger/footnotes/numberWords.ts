/** Numbers in words, as footnotes spell them. */
const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const TENTHS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'

const CARDINAL_WORDS = table(UNITS, TENS)
const ORDINAL_WORDS = table(ORDINALS, TENTHS)

function table(units: string, tens: string): ReadonlyMap<string, number> {
  return new Map([
    ...units.split(' ').map((word, i): [string, number] => [word, i]),
    ...tens.split(' ').map((word, i): [string, number] => [word, (i + 2) * 10]),
  ])
}

/** A number that words begin with, and how many of the words it takes. */
export interface WordNumber {
  value: number
  words: number
}

/** `thirty six`, `twelve`: 0 to 99; `undefined` where the words begin with no number. */
export function cardinalIn(words: readonly string[]): WordNumber | undefined {
  const first = CARDINAL_WORDS.get(words[0] ?? '')
  if (first === undefined) return words[0] === 'hundred' ? { value: 100, words: 1 } : undefined
  if (words[1] === 'hundred') return { value: first * 100, words: 2 }
  const second = first >= 20 ? CARDINAL_WORDS.get(words[1] ?? '') : undefined
  const isCompound = second !== undefined && second > 0 && second < 10
  return isCompound ? { value: first + second, words: 2 } : { value: first, words: 1 }
}

/** `first`, `forty eighth`: 1 to 99, the plural (`fifths`) too. */
export function ordinalIn(words: readonly string[]): WordNumber | undefined {
  const whole = ordinal(words[0])
  if (whole !== undefined) return { value: whole, words: 1 }
  const tens = CARDINAL_WORDS.get(words[0] ?? '')
  const unit = ordinal(words[1])
  const isCompound = tens !== undefined && tens >= 20 && unit !== undefined && unit < 10
  return isCompound ? { value: tens + unit, words: 2 } : undefined
}

function ordinal(word: string | undefined): number | undefined {
  const value = ORDINAL_WORDS.get(word ?? '') ?? ORDINAL_WORDS.get((word ?? '').replace(/s$/, ''))
  return value === 0 ? undefined : value
}
