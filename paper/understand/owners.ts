import { ReportingOwner } from '@section16/core/model'
import type { PaperCell, PaperForm, PaperOwner, PaperTick } from '../form/paperForm.ts'
import { type AddressLines, addressLines } from './address.ts'
import { originOf } from './evidence.ts'
import { type FieldReader, readCell, readText } from './fieldReader.ts'
import { BLANK, corrected, isBlankMark, open, plainly, type Reading } from './reading.ts'

/** The reporting persons, in printed order. */
export function readOwners(reader: FieldReader, { owners }: PaperForm): void {
  for (const [i, owner] of owners.entries()) {
    reader.draft.document.reportingOwners.push(new ReportingOwner())
    readOwner(reader, owner, `reportingOwner[${i + 1}]`)
  }
}

function readOwner(reader: FieldReader, owner: PaperOwner, path: string): void {
  const { name, address } = apart(owner)
  readCell(reader, `${path}/reportingOwnerId/rptOwnerName`, name, (printed) => readText(reader, printed))
  if (address) readAddressLines(reader, address, `${path}/reportingOwnerAddress`)
  else readAddress(reader, owner, `${path}/reportingOwnerAddress`)
  readRelationship(reader, owner, `${path}/reportingOwnerRelationship`)
}

/** A box of name and address in lines is taken apart where its last line ends an address. */
function apart(owner: PaperOwner): { name: PaperCell | undefined; address: PaperCell | undefined } {
  const { name, address, street1, city } = owner
  if (!name || address || street1 || city || name.lines.length < 3 || !addressLines(name.lines))
    return { name, address }
  const [first = '', ...rest] = name.lines
  return {
    name: { ...name, text: first, lines: [first] },
    address: { ...name, text: rest.join('\n'), lines: rest, marks: [] },
  }
}

const FIELDS = [
  ['street1', 'rptOwnerStreet1'],
  ['street2', 'rptOwnerStreet2'],
  ['city', 'rptOwnerCity'],
  ['state', 'rptOwnerState'],
  ['zipCode', 'rptOwnerZipCode'],
] as const

/** Boxes of their own for street, city, state and ZIP. */
function readAddress(reader: FieldReader, owner: PaperOwner, path: string): void {
  for (const [key, element] of FIELDS) {
    readCell(reader, `${path}/${element}`, owner[key], (printed) => readText(reader, printed))
  }
}

/** One text in lines: told apart by its last line, or else open. */
function readAddressLines(reader: FieldReader, cell: PaperCell, path: string): void {
  const lines = cell.lines.length > 0 ? cell.lines : [cell.text]
  const told = addressLines(lines)
  const put = (element: string, reading: Reading) =>
    readCell(reader, `${path}/${element}`, { ...cell, text: reading.written ?? cell.text, marks: [] }, () => reading)
  if (!told) {
    put('rptOwnerStreet1', open(lines.slice(0, 1)))
    return
  }
  for (const [element, reading] of readingsOf(told)) put(element, reading)
}

function readingsOf({ streets, city, state, zipCode, isStateInWords, country }: AddressLines): [string, Reading][] {
  const [street1, street2, ...more] = streets
  const readings: [string, Reading][] = []
  if (street1 !== undefined) readings.push(['rptOwnerStreet1', plainly(street1)])
  if (more.length > 0) readings.push(['rptOwnerStreet2', corrected([street2, ...more].join(', '), 'streetLines')])
  else if (street2 !== undefined) readings.push(['rptOwnerStreet2', plainly(street2)])
  readings.push(['rptOwnerCity', plainly(city)])
  readings.push(['rptOwnerState', isStateInWords ? corrected(state, 'stateName') : plainly(state)])
  if (zipCode !== undefined) readings.push(['rptOwnerZipCode', plainly(zipCode)])
  if (country !== undefined) readings.push(['rptOwnerStateDescription', plainly(country)])
  return readings
}

const FLAGS = ['isDirector', 'isOfficer', 'isTenPercentOwner', 'isOther'] as const

function readRelationship(reader: FieldReader, owner: PaperOwner, path: string): void {
  for (const flag of FLAGS) readTick(reader, `${path}/${flag}`, owner[flag])
  const text = (printed: string) => (isBlankMark(printed) && !reader.isPrintOfXml ? BLANK : readText(reader, printed))
  readCell(reader, `${path}/officerTitle`, owner.officerTitle, text)
  readCell(reader, `${path}/otherText`, owner.otherText, text)
}

/** A box to tick: 1, 0, or open where it could not be made out. A box that the form does not have is nothing. */
export function readTick({ draft }: FieldReader, path: string, tick: PaperTick | undefined): void {
  if (!tick) return
  const reading = tick.state === 'unread' ? open(['1', '0']) : plainly(tick.state === 'ticked' ? '1' : '0')
  draft.put(path, reading, { origin: originOf(tick.words) })
}
