/** What the desk knows of an insider's year: pages for the questionnaire, and the statement that no Form 5 is due. */
import { fiscalYearEnd, judgeReports, type LateVerdict, parseMonthDay, YEAR_END } from '@section16/core/ledger'
import type { CalendarDate } from '@section16/core/model'
import { escapeHtml } from '@section16/core/render'
import {
  type Destination,
  draft,
  type Insider,
  type Issuer,
  insiderRoles,
  openDrafts,
  type View,
} from '../../store/index.ts'
import { type AcceptedHolding, acceptedHoldings } from './acceptedHoldings.ts'
import { reportsOf } from './history.ts'
import { destinationNote } from './page.ts'

/** One transaction of the year, as reported. */
export interface YearLine {
  date: string
  code: string
  title: string
  shares: string
  way: string
  price: string
  filedOn: string
  accessionNumber: string
  verdict: LateVerdict
}

export interface YearEnd {
  insider: string
  issuer: string
  /** The last day of the fiscal year. */
  ended: CalendarDate
  roles: readonly { relationship: string; title: string | null; fromDay: string; untilDay: string | null }[]
  held: readonly AcceptedHolding[]
  lines: readonly YearLine[]
  /** Forms that are drafted and not accepted: while there are any, nothing is said of Form 5. */
  open: readonly string[]
}

/** The fiscal year of an issuer that ends in a calendar year, for one insider, from accepted forms and open drafts. */
export async function yearEndOf(
  view: View,
  destination: Destination,
  { issuer, insider, year }: { issuer: Issuer; insider: Insider; year: number },
): Promise<YearEnd> {
  const of = { issuerId: issuer.id, insiderId: insider.id }
  const { fiscalYearEnd: written } = issuer.details as { fiscalYearEnd?: unknown }
  const end = (typeof written === 'string' && parseMonthDay(written)) || YEAR_END
  const [before, ended] = [fiscalYearEnd(year - 1, end), fiscalYearEnd(year, end)]
  const held = await acceptedHoldings(view, destination, { ...of, day: ended.toString() })
  const reports = await reportsOf(view, destination, of)
  const lines = judgeReports(reports, { fiscalYearEnd: end })
    .flatMap(({ lines: judged }) => judged)
    .flatMap(({ line: { row, report }, verdict }): YearLine[] => {
      const date = row.transactionDate.value
      if (!date || date.day <= before.day || date.day > ended.day) return []
      const { shares, pricePerShare, acquiredDisposedCode } = row.amounts
      return [
        {
          date: date.toString(),
          code: row.coding.code.value ?? '',
          title: row.securityTitle.value ?? '',
          shares: shares.written ?? '',
          way: acquiredDisposedCode.value ?? '',
          price: pricePerShare.written ?? '',
          filedOn: report.filedOn?.toString() ?? '',
          accessionNumber: report.accessionNumber ?? '',
          verdict,
        },
      ]
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const roles = (await insiderRoles(view, of)).filter(
    ({ fromDay, untilDay }) => fromDay <= ended.toString() && (untilDay ?? '9') > before.toString(),
  )
  const open = await openForms(view, of)
  return { insider: insider.name, issuer: issuer.name, ended, roles, held, lines, open }
}

async function openForms(view: View, { issuerId, insiderId }: { issuerId: string; insiderId: string }) {
  const found = await Promise.all((await openDrafts(view, issuerId)).map(({ id }) => draft(view, id)))
  return found.flatMap((one) => (one?.insiderIds.includes(insiderId) ? [`Form ${one.formType}`] : []))
}

const VERDICTS: Readonly<Record<LateVerdict, string>> = {
  onTime: 'in time',
  late: 'late',
  early: 'early',
  correction: 'corrects an earlier line',
  notAsked: '',
  unknown: 'not judged',
}

const STYLE =
  'body{font:1rem/1.4 serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}th,td{border:1px solid;padding:.2rem .5rem;text-align:left}.sign{margin-top:3rem}'

/**
 * The page to be completed and signed. The statement stands on it only where no form is open. Source: Regulation S-K, Item
 * 405(b)(2)(i): a written representation that no Form 5 is required.
 */
export function yearEndPage(year: YearEnd, destination: Destination): string {
  const { insider, issuer, ended, roles, held, lines, open } = year
  const note = destinationNote(destination)
  const late = lines.filter(({ verdict }) => verdict === 'late').length
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
    `<title>${escapeHtml(`${insider}, ${issuer}, ${ended.toString()}`)}</title><style>${STYLE}</style></head><body>`,
    note === undefined ? '' : `<p role="note"><strong>${escapeHtml(note)}</strong></p>`,
    `<h1>${escapeHtml(insider)}: fiscal year of ${escapeHtml(issuer)} ended ${ended.toString()}</h1>`,
    '<p>Please correct and complete what is not right, or missing, by hand.</p>',
    '<h2>1. Positions</h2>',
    table(
      ['Relationship', 'Title', 'From', 'Until'],
      roles.map((one) => [one.relationship, one.title ?? '', one.fromDay, one.untilDay ?? '']),
    ),
    '<h2>2. Owned at the end of the year, as reported</h2>',
    table(
      ['Security', 'Amount', 'Ownership'],
      held.map((one) => [one.security, one.amount, one.natureOfOwnership ?? 'Direct']),
    ),
    '<h2>3. Transactions of the year, as reported</h2>',
    table(
      ['Date', 'Code', 'Security', 'Amount', 'A/D', 'Price', 'Filed', 'Accession number', ''],
      lines.map((one) => [
        one.date,
        one.code,
        one.title,
        one.shares,
        one.way,
        one.price,
        one.filedOn,
        one.accessionNumber,
        VERDICTS[one.verdict],
      ]),
    ),
    `<p>Reported late (Item 405): ${late === 0 ? 'none' : late === 1 ? 'one transaction' : `${late} transactions`}.</p>`,
    '<h2>4. Form 5</h2>',
    ...(open.length === 0 ? statement(ended) : unfinished(open)),
    '</body></html>',
  ].join('\n')
}

function statement(ended: CalendarDate): string[] {
  return [
    `<p>With what I have written on these pages, they contain all my transactions and holdings of the year ended ${ended.toString()}`,
    'that Section 16(a) of the Securities Exchange Act of 1934 asks me to report. All of them have been reported. No Form 5 is',
    'due from me for that year.</p>',
    '<p class="sign">Signature: ______________________ Date: ______________</p>',
  ]
}

function unfinished(open: readonly string[]): string[] {
  const forms = [...new Set(open)].join(', ')
  return [`<p>Not accepted yet: ${escapeHtml(forms)}. Whether a Form 5 is due can be said afterwards.</p>`]
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p>None.</p>'
  const cells = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('')}</tr>`
  return `<table>${cells('th', heads)}${rows.map((row) => cells('td', row)).join('')}</table>`
}
