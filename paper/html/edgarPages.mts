/**
 * Pages in the markup of EDGAR's style sheets as met on pages of 2016 to 2025, filled from a document: nested tables,
 * an empty cell for an empty box, persons of a joint filing in a list below Table II, the first among them again.
 */
import { formNumberOf, formTitle } from '../../core/facts/index.ts'
import type { OwnershipDocument, ReportingOwner } from '../../core/model/index.ts'
import {
  clean,
  columnHeadings,
  footnoteNumber,
  type PageOptions,
  pageCheckBoxes,
  printedBoxes,
  printedDate,
  printedEdition,
  printedFormName,
  printedJoint,
  printedNotes,
  printedRelationship,
  printedTable,
} from '../../core/render/index.ts'
import { type Trip, tripOf } from '../trip.mts'
import { type Printed, printedTruth, type Said } from '../truth.mts'
import { readHtmlForms } from './readHtmlForms.ts'

const escaped = (text: string) => clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const data = (text = '') => `<span class="FormData">${escaped(text)}</span>`
const label = (text: string) => `<span class="MedSmallFormText">${text}</span>`
const invalid = (written: string) => `\u2039${written.trim()}\u203a?`
const checkBox = (isTicked: boolean) =>
  `<td><table border="1"><tr><td>${isTicked ? data('X') : '  '}</td></tr></table></td>`
const cross = (isTicked: boolean) => `<td align="center">${isTicked ? data('X') : ''}</td>`

function head(document: OwnershipDocument, options: PageOptions): string {
  const form = formNumberOf(document)
  const { date } = printedEdition(document, options)
  const checks = pageCheckBoxes(document, form, date).map(
    ({ box, state }) => `<tr>${checkBox(state === 'ticked')}<td class="SmallFormText">${box.title}</td></tr>`,
  )
  const omb =
    '<table border="1"><tr><td>OMB APPROVAL</td></tr><tr><td><table><tr><td colspan="3">OMB Number:</td>' +
    '<td>3235-0287</td></tr><tr><td colspan="3">hours per response:</td><td>0.5</td></tr></table></td></tr></table>'
  return `<table><tr><td colspan="2" class="FormName">FORM ${escaped(printedFormName(document))}</td><td rowspan="2"><span class="FormTitle">UNITED STATES SECURITIES AND EXCHANGE COMMISSION</span><br>${label('Washington, D.C. 20549')}<br><span class="FormTitle">${formTitle(form, date).toUpperCase()}</span></td><td rowspan="2">${omb}</td></tr>${checks.join('')}</table>`
}

const hints = (...words: string[]) =>
  `<table><tr>${words.map((word) => `<td class="MedSmallFormText">(${word})</td>`).join('')}</tr></table>`

function person({ id, address }: ReportingOwner, heading: string): string {
  const link = id.cik.kind === 'value' ? ` href="/cgi-bin/browse-edgar?action=getcompany&amp;CIK=${id.cik.value}"` : ''
  const name = `<a${link}>${data(id.name.value)}</a>`
  const region = [address.city, address.state, address.zipCode].map(({ value }) => `<td>${data(value)}</td>`)
  return `${label(`${heading.replace('*', '')}<sup>*</sup>`)}<table><tr><td>${name}</td></tr></table><hr>${hints('Last', 'First', 'Middle')}<table><tr><td>${data(address.street1.value)}</td></tr><tr><td>${data(address.street2.value)}</td></tr></table><hr>${label('(Street)')}<table><tr>${region.join('')}</tr></table><hr>${hints('City', 'State', 'Zip')}`
}

function relationship(owner: ReportingOwner): string {
  const [director, tenPercent, officer, other] = printedRelationship(owner).ticks.map(
    (tick) => `${cross(tick.value.value === true)}<td class="MedSmallFormText">${tick.label}</td>`,
  )
  const { officerTitle, otherText } = owner.relationship
  const titles = [officerTitle, otherText].map(
    ({ value = '' }) => `<td></td><td style="color: blue">${escaped(value)}</td>`,
  )
  return `${label('(Check all applicable)')}<table><tr>${director}${tenPercent}</tr><tr>${officer}${other}</tr><tr>${titles.join('')}</tr></table>`
}

function boxes(document: OwnershipDocument): string {
  const { issuer, reportingOwners, periodOfReport, dateOfOriginalSubmission } = document
  const [first] = reportingOwners
  const date = (field: typeof periodOfReport) =>
    data(field.kind === 'value' ? printedDate(field.value) : field.kind === 'invalid' ? invalid(field.written) : '')
  const link =
    issuer.cik.kind === 'value' ? ` href="/cgi-bin/browse-edgar?action=getcompany&amp;CIK=${issuer.cik.value}"` : ''
  const joint = printedJoint(reportingOwners.length).map(
    (line) => `<tr>${cross(line.isTicked)}<td class="MedSmallFormText">${line.label}</td></tr>`,
  )
  const contents = {
    issuer: `<a${link}>${data(issuer.name.value)}</a>\n [ ${data(issuer.tradingSymbol.value)} ]`,
    periodOfReport: date(periodOfReport),
    dateOfOriginalSubmission: date(dateOfOriginalSubmission),
    relationship: first ? relationship(first) : '',
    individualOrJoint: `<table>${joint.join('')}</table>`,
  }
  const cells = printedBoxes(formNumberOf(document)).map(({ name, heading }) =>
    name === 'reportingOwner'
      ? `<td rowspan="4">${first ? person(first, heading) : label(heading)}</td>`
      : `<td>${label(`${heading}\n (Month/Day/Year)`)}<br>${contents[name]}</td>`,
  )
  const [one, two, three, ...others] = cells
  return `<table border="1"><tr>${one}${two}${three}</tr>${others.map((cell) => `<tr>${cell}</tr>`).join('')}</table>`
}

function table(which: 'I' | 'II', document: OwnershipDocument): string {
  const { title, examples, columns: all, rows } = printedTable(which, document, formNumberOf(document))
  const columns = all.filter(({ key }) => key !== 'transactionValue')
  const headings = columnHeadings(columns)
  const above = headings.map(({ title: text, below }) =>
    below.length === 0 ? `<th rowspan="2">${text} (Instr. \n 3)</th>` : `<th colspan="${below.length}">${text}</th>`,
  )
  const below = headings.flatMap((heading) => heading.below.map((text) => `<th>${text}</th>`))
  const body = rows.map((row) => {
    const cells = columns.map(({ key }) => {
      const lines = row[key].map(({ parts, marks }) => {
        const words = parts
          .filter(({ kind }) => kind !== 'note')
          .map(({ kind, text }) => {
            if (kind === 'invalid') return data(invalid(text))
            return text.startsWith('$') ? `<span class="FormText">$</span>${data(text.slice(1))}` : data(text)
          })
        const notes = marks.map((id) => `<span class="FootnoteData"><sup>(${escaped(footnoteNumber(id))})</sup></span>`)
        return words.join(' ') + notes.join('')
      })
      return `<td>${lines.join('<br>')}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table border="1"><thead><tr><th colspan="${columns.length}"><b>${title}</b><br><b>${examples}</b></th></tr><tr>${above.join('')}</tr><tr>${below.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function closing(document: OwnershipDocument): string {
  const notes = printedNotes(document)
    .filter(({ text }) => text !== undefined)
    .map(({ number, text = '' }) => `<tr><td class="FootnoteData">${escaped(`${number}. ${text}`)}</td></tr>`)
  const none = document.noSecuritiesOwned.value ? '<tr><td><b>No securities are beneficially owned.</b></td></tr>' : ''
  const signatures = document.ownerSignatures.map(({ name, date }) => {
    const day = date.kind === 'value' ? printedDate(date.value) : date.kind === 'invalid' ? invalid(date.written) : ''
    const signed = name.kind === 'invalid' ? invalid(name.written) : (name.value ?? '')
    return `<tr><td></td><td><u>${data(signed)}</u></td><td><u>${data(day)}</u></td></tr>`
  })
  const remarks = escaped(document.remarks.value ?? '').replaceAll('\n', '<br>')
  return `<table><tr><td class="MedSmallFormText"><b>Explanation of Responses:</b></td></tr>${none}${notes.join('')}<tr><td class="FormText"><b>Remarks:</b></td></tr><tr><td class="FootnoteData">${remarks}</td></tr></table><table>${signatures.join('')}<tr><td></td><td class="MedSmallFormText">** Signature of Reporting Person</td><td class="MedSmallFormText">Date</td></tr><tr><td colspan="3" class="MedSmallFormText">Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.</td></tr></table>`
}

function edgarPage(document: OwnershipDocument, options: PageOptions): string {
  const { reportingOwners: owners } = document
  const [{ heading } = { heading: '' }] = printedBoxes(formNumberOf(document))
  const list = owners.map((owner) => `<tr><td>${person(owner, heading)}</td></tr>`)
  const joint = owners.length > 1 ? `<table width="40%" border="1">${list.join('')}</table>` : ''
  return `<html><head><title>SEC FORM \n ${escaped(printedFormName(document))}</title></head><body>SEC Form ${escaped(printedFormName(document))}\n${head(document, options)}${boxes(document)}${table('I', document)}${table('II', document)}${joint}${closing(document)}</body></html>`
}

/** What such a page says, where it says other things than a page of ours. */
export function edgarTruth(document: OwnershipDocument, options: PageOptions = {}): Printed {
  const truth = printedTruth(document, options)
  const fields = new Map<string, Said>()
  for (const [at, said] of truth.fields) {
    if (/^owners\/\d+\/(?:address|officerTitle|otherText)$/.test(at)) continue
    if (/^owners\/[1-9]\d*\/is/.test(at) || at === 'foreignTradingSymbol') continue
    // A box says yes or nothing; a CIK is in a link or nowhere.
    if (/cik$/i.test(at) && !/^\d+$/.test(said.text)) continue
    fields.set(at, said.text === 'unread' ? { ...said, text: 'empty' } : said)
  }
  for (const [i, { id, address, relationship: role }] of document.reportingOwners.entries()) {
    const { street1, street2, city, state, zipCode } = address
    for (const [key, { value }] of Object.entries({ street1, street2, city, state, zipCode })) {
      const text = clean(value ?? '')
        .replace(/\s+/g, ' ')
        .trim()
      if (text !== '') fields.set(`owners/${i}/${key}`, { text, marks: [] })
    }
    if (document.issuer.name.value === undefined) fields.delete('issuerCik')
    if (id.name.value === undefined) fields.delete(`owners/${i}/cik`)
    if (i > 0) continue
    for (const [key, { value }] of Object.entries({ officerTitle: role.officerTitle, otherText: role.otherText })) {
      const text = clean(value ?? '')
        .replace(/\s+/g, ' ')
        .trim()
      if (text !== '') fields.set(`owners/0/${key}`, { text, marks: [] })
    }
  }
  return { ...truth, fields }
}

/** Prints a document as EDGAR does, reads the page, and compares it with what such a page says. */
export function readEdgarBack(document: OwnershipDocument, options: PageOptions = {}): Trip {
  return tripOf(readHtmlForms(edgarPage(document, options)), edgarTruth(document, options))
}
