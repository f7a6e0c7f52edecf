/** The forms of the stock's insiders, each going on from what the one before left. */
import { CalendarDate, type Cik, OwnerSignature, type OwnershipDocument, reported } from '@section16/core'
import { composeDraft } from '../../../desk/drafting/index.ts'
import { line } from '../../../desk/drafting/inventedForms.mts'
import type { Random } from '../random.ts'
import type { StockInsider } from './people.ts'

type Form = '3' | '4' | '5'

/** The next form of an insider, unsigned: a Form 3 first, then mostly Forms 4 of one to three lines. */
export function nextForm(
  random: Random,
  insider: StockInsider,
  day: string,
): { form: Form; document: OwnershipDocument } {
  const form: Form = insider.filings === 0 ? '3' : random.chance(0.03) ? '5' : '4'
  const rows = form === '3' ? [line(`-> ${begin(random, insider)}`)] : trades(random, insider, day)
  insider.filings++
  const { issuer, cik, name } = insider
  const { document } = composeDraft(
    {
      form,
      issuer: { cik: issuer.cik as Cik, name: issuer.name, tradingSymbol: issuer.tradingSymbol },
      owners: [
        {
          cik: cik as Cik,
          name,
          address: {
            nonUSAddressFlag: false,
            street1: '1 Tidal Road',
            city: 'Portland',
            state: 'ME',
            zipCode: '04101',
          },
          relationship: { isDirector: true },
        },
      ],
      periodOfReport: CalendarDate.parse(form === '5' ? `${Number(day.slice(0, 4)) - 1}-12-31` : day)!,
      ...(form !== '3' && { aff10b5One: false }),
    },
    [{ rows, footnotes: [] }],
  )
  return { form, document }
}

function begin(random: Random, insider: StockInsider): number {
  insider.held = random.between(10, 900) * 100
  return insider.held
}

function trades(random: Random, insider: StockInsider, day: string) {
  return Array.from({ length: random.between(1, 3) }, () => {
    const sells = insider.held > 2000 && random.chance(0.5)
    const shares = random.between(1, 15) * 100
    insider.held += sells ? -shares : shares
    const price = `${random.between(5, 80)}.${random.between(10, 99)}`
    return line(
      `${day} ${sells ? random.pick(['S', 'F']) : random.pick(['P', 'A'])} ${shares} @ ${price} -> ${insider.held}`,
    )
  })
}

/** With the owner's signature, as it is filed. */
export function signed(document: OwnershipDocument, { name }: StockInsider, day: string): OwnershipDocument {
  const signature = new OwnerSignature()
  signature.name = reported('text', `/s/ ${name}`)
  signature.date = reported('date', day)
  document.ownerSignatures = [signature]
  return document
}
