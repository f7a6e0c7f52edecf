import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A purchase or sale (P, S) of ordinary shares (no ADS in the title) whose price carries a footnote that speaks of a
 * price per ADS or of prices of ADSs.
 *
 * ## Why
 * Where an ADS stands for several shares, number and price then belong to different securities and the product is
 * wrong by the ratio.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Title “Ordinary Shares”, 8,000 shares, price 24.00, footnote “Price per ADS; each ADS represents 8 ordinary
 * shares”.
 *
 * ## Fix
 * Give the price per ordinary share, or report the ADSs under their own title.
 *
 * ## Source
 * Form 4, Table I, columns 1 and 4; section16-rules.md R1.3.8.
 */
export default rule({
  code: 'C638',
  name: 'ordinary-shares-priced-per-ads',
  severity: 'doubt',
  message: 'The title says {title}, a footnote speaks of a price per ADS: the price may be that of {ratio}.',
  fix: 'Give the price per ordinary share, or report the ADSs under their own title.',
  source: 'Form 4, Table I, columns 1 and 4; section16-rules.md R1.3.8',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'I',
  codes: 'PS',
  check: ({ row }, report, filing) => {
    const title = row.securityTitle.value ?? ''
    if (!/(?:ordinary|common) shares?/i.test(title) || /\bADSs?\b|\bADRs?\b|depositary/i.test(title)) return
    const text = filing.textsOf(row.amounts.pricePerShare)
    if (!/(?:per|each|of the|price of an?)\s+(?:ADS|American depositary share)/i.test(text)) return
    // Who says that he converted the price has done what is asked.
    if (/divid|convert|equivalent|adjusted/i.test(text)) return
    const represents = /ADS\s+represent\w*\s+([\w-]+(?:\s+\(\d+\))?)/i.exec(text)?.[1]
    report('transactionAmounts/transactionPricePerShare', {
      title,
      ratio: represents ? `${represents} shares` : 'an ADS',
    })
  },
})
