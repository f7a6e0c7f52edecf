import { maskCccMarkup, type OwnershipDocument } from '@section16/core/model'
import { type Change, differenceOf, type WordChange } from '@section16/core/render'
import { Batch, FINDINGS } from '../batch.ts'
import { counted } from '../counted.ts'
import type { Filing } from '../filings.ts'
import { printable } from '../input/names.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import { hasColour, type ShowOptions, styled } from '../terminal.ts'
import { UsageError } from '../usageError.ts'

export interface DiffVerbOptions extends ShowOptions, PaperVerbOptions {
  json?: boolean
}

/** `section16 diff A B`: what changed from one document to the other. Status 1 where something did. */
export async function diff(before: string, after: string, options: DiffVerbOptions): Promise<number> {
  const batch = new Batch(options)
  const from = await only(batch, before)
  const to = await only(batch, after)
  if (!from || !to) return Math.max(batch.exitStatus, FINDINGS)
  const changes = differenceOf(documentOf(from), documentOf(to)).map(masked)
  batch.findings += changes.length
  const output = new Output()
  if (options.json) await output.line(jsonText({ before: sideOf(from), after: sideOf(to), changes }, 2))
  else for (const line of drawn(from, to, changes, hasColour(options))) await output.line(line)
  await output.end()
  return batch.exitStatus
}

const documentOf = ({ reading }: Filing): OwnershipDocument => reading.document!

async function only(batch: Batch, what: string): Promise<Filing | undefined> {
  const found: Filing[] = []
  for await (const filing of batch.documents([what])) {
    found.push(filing)
    if (found.length > 1) throw new UsageError(`${what} holds several filings; diff compares one with one`)
  }
  return found[0]
}

function sideOf({ file, accessionNumber, reading }: Filing): object {
  return { file, accessionNumber: accessionNumber ?? null, documentType: reading.document?.documentType.value ?? null }
}

/** A CCC that was typed where text belongs comes out here no more than anywhere. */
function masked({ words, ...change }: Change): Change {
  const mask = (text: string | undefined) => (text === undefined ? undefined : maskCccMarkup(text))
  const before = mask(change.before)
  const after = mask(change.after)
  const isSecret = before !== change.before || after !== change.after
  return { ...change, before, after, ...(words && !isSecret && { words }) }
}

function drawn(from: Filing, to: Filing, changes: readonly Change[], colour: boolean): string[] {
  const name = ({ file, accessionNumber, reading }: Filing) => {
    const form = reading.document?.documentType.value ?? '?'
    return printable(`${file} (Form ${form}${accessionNumber ? `, ${accessionNumber}` : ''})`)
  }
  return [
    `${styled('red', '-', colour)} ${name(from)}`,
    `${styled('green', '+', colour)} ${name(to)}`,
    ...changes.flatMap((change) => changeLines(change, colour)),
    changes.length === 0 ? 'no difference' : counted(changes.length, 'difference'),
  ]
}

function changeLines({ kind, place, title, before, after, words }: Change, colour: boolean): string[] {
  const head = `${styled('bold', printable(place), colour)}: ${printable(title)} (${kind})`
  if (words) return [head, `    ${words.map((one) => wordsDrawn(one, colour)).join(' ')}`]
  return [
    head,
    ...(before === undefined ? [] : [styled('red', `  - ${printable(before)}`, colour)]),
    ...(after === undefined ? [] : [styled('green', `  + ${printable(after)}`, colour)]),
  ]
}

function wordsDrawn({ kind, text }: WordChange, colour: boolean): string {
  const safe = printable(text)
  if (kind === 'same') return safe
  return kind === 'removed' ? styled('red', `[-${safe}-]`, colour) : styled('green', `{+${safe}+}`, colour)
}
