import type { FormNumber } from '@section16/core/facts'
import type { PaperForm, PaperKind, PaperOwner } from '../form/paperForm.ts'
import type { Page, Word } from '../page/page.ts'
import { isInstructions, type Sheet, sheetsOf } from './anchors.ts'
import { jointOf, relationshipOf } from './box5.ts'
import { type Box, boxesOf, formByBoxes } from './boxes.ts'
import { cellOf, linesByPage } from './cell.ts'
import { editionOf } from './edition.ts'
import { explanationOf } from './explanation.ts'
import { type FormRange, formsOn } from './forms.ts'
import { checksOf, expiryOf, ignoreHeading, labelBlock, saysAmendment } from './heading.ts'
import { issuerOf, symbolOf } from './issuer.ts'
import { WordLedger } from './ledger.ts'
import { mergedOwner } from './mergedOwner.ts'
import { given, ownerOf } from './owner.ts'
import { furtherOwner, listedOwners } from './ownerList.ts'
import { runningWords } from './running.ts'
import { isPrint, type Section, type SectionName, sectionsOf } from './sections.ts'
import { signaturesOf } from './signatures.ts'
import { tableRows } from './table/table.ts'

/**
 * The forms on some pages of placed words: each found by its own labels, fuzzily, whatever its edition, with ruled lines
 * where they are known. Several forms in one source follow one another, each at its title. Words keep their readings:
 * nothing is corrected here, and what has no home is in `unplaced`. No forms where no label of one is found.
 */
export function layOut(pages: readonly Page[], kind: PaperKind): PaperForm[] {
  const running = runningWords(pages)
  const sheets = sheetsOf(pages.map((page) => withoutWords(page, running)))
  return formsOn(sheets).map((range) => formOf(sheets, range, [...running], kind))
}

const withoutWords = (page: Page, words: ReadonlySet<Word>): Page =>
  words.size === 0 ? page : { ...page, words: page.words.filter((word) => !words.has(word)) }

function formOf(sheets: readonly Sheet[], range: FormRange, running: readonly Word[], kind: PaperKind): PaperForm {
  const sections = sectionsOf(sheets, range.from, range.to)
  const words = sections.flatMap(({ bands }) => bands.flatMap((band) => band.words))
  const pages = new Set(words.map(({ place }) => place.page))
  const edges = running.filter(({ place }) => pages.has(place.page))
  const ledger = new WordLedger(
    [...words, ...edges],
    sheets.flatMap(({ page }) => page.drawn ?? []),
  )
  ledger.ignoreNoise(edges)
  if (range.title) ledger.ignorePrint(range.title.words)
  const head = headOf(sections, sheets, ledger)
  const form = range.title?.form ?? head.form
  const tables = { I: rowsIn(sections, 'I', form, ledger), II: rowsIn(sections, 'II', form, ledger) }
  ignorePrints(sections, ledger)
  const tail = tailOf(sections, ledger)
  ledger.ignorePrint(ledger.free(words).filter(isBlankToFill))
  const edition = editionOf(
    words,
    sheets.flatMap((sheet) => sheet.anchors),
  )
  return {
    kind,
    form,
    isAmendment:
      (range.title?.isAmendment ?? false) || saysAmendment(words.filter(({ place }) => place.page === range.from.page)),
    edition,
    ...head.fields,
    owners: ownersOf(head.owner, sections, ledger),
    tables: tablesIn(sections),
    rows: tables,
    ...tail,
    ignored: ledger.ignored(),
    unplaced: ledger.unplaced(),
  }
}

type HeadFields = Omit<
  Partial<PaperForm>,
  | 'kind'
  | 'form'
  | 'isAmendment'
  | 'edition'
  | 'owners'
  | 'tables'
  | 'rows'
  | 'footnotes'
  | 'signatures'
  | 'ignored'
  | 'unplaced'
>

interface Head {
  readonly form: FormNumber | undefined
  readonly owner: PaperOwner | undefined
  readonly fields: HeadFields
}

/** What stands above the tables: title, boxes to tick, and the numbered boxes. */
function headOf(sections: readonly Section[], sheets: readonly Sheet[], ledger: WordLedger): Head {
  const anchors = sheets.flatMap((sheet) => sheet.anchors)
  const bands = sections.filter(({ name }) => name === 'head').flatMap((section) => section.bands)
  const boxes = bands.flatMap((band) => boxesOf(band, anchors))
  for (const { label } of boxes) ledger.ignorePrint(label)
  const boxed = new Set(boxes.flatMap((box) => box.words))
  const above = bands.flatMap((band) => band.words).filter((word) => !boxed.has(word))
  const checks = checksOf(
    above,
    anchors.filter(({ words }) => words.some((word) => above.includes(word))),
    ledger,
  )
  const expiry = expiryOf(ledger.free(above), ledger)
  ignoreHeading(above, ledger)
  const { owner, fields } = contentsOf(boxes, ledger)
  return { form: formByBoxes(boxes), owner, fields: { ...checks, ...expiry, ...fields } }
}

function contentsOf(boxes: readonly Box[], ledger: WordLedger): { owner: PaperOwner | undefined; fields: HeadFields } {
  let owner: PaperOwner | undefined
  let fields: HeadFields = {}
  for (const { name, words, right } of boxes) {
    if (name === 'reportingOwner') owner = { ...owner, ...ownerOf(words, right, ledger) }
    else if (name === 'relationship') owner = { ...owner, ...relationshipOf(words, right, ledger) }
    else fields = { ...fields, ...fieldsOf(name, words, right, ledger) }
  }
  return { owner, fields }
}

function fieldsOf(name: Box['name'], words: readonly Word[], right: number, ledger: WordLedger): HeadFields {
  if (name === 'issuer') return issuerOf(words, right, ledger)
  if (name === 'individualOrJoint') return jointOf(words, ledger)
  ledger.take(words)
  if (name === 'foreignTradingSymbol') return given('foreignTradingSymbol', symbolOf(words, right))
  if (name === 'periodOfReport') return given('periodOfReport', cellOf(words, { right }))
  return name === 'dateOfOriginalSubmission' ? given('dateOfOriginalSubmission', cellOf(words, { right })) : {}
}

/** The first person from boxes 1 and 5, the others from either list, which begins with the first once more. */
function ownersOf(first: PaperOwner | undefined, sections: readonly Section[], ledger: WordLedger): PaperOwner[] {
  const listed = sections.filter(({ name }) => name === 'owners').flatMap((section) => listedOwners(section, ledger))
  const further = sections
    .filter(({ name }) => name === 'reportingOwner')
    .map((section) => furtherOwner(section, ledger))
  const isRepeated = further[0]?.name !== undefined && further[0].name.text === first?.name?.text
  const all = listed.length > 0 ? listed : further
  const [again, ...others] = all
  if (!first) return all
  return again && (listed.length > 0 || isRepeated) ? [mergedOwner(first, again, ledger), ...others] : [first, ...all]
}

function tablesIn(sections: readonly Section[]): PaperForm['tables'] {
  const has = (which: SectionName) => sections.some(({ name }) => name === which)
  return new Set([...(has('tableI') ? ['I' as const] : []), ...(has('tableII') ? ['II' as const] : [])])
}

function rowsIn(sections: readonly Section[], which: 'I' | 'II', form: FormNumber | undefined, ledger: WordLedger) {
  const own = sections.filter(({ name }) => name === (which === 'I' ? 'tableI' : 'tableII'))
  return tableRows(own, which, form ?? '4', ledger)
}

/** What stands below the tables. Signatures first: on the SEC's forms they stand at the end of the part before. */
function tailOf(
  sections: readonly Section[],
  ledger: WordLedger,
): Pick<PaperForm, 'footnotes' | 'noSecuritiesOwned' | 'remarks' | 'signatures'> {
  for (const { name, anchor } of sections) if (name === 'signatures' && anchor) ledger.ignorePrint(anchor.words)
  const signatures = sections.flatMap((section, i) =>
    section.name === 'signature' ? signaturesOf(section, sections[i - 1], ledger) : [],
  )
  const explained = sections
    .filter(({ name }) => name === 'explanation')
    .map((section) => explanationOf(section, ledger))
  const none = explained.find(({ noSecuritiesOwned }) => noSecuritiesOwned)
  return {
    footnotes: explained.flatMap(({ footnotes }) => footnotes),
    ...(none?.noSecuritiesOwned ? { noSecuritiesOwned: none.noSecuritiesOwned } : {}),
    ...remarksOf(sections, ledger),
    signatures,
  }
}

function remarksOf(sections: readonly Section[], ledger: WordLedger): Pick<PaperForm, 'remarks'> {
  const own = sections.filter(({ name }) => name === 'remarks')
  for (const { anchor } of own) if (anchor) ledger.ignorePrint(anchor.words)
  const words = ledger.free(own.flatMap(({ bands }) => bands.flatMap((band) => band.words)))
  ledger.take(words)
  return given('remarks', cellOf(words, { right: own[0]?.bands[0]?.right ?? 0 }))
}

/** Sentences that every form ends with, the number of its print below them, the SEC's instructions, and blanks to fill. */
function ignorePrints(sections: readonly Section[], ledger: WordLedger): void {
  for (const { name, anchor, bands } of sections) {
    const words = bands.flatMap((band) => band.words)
    if (!anchor) continue
    if (isPrint(anchor.name)) {
      const onPage = sections.flatMap((section) => section.bands.filter(({ page }) => page === anchor.place.page))
      ledger.ignorePrint(labelBlock(anchor, ledger.free(onPage.flatMap((band) => band.words))))
    }
    if (isInstructions(anchor)) ledger.ignorePrint(words)
    const rest = linesByPage(ledger.free(words)).filter((line) => line.words[0]?.text === 'SEC')
    if (name === 'response') for (const line of rest) ledger.ignorePrint(line.words)
  }
}

/** Lines to write on, and dots that lead somewhere. */
const isBlankToFill = ({ text }: Word): boolean => /^[_.\u2026\u00b7-]{3,}$/.test(text)
