/** Differences between what recipes make and what filers made of the same events, each with why neither is mended. */
import type { RowDifference } from './compareRows.mts'

/** What is known of the form in which a difference stands. */
export interface DifferenceContext {
  /** The recipe that made the lines. */
  recipe: string
  /** The trades stand on other lines: the numbers of shares of its lines are not the filed ones. */
  isRecut: boolean
  /** Something went to a holder other than the one that had the right. */
  hasOtherHolder: boolean
  /** The number of shares differs on a line. */
  hasOtherNumber: boolean
}

export interface Practice {
  name: string
  why: string
  is: (difference: RowDifference, context: DifferenceContext) => boolean
}

/** Recipes whose lines are trades, cut into bands. */
export const TRADES: readonly string[] = ['purchase', 'sale', 'plan-sale', 'exercise-and-sell']
const GRANTS = ['option-grant', 'unit-grant']

/** In this order: the first that fits names a difference. */
export const PRACTICES: readonly Practice[] = [
  {
    name: 'other-bands',
    why:
      'Filers cut the trades of a day into bands of their own, often more than needed, by falling price or as executed. A ' +
      'recipe makes the fewest bands of one dollar, by rising price. Of an average a filing tells the ends of its range, ' +
      'not the trades, so two trades at the ends stand for them. The shares in all agree.',
    is: ({ cell }, { recipe, isRecut }) =>
      isRecut && TRADES.includes(recipe) && ['line', 'price', 'shares', 'total', 'transactionDate'].includes(cell),
  },
  {
    name: 'other-holdings-shown',
    why:
      'Filers add lines for what did not move: other classes, other series, each option that is held. The form asks for the ' +
      'other lines of a class in which something is reported (Form 4, General Instruction 4(a)(i)); the recipe writes ' +
      'those, and more may be added to the draft.',
    is: ({ cell, made, row }) => cell === 'line' && made === '' && !row.isTransaction,
  },
  {
    name: 'price-left-empty',
    why:
      'Column 8 of a grant or an exercise and column 4 of a conversion are often left empty, with a footnote or without. The ' +
      'recipe writes the zero, which says the same and leaves no cell open.',
    is: ({ cell, made, filed }) => cell === 'price' && made === '0' && filed === '',
  },
  {
    name: 'price-stated',
    why:
      'Filers write the exercise price or the value of the stock into the price of a grant or an exercise. That column asks ' +
      'what was paid for the security itself: nothing. The exercise price stands in column 2 (Form 4, General Instruction ' +
      '4(c)(iii)).',
    is: ({ cell, made }) => cell === 'price' && made === '0',
  },
  {
    name: 'unit-price-zero',
    why:
      'Column 2 of stock units: some write 0. A unit has no exercise price, so the recipe refers to the footnote that says ' +
      'what a unit is.',
    is: ({ cell, made, filed }, { recipe }) =>
      recipe === 'unit-grant' && cell === 'exercisePrice' && made === '' && filed === '0',
  },
  {
    name: 'vesting-day-as-date',
    why:
      'Column 6 of stock units: some write the day of vesting as the day on which they are exercisable, or expire. A unit is ' +
      'not exercised; the recipe tells the vesting in the footnote.',
    is: ({ cell, made }, { recipe }) =>
      recipe === 'unit-grant' && made === '' && (cell === 'exerciseDate' || cell === 'expirationDate'),
  },
  {
    name: 'another-holder-receives',
    why:
      'The shares went from the right of the insider straight to a trust or from a fund to its partners, on one line. The ' +
      'recipes move right and stock on the line of one holder; the transfer is an event of its own (transfer to a trust), ' +
      'reported or not by its own rule.',
    is: ({ cell }, { hasOtherHolder }) => hasOtherHolder && ['ownership', 'nature', 'total', 'line'].includes(cell),
  },
  {
    name: 'other-number-paid',
    why:
      'More shares than units were paid out (results above the target), or fewer (net of taxes, without code F). The first ' +
      'is an award earned and has its recipe; the second leaves out a disposition that has to be reported.',
    is: ({ cell }, { recipe, hasOtherNumber }) =>
      recipe === 'vest' && hasOtherNumber && (cell === 'shares' || cell === 'total'),
  },
  {
    name: 'total-of-awards',
    why:
      'The total of a derivative: some add up all awards under one title, some count each grant alone. The recipe keeps a ' +
      'total for each series: title, exercise price, expiration; no rule says which.',
    is: ({ cell }, { recipe }) => cell === 'total' && [...GRANTS, 'vest', 'exercise-and-hold'].includes(recipe),
  },
  {
    name: 'title-of-the-right',
    why:
      'The class has one title in Table I and another as the underlying security of the right. The recipe takes that of the ' +
      'right; the library of securities of the desk keeps both the same.',
    is: ({ cell }, { recipe }) => cell === 'securityTitle' && ['exercise-and-sell', 'conversion'].includes(recipe),
  },
  {
    name: 'early-not-marked',
    why:
      'Items that a Form 5 could have carried, reported on Form 4 of free will. They bear the 5 and an E for early ' +
      '(General Instruction 8); some leave out one or both, and a small purchase may bear them or not, for to report it ' +
      'at once is always right.',
    is: ({ cell }, { recipe }) =>
      ['gift', 'purchase'].includes(recipe) && (cell === 'timeliness' || cell === 'formType'),
  },
  {
    name: 'deemed-date-repeated',
    why:
      'Column 2A is filled although no rule sets another day. The recipe fills it only where it says something ' +
      '(Form 4, General Instruction 4(a)(ii)).',
    is: ({ cell, made }) => cell === 'deemedExecutionDate' && made === '',
  },
]

/** The name of a difference; `unexplained` must not be. */
export function practiceOf(difference: RowDifference, context: DifferenceContext): string {
  return PRACTICES.find(({ is }) => is(difference, context))?.name ?? 'unexplained'
}
