import type { FormNumber } from '../../facts/documentTypes.ts'
import { type FormBoxName, formBoxes } from '../../facts/formBoxes.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { OwnershipDocument, ReportingOwner } from '../../model/ownershipDocument.ts'
import {
  printedBoxes,
  printedForeignSymbol,
  printedJoint,
  printedRelationship,
  printedRoles,
  ROLE_HEADINGS,
} from '../printedPage.ts'
import { cikLine, date as dateOf, named, ours, part, said, tick, tickOf, whereabouts } from './pieces.ts'

/** Boxes 1 to 6 in the order of their numbers, which Form 3 gives otherwise than Forms 4 and 5. */
export function boxes(document: OwnershipDocument, form: FormNumber, date: CalendarDate | undefined): string {
  const [first] = document.reportingOwners
  const contents: Record<Exclude<FormBoxName, 'foreignTradingSymbol'>, string> = {
    reportingOwner: first ? named(first.id.name, first.id.cik) + whereabouts(first) : ours('not given'),
    issuer: issuer(document, form, date),
    periodOfReport: dateOf(document.periodOfReport),
    dateOfOriginalSubmission: dateOf(document.dateOfOriginalSubmission),
    relationship: first ? relationship(first) : ours('not given'),
    individualOrJoint: joint(document.reportingOwners.length),
  }
  const all = printedBoxes(form).map(
    ({ name, heading }) => `<section class="${name}"><h2>${heading}</h2>${contents[name]}</section>`,
  )
  return `<div class="boxes form${form}">${all.join('')}</div>`
}

function issuer(document: OwnershipDocument, form: FormNumber, date: CalendarDate | undefined): string {
  const { name, cik, tradingSymbol, foreignTradingSymbol } = document.issuer
  const heading = printedForeignSymbol(document, form, date)
  const foreign = foreignTradingSymbol.value === undefined ? '' : ` [${said(foreignTradingSymbol.value)}]`
  const symbol = tradingSymbol.value === undefined ? '' : ` [${said(tradingSymbol.value)}]`
  const below = heading === undefined ? '' : `<div class="foreign">${heading}${foreign}</div>`
  return `<div>${named(name, cik)}${symbol}</div>${cikLine(cik)}${below}`
}

function relationship(owner: ReportingOwner): string {
  const { ticks, titles } = printedRelationship(owner)
  const items = ticks.map(({ value, label }) => `<li>${tickOf(value)} ${label}</li>`)
  const below = titles.length > 0 ? `<div>${titles.map(said).join(' / ')}</div>` : ''
  return `<ul class="ticks">${items.join('')}</ul>${below}`
}

function joint(owners: number): string {
  const items = printedJoint(owners).map(
    ({ isTicked, label }) => `<li>${tick(isTicked ? 'ticked' : 'empty')} ${label}</li>`,
  )
  return `<ul>${items.join('')}</ul>`
}

/** All owners of a joint filing, with their titles in place of crosses, as EDGAR prints them. Nothing for one owner. */
export function reportingOwners({ reportingOwners: owners }: OwnershipDocument): string {
  if (owners.length < 2) return ''
  const heads = [formBoxes[3].reportingOwner.title, ...ROLE_HEADINGS]
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('')
  return `<section><h2 id="owners">Reporting Owners</h2><div class="scroll" role="region" aria-labelledby="owners" tabindex="0"><table class="owners" aria-labelledby="owners"><thead><tr>${head}</tr></thead><tbody>${owners.map(ownerRow).join('')}</tbody></table></div></section>`
}

function ownerRow(owner: ReportingOwner): string {
  const roles = printedRoles(owner).map((parts, i) => {
    const content = parts.map(part).join(' ')
    return content === '' ? '<td></td>' : `<td data-c="${ROLE_HEADINGS[i]}"><div>${content}</div></td>`
  })
  return `<tr><th scope="row">${named(owner.id.name, owner.id.cik)}${whereabouts(owner)}</th>${roles.join('')}</tr>`
}
