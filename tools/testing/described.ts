import type { OwnershipDocument } from '../../core/model/ownershipDocument.ts'
import { canonical, type Reported } from '../../core/model/reported.ts'

/** All that a document says, however its fields hold it, as JSON text: equal texts are equal documents. */
export function described(document: OwnershipDocument | undefined): string | undefined {
  return JSON.stringify(document, (_, value: unknown) => {
    if (!isField(value)) return value
    const { kind, written, footnotes, present, spelling, layout } = value
    const said = kind === 'value' ? `${value.value.constructor.name} ${canonical(value.value)}` : undefined
    return { kind, said, written, footnotes, present, spelling, layout }
  })
}

function isField(value: unknown): value is Reported<string | boolean> {
  return typeof value === 'object' && value !== null && 'written' in value && 'kind' in value
}
