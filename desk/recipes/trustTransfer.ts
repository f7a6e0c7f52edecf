import type { CalendarDate, Decimal } from '@section16/core'
import { amount, choice, date, isAnswered, onlyWhen, shares, text } from './facts.ts'
import type { FormBuilder } from './formBuilder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import { DIRECT, type Ownership, type Stock } from './security.ts'
import { stock, stockTitle } from './stock.ts'
import { longDate } from './wording.ts'

/** Nothing, code G, or code S or P, by what the transfer is in law. Source: Rules 16a-8, 16a-13, 16b-5. */
export const trustTransfer = recipe(
  'trust-transfer',
  'Transfer to a trust or GRAT, or back',
  'Shares move between the insider and a trust.',
).step(
  {
    transferDate: date({
      question: 'On which day were the shares transferred?',
      why: 'The transaction date, where it is reported.',
      source: 'Form 4, Table I column 2',
    }),
    direction: choice(
      { into: 'Into the trust', back: 'Back to the insider' },
      {
        question: 'Which way?',
        why: 'One line goes down, the other up.',
        source: 'Form 4, General Instruction 4(b)(iii)',
      },
    ),
    kind: choice(
      {
        changeOfForm: 'A change of form: the insider’s pecuniary interest in the shares stays the same',
        gift: 'A gift: the one side gives up all interest, for nothing',
        sale: 'A sale: the shares are paid for, with money, a note or other property',
      },
      {
        question: 'What is the transfer?',
        why: 'A change of form is not reported; a gift is G; a sale is S or P and is matched.',
        source: 'Rules 16a-13, 16b-5, 16a-8(b)',
      },
    ),
    moved: shares({ question: 'How many shares?', why: 'The number moved.', source: 'Form 4, Table I column 4' }),
    price: onlyWhen(
      isAnswered('kind', 'sale'),
      amount({ question: 'At which price a share, in dollars?', why: 'Column 4.', source: 'Form 4, Table I column 4' }),
    ),
    stock: stockTitle,
    trust: onlyWhen(
      isAnswered('kind', 'changeOfForm'),
      text({
        question: 'How are the trust’s shares reported? “By the Ada Fern 2026 GRAT”',
        why: 'The trust is a line of ownership of its own.',
        source: 'Rule 16a-8; Form 4, General Instruction 4(b)(iii)',
      }),
    ),
  },
  ({ transferDate, direction, kind, moved, price, stock: title, trust }, form) => {
    const security = stock(title)
    if (trust) {
      const ownership: Ownership = { form: 'I', nature: trust }
      const [from, to] = direction === 'into' ? [DIRECT, ownership] : [ownership, DIRECT]
      changeForm({ security, from, to, shares: moved, date: transferDate }, form)
      return
    }
    const isGift = kind === 'gift'
    form.transactions({
      security,
      ownership: DIRECT,
      date: transferDate,
      code: isGift ? 'G' : direction === 'into' ? 'S' : 'P',
      way: direction === 'into' ? 'D' : 'A',
      shares: moved,
      price: price ?? NOTHING,
      notes: { code: [direction === 'into' ? `${isGift ? 'Gift' : 'Sale'} to a trust.` : 'Received from a trust.'] },
    })
  },
)

interface FormChange {
  readonly security: Stock
  readonly from: Ownership
  readonly to: Ownership
  readonly shares: Decimal
  readonly date: CalendarDate
}

/** Both totals move, and both say why when they are next reported. */
function changeForm({ security, from, to, shares: moved, date: day }: FormChange, form: FormBuilder): void {
  const exempt = `on ${longDate(day)}, a change in form of beneficial ownership exempt under Rule 16a-13.`
  form.event('changeOfForm', day, [
    {
      security,
      ownership: from,
      change: NOTHING.minus(moved),
      note: `Reflects the transfer of ${moved.toString()} shares to ${wordsOf(to)} ${exempt}`,
    },
    {
      security,
      ownership: to,
      change: moved,
      note: `Includes ${moved.toString()} shares transferred from ${wordsOf(from)} ${exempt}`,
    },
  ])
}

function wordsOf(ownership: Ownership): string {
  return ownership.form === 'D' ? 'direct ownership' : `indirect ownership "${ownership.nature}"`
}
