/** What is told of open drafts, worked out before anybody asks: a desk that has just started knows nothing of them. */
import type { Destination, Store, View } from '../store/index.ts'
import { openItems } from './forms/work.ts'
import { knownToAll } from './routes/draftShown.ts'

/**
 * Works out what the work lists say, then what is told of each draft, until `isOver` says so; what is missing then is
 * worked out when it is asked for. Gives how many drafts it has whole.
 */
export async function workAhead(
  store: Store,
  destination: Destination,
  clock: () => number,
  isOver: () => boolean,
): Promise<number> {
  const organizations = await store.kysely.selectFrom('organization').select('id').orderBy('id').execute()
  const open: { view: View; ids: string[] }[] = []
  for (const { id } of organizations) {
    const view = store.view(id)
    open.push({ view, ids: (await openItems(view, clock(), isOver)).map(({ item }) => item.id) })
  }
  let count = 0
  for (const { view, ids } of open)
    count += (await (await knownToAll(view, destination, clock())).itemsOf(ids, isOver)).length
  return count
}
