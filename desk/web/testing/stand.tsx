/** The editor alone in a page, for its tests: no server, no other page. */
import { CalendarDate, type OwnershipDocument } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { writeOwnershipXml } from '@section16/core/write'
import { createRoot } from 'react-dom/client'
import { FormEditor, type StatedBalance, useDraft } from '../form/index.ts'
import type { Stand } from './standShape.ts'
import '../style/base.css'
import '../style/form.css'

let shown: OwnershipDocument | undefined

function Stage({
  first,
  today,
  balances,
}: {
  first: OwnershipDocument
  today: CalendarDate
  balances: readonly StatedBalance[]
}) {
  const draft = useDraft(first)
  shown = draft.document
  return (
    <main>
      <h1>Draft</h1>
      <FormEditor draft={draft} today={today} balances={balances} />
    </main>
  )
}

const stand: Stand = {
  mount: (xml, today, balances) => {
    const { document: first } = readOwnershipXml(new TextEncoder().encode(xml))
    const root = createRoot(window.document.getElementById('root')!)
    root.render(
      <Stage first={first!} today={CalendarDate.parse(today)!} balances={balances as readonly StatedBalance[]} />,
    )
  },
  xml: () => writeOwnershipXml(shown!),
}
Object.assign(globalThis, { stand })
