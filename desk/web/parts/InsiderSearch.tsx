import { type ReactNode, useState } from 'react'
import type { Shape } from '../api/routes.ts'
import { Entry } from './Entry.tsx'
import { Loaded } from './Loaded.tsx'
import { useInsiderSearch } from './useInsiderSearch.ts'

type Insider = Shape<'Insider'>

interface Offer {
  /** Who was found, and before them who was chosen and is not among them. */
  readonly offered: readonly Insider[]
  /** Whether there are others, whatever is found. */
  readonly hasOthers: boolean
  readonly choose: (ids: string[]) => void
}

interface InsiderSearchProps {
  /** Of this issuer; of all issuers where absent. Another one is another search: it wants another `key`. */
  readonly issuer?: string
  /** So many are offered at once. */
  readonly limit: number
  readonly label: string
  readonly onChosen: (ids: string[]) => void
  readonly children: (offer: Offer) => ReactNode
}

/** Insiders to choose from; where there are more than are offered at once, with a search for the others. */
export function InsiderSearch({ issuer, limit, label, onChosen, children }: InsiderSearchProps) {
  const { wanted, setWanted, first, found } = useInsiderSearch(issuer === undefined ? { limit } : { issuer, limit })
  // Whoever was chosen once stays offered, whatever is searched: nobody is chosen unseen, and who is let go again does
  // not vanish under the keyboard.
  const [kept, setKept] = useState<readonly Insider[]>([])
  const offer = (insiders: readonly Insider[], hasOthers: boolean) => {
    const offered = [...without(kept, insiders), ...insiders]
    const choose = (ids: string[]) => {
      const chosen = offered.filter(({ id }) => ids.includes(id))
      setKept([...kept, ...without(chosen, kept)])
      onChosen(ids)
    }
    return children({ offered, hasOthers, choose })
  }
  return (
    <Loaded of={first}>
      {({ next: others }) => (
        <>
          {others !== null && <Entry label={label} value={wanted} onChange={setWanted} isSearch />}
          <Loaded of={found}>
            {({ insiders, next }) => (
              <>
                {others !== null && <p role="status">{said(insiders.length, next !== null)}</p>}
                {offer(insiders, others !== null)}
              </>
            )}
          </Loaded>
        </>
      )}
    </Loaded>
  )
}

function without(insiders: readonly Insider[], others: readonly Insider[]): Insider[] {
  return insiders.filter(({ id }) => others.every((one) => one.id !== id))
}

function said(count: number, areMore: boolean): string {
  if (count === 0) return 'Nobody is found by these words.'
  if (areMore) return `These are the first ${count} by name; there are more. Search finds the others.`
  return count === 1 ? 'One is found.' : `${count} are found.`
}
