import type { PaperCell, PaperOwner, PaperTick } from '../form/paperForm.ts'
import type { WordLedger } from './ledger.ts'

type Field = PaperCell | PaperTick

/** The list says each title for itself, where box 5 has one line for both. */
const BY_LIST: readonly string[] = ['officerTitle', 'otherText']

/**
 * One person as two places of the form say it: boxes 1 and 5, and the list of persons. What both say is read from both.
 * Where they differ the box is believed, but for titles; the words of the other are in no field.
 */
export function mergedOwner(box: PaperOwner, listed: PaperOwner, ledger: WordLedger): PaperOwner {
  const fields = new Map<string, Field>(Object.entries(box))
  for (const [key, other] of Object.entries(listed) as [string, Field][]) {
    const own = fields.get(key)
    if (!own) fields.set(key, other)
    else if (saidBy(own) === saidBy(other)) fields.set(key, { ...own, words: [...own.words, ...other.words] })
    else {
      const [kept, left] = BY_LIST.includes(key) ? [other, own] : [own, other]
      fields.set(key, kept)
      ledger.release(left.words)
    }
  }
  return Object.fromEntries(fields) as PaperOwner
}

const saidBy = (field: Field): string => ('state' in field ? field.state : field.text)
