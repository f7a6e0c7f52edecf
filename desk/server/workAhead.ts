/** What is told of open drafts, worked out before anybody asks: a desk that has just started knows nothing of them. */
import type { Destination, Store } from '../store/index.ts'
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
  const open: { organizationId: string; draftId: string }[] = []
  for (const { id } of await store.kysely.selectFrom('organization').select('id').orderBy('id').execute())
    for await (const { item } of openItems(store.view(id), clock())) {
      if (isOver()) return 0
      open.push({ organizationId: id, draftId: item.id })
    }
  let count = 0
  for (const { organizationId, draftId } of open) {
    if (isOver()) return count
    if (await knownToAll(store.view(organizationId), destination, draftId, clock())) count++
  }
  return count
}
