import { isInForce } from '../../facts/dated.ts'
import type { FormNumber } from '../../facts/documentTypes.ts'
import { type FormBoxName, formBoxes } from '../../facts/formBoxes.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { OwnershipDocument, ReportingOwner } from '../../model/ownershipDocument.ts'
import type { Reported } from '../../model/reported.ts'
import { cikLine, date as dateOf, field, invalid, named, ours, said, tick, tickOf, whereabouts } from './pieces.ts'

/** Boxes 1 to 6 in the order of their numbers, which Form 3 gives otherwise than Forms 4 and 5. */
export function boxes(document: OwnershipDocument, form: FormNumber, date: CalendarDate | undefined): string {
  const [first] = document.reportingOwners
  const numbered = formBoxes[form]
  const contents: Record<Exclude<FormBoxName, 'foreignTradingSymbol'>, string> = {
    reportingOwner: first ? named(first.id.name, first.id.cik) + whereabouts(first) : ours('not given'),
    issuer: issuer(document, form, date),
    periodOfReport: dateOf(document.periodOfReport),
    dateOfOriginalSubmission: dateOf(document.dateOfOriginalSubmission),
    relationship: first ? relationship(first) : ours('not given'),
    individualOrJoint: joint(document.reportingOwners.length),
  }
  const names = (Object.keys(contents) as (keyof typeof contents)[]).sort(
    (a, b) => Number(numbered[a].number) - Number(numbered[b].number),
  )
  const all = names.map((name) => {
    const { number, title } = numbered[name]
    const star = name === 'reportingOwner' ? '*' : ''
    return `<section class="${name}"><h2>${number}. ${title}${star}</h2>${contents[name]}</section>`
  })
  return `<div class="boxes form${form}">${all.join('')}</div>`
}

function issuer(
  { issuer: { name, cik, tradingSymbol, foreignTradingSymbol } }: OwnershipDocument,
  form: FormNumber,
  date?: CalendarDate,
): string {
  const box = formBoxes[form].foreignTradingSymbol
  const isThere = foreignTradingSymbol.value !== undefined || (date !== undefined && isInForce(box, date))
  const foreign = foreignTradingSymbol.value === undefined ? '' : ` [${said(foreignTradingSymbol.value)}]`
  const symbol = tradingSymbol.value === undefined ? '' : ` [${said(tradingSymbol.value)}]`
  const below = isThere ? `<div class="foreign">${box.number}. ${box.title}${foreign}</div>` : ''
  return `<div>${named(name, cik)}${symbol}</div>${cikLine(cik)}${below}`
}

function relationship({
  relationship: { isDirector, isTenPercentOwner, isOfficer, isOther, officerTitle, otherText },
}: ReportingOwner): string {
  const item = (value: Reported<boolean>, label: string) => `<li>${tickOf(value)} ${label}</li>`
  const titles = [officerTitle, otherText].flatMap(({ value }) => value ?? [])
  return `<ul class="ticks">${item(isDirector, 'Director')}${item(isTenPercentOwner, '10% Owner')}${item(isOfficer, 'Officer (give title below)')}${item(isOther, 'Other (specify below)')}</ul>${titles.length > 0 ? `<div>${titles.map(said).join(' / ')}</div>` : ''}`
}

function joint(owners: number): string {
  const item = (isSo: boolean, label: string) => `<li>${tick(isSo ? 'ticked' : 'empty')} ${label}</li>`
  const one = item(owners < 2, 'Form filed by One Reporting Person')
  return `<ul>${one}${item(owners > 1, 'Form filed by More than One Reporting Person')}</ul>`
}

/** All owners of a joint filing, with their titles in place of crosses, as EDGAR prints them. Nothing for one owner. */
export function reportingOwners({ reportingOwners: owners }: OwnershipDocument): string {
  if (owners.length < 2) return ''
  const heads = ['Name and Address of Reporting Person', 'Director', '10% Owner', 'Officer', 'Other']
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('')
  return `<section><h2 id="owners">Reporting Owners</h2><div class="scroll" role="region" aria-labelledby="owners" tabindex="0"><table class="owners" aria-labelledby="owners"><thead><tr>${head}</tr></thead><tbody>${owners.map(ownerRow).join('')}</tbody></table></div></section>`
}

function ownerRow(owner: ReportingOwner): string {
  const { isDirector, isTenPercentOwner, isOfficer, isOther, officerTitle, otherText } = owner.relationship
  const cell = (label: string, content: string) =>
    content === '' ? '<td></td>' : `<td data-c="${label}"><div>${content}</div></td>`
  const role = (value: Reported<boolean>, title?: Reported<string>) => {
    const words = title ? field(title, String) : ''
    if (value.kind === 'invalid') return `${invalid(value.written)} ${words}`
    return words === '' && value.value ? said('X') : words
  }
  return `<tr><th scope="row">${named(owner.id.name, owner.id.cik)}${whereabouts(owner)}</th>${cell('Director', role(isDirector))}${cell('10% Owner', role(isTenPercentOwner))}${cell('Officer', role(isOfficer, officerTitle))}${cell('Other', role(isOther, otherText))}</tr>`
}
