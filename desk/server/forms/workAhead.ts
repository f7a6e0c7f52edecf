/** What the work lists say, worked out before anybody asks: a desk that has just started knows nothing of its drafts. */
import type { Store } from '../../store/index.ts'
import { openItems } from './work.ts'

/**
 * Works out the open drafts of one organisation after the other until `isOver` says so; what is missing then is worked
 * out when it is asked for. Gives how many it has.
 */
export async function workAhead(store: Store, clock: () => number, isOver: () => boolean): Promise<number> {
  let count = 0
  for (const { id } of await store.kysely.selectFrom('organization').select('id').orderBy('id').execute())
    for await (const _ of openItems(store.view(id), clock())) {
      if (isOver()) return count
      count++
    }
  return count
}
