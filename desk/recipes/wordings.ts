import type { DiagnosticWording } from '@section16/core'

/** What recipes say: D10x of facts, D11x of what a recipe refuses, D12x of trades, D13x of what is worth knowing. */
export const recipeDiagnostics = {
  D101: {
    name: 'unreadable-fact',
    severity: 'doubt',
    message: 'The answer to “{fact}” is none of its kind ({type}).',
    fix: 'Answer the question again; shares and prices have at most four decimals, dates are written YYYY-MM-DD.',
  },
  D102: {
    name: 'unasked-fact',
    severity: 'note',
    message: 'The answer to “{fact}” is not used: this event does not ask for it.',
    fix: 'Nothing, if the answer belongs to another event.',
  },
  D103: {
    name: 'facts-contradict',
    severity: 'doubt',
    message: 'The answer to “{fact}” contradicts that to “{other}”: {why}.',
    fix: 'Correct one of the two.',
  },
  D104: {
    name: 'more-than-held',
    severity: 'doubt',
    message: '{shares} of {title} are disposed of, but only {held} are held on this line.',
    fix: 'Correct the number, or the position from which it starts.',
  },
  D110: {
    name: 'units-in-the-other-table',
    severity: 'doubt',
    message: 'This issuer’s stock units are reported in Table {convention}; here they would stand in Table {other}.',
    fix: 'Keep one way for an issuer; change its convention only together with what is already reported.',
  },
  D111: {
    name: 'not-this-event',
    severity: 'doubt',
    message: '{why}',
    fix: 'Take the recipe that the message names, or ask counsel.',
  },
  D120: {
    name: 'fills-do-not-add-up',
    severity: 'doubt',
    message: 'The trades add up to {fills}, not to the {shares} that were said to be traded.',
    fix: 'Complete the list of trades, or correct the total.',
  },
  D121: {
    name: 'plan-of-fill-unknown',
    severity: 'doubt',
    message: 'Of the trade of {date} at {price} it is not said whether it was made under the plan.',
    fix: 'Say so of every trade: plan trades and others never share a line.',
  },
  D122: {
    name: 'plan-adopted-after-trade',
    severity: 'doubt',
    message: 'The plan was adopted on {adopted}, after the trade of {date}.',
    fix: 'Correct the day of adoption; a modification counts as one.',
  },
  D123: {
    name: 'notice-before-trade',
    severity: 'doubt',
    message: 'Notice was given on {notified}, before the trade of {date}.',
    fix: 'Correct the day of the notice.',
  },
  D124: {
    name: 'table-lacks-column',
    severity: 'doubt',
    message: 'The table of trades has no column for the {column}.',
    fix: 'Name the columns in the first line: date, shares, price.',
  },
  D125: {
    name: 'line-is-no-trade',
    severity: 'doubt',
    message: 'Line {line} is no trade, its {column} cannot be read: {written}',
    fix: 'Correct the line, or take it out if it is none.',
  },
  D126: {
    name: 'lines-differ',
    severity: 'doubt',
    message: 'The lines are not of one kind, their {column} differs: {values}.',
    fix: 'Take the lines of one side, security and account for one event.',
  },
  D127: {
    name: 'signs-differ',
    severity: 'doubt',
    message: 'Some lines have a minus and others have none: purchases and sales seem to stand together.',
    fix: 'Take the lines of one side for one event.',
  },
  D130: {
    name: 'not-exempt',
    severity: 'note',
    message: 'Code {code} of {date} is not exempt from Section 16(b) on these answers: it is matched as a {side}.',
    fix: 'Tell the insider before the next trade the other way.',
  },
  D131: {
    name: 'no-pecuniary-interest',
    severity: 'note',
    message: 'The insider has no pecuniary interest: nothing is reported.',
    fix: 'Nothing. Keep the answer.',
  },
  D132: {
    name: 'not-reportable',
    severity: 'note',
    message: 'Nothing is filed: {why}',
    fix: 'Nothing. The next total of the line includes what moved.',
  },
  D133: {
    name: 'may-be-deferred',
    severity: 'note',
    message:
      'Purchases of {value} dollars in all might wait for Form 5 under Rule 16a-6 (code L); they are reported now.',
    fix: 'Nothing; reporting at once is always allowed.',
  },
  D134: {
    name: 'held-six-months-pending',
    severity: 'note',
    message:
      'The exemption of the acquisition of {date} rests on six months of holding and is not taken as given before.',
    fix: 'Do not dispose of the securities within six months.',
  },
  D135: {
    name: 'vesting-not-reported',
    severity: 'note',
    message: 'The units stand in Table I since their grant: their vesting on {date} is not reported.',
    fix: 'Nothing. Shares withheld for taxes are reported.',
  },
  D136: {
    name: 'sale-is-another-event',
    severity: 'note',
    message: 'Shares sold to cover taxes are a sale (code S), an event of its own; nothing of it stands here.',
    fix: 'Record the sale too; both go on one form.',
  },
  D137: {
    name: 'no-form-for-the-box',
    severity: 'note',
    message: 'No form is filed only to check the exit box; the insider left on {date}.',
    fix: 'Check the box on the next Form 4 or 5 that is filed anyway.',
  },
  D138: {
    name: 'duty-after-exit',
    severity: 'note',
    message:
      'After {date} a purchase or sale that is matched with one in office less than six months before still goes on ' +
      'a Form 4, and what is left of the year on a Form 5.',
    fix: 'Tell the insider.',
  },
  D139: {
    name: 'estate-over-ten-percent',
    severity: 'note',
    message:
      'The estate owns more than ten percent: it is an insider of its own from {date} on, and its executor exempt ' +
      'for the first twelve months after the appointment.',
    fix: 'Record the estate as an insider, with its fiduciary.',
  },
} as const satisfies Record<string, DiagnosticWording>

export type RecipeCode = keyof typeof recipeDiagnostics
