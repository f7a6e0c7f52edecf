import type { LayoutChild, LayoutItem } from '../../model/layout.ts'
import type { FaultKind } from './fault.ts'
import { attributesOf, contentOf, elementOf, isStrayText } from './markup.ts'

/** What may stand in an element, for the faults of its markup. */
export interface Place {
  /** Place in the sequence by element name; all the same where any order will do. */
  orders: ReadonlyMap<string, number>
  /** Whether footnote references may follow. */
  footnotes: boolean
}

type Note = (kind: FaultKind, step: string, data?: Record<string, string | number>) => void

/**
 * What is wrong with the content of an element as it was laid out: elements nobody knows or that stand there twice, text
 * between elements, another order, attributes. `place` is absent for the tag of the document element, which stands
 * alone.
 */
export function layoutFaults(items: readonly LayoutItem[], place: Place | undefined, note: Note): void {
  let last = -1
  for (const item of items) {
    if (typeof item === 'string') strangeFault(item, place, note)
    else {
      tagFaults(item, place ? item.child : '', note)
      const order = item.child === 'footnoteId' ? Number.POSITIVE_INFINITY : (place?.orders.get(item.child) ?? last)
      if (order < last) note('element-out-of-order', item.child, { element: item.child })
      last = Math.max(last, order)
    }
  }
}

/** Of a piece that the model has no home for. */
function strangeFault(markup: string, place: Place | undefined, note: Note): void {
  const element = elementOf(markup)
  if (element === undefined) {
    if (isStrayText(markup)) note('stray-text', '')
  } else if (element === 'footnoteId') note(place?.footnotes ? 'missing-footnote-id' : 'footnote-not-allowed', element)
  else if (place?.orders.has(element)) note('repeated-element', element, { element })
  else note('unknown-element', element, { element })
}

function tagFaults({ child, open }: LayoutChild, step: string, note: Note): void {
  if (open === undefined) return
  const mayHaveId = child === 'footnote' || child === 'footnoteId'
  for (const { name, value } of attributesOf(open)) {
    if (name === 'xmlns') {
      if (value !== '') note('namespace', step, { namespace: value })
    } else if (!name.startsWith('xmlns:') && !(mayHaveId && name === 'id')) {
      note('unexpected-attribute', `${step === '' ? '' : `${step}/`}@${name}`, { attribute: name, element: child })
    }
  }
  if (child === 'footnoteId' && contentOf(open).replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '') !== '') {
    note('stray-text', step)
  }
}
