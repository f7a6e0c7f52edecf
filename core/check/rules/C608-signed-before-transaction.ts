import type { CalendarDate } from '../../model/calendarDate.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The latest signature is dated before the last transaction. Volunteered Form 5 items are let be.
 *
 * ## Why
 * A signature certifies what has happened. Mostly the date of an earlier form was left standing.
 *
 * Fires on 0.13 % of 14,041 accepted filings.
 *
 * ## Example
 * Transaction of 2024-03-04, signature dated 2024-02-05.
 *
 * ## Fix
 * Compare the date of the signature with the day of signing.
 *
 * ## Source
 * Form 4, signature block; section16-rules.md 5.1(4); ownership-xml.md section 7.6 (25 of 17,942 accepted).
 */
export default rule({
  code: 'C608',
  name: 'signed-before-transaction',
  severity: 'doubt',
  message: 'The signature is dated {signed}, before the transaction of {date}.',
  fix: 'Compare the date of the signature with the day of signing.',
  source: 'Form 4, signature block; section16-rules.md 5.1(4); ownership-xml.md section 7.6 (25 of 17,942 accepted)',
  forms: ['4', '5'],
  of: 'filing',
  check: ({ document, transactions }, report) => {
    let signed: CalendarDate | undefined
    for (const { date } of document.ownerSignatures)
      if (date.value && !(signed && signed.day >= date.value.day)) signed = date.value
    if (!signed) return
    let last: CalendarDate | undefined
    for (const { row } of transactions) {
      const date = row.transactionDate.value
      if (date && row.coding.formType.value !== '5' && !(last && last.day >= date.day)) last = date
    }
    if (!last || last.day <= signed.day) return
    report('/ownershipDocument/ownerSignature[1]/signatureDate', { signed: String(signed), date: String(last) })
  },
})
