import type { OwnershipDocument } from '../../core/model/ownershipDocument.ts'
import type { Reported } from '../../core/model/reported.ts'

/**
 * All that a document says about itself, as JSON text: equal texts are equal documents. Of a field what it answers when
 * asked, not how it keeps the answer.
 */
export function dump(document: OwnershipDocument | undefined): string | undefined {
  return JSON.stringify(document, (key, value: unknown) => {
    // What stands at a place of a layout is told elsewhere.
    if (key === 'of') return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const { name } = value.constructor
    if (name === 'Object') return value
    return name.endsWith('Field') ? fieldOf(name, value as Reported<unknown>) : { class: name, ...value }
  })
}

function fieldOf(name: string, field: Reported<unknown> & { type?: string }) {
  const { type, kind, value, written, footnotes, present, spelling, layout } = field
  return { class: name, type, kind, value: String(value), written, footnotes, present, spelling, layout }
}
