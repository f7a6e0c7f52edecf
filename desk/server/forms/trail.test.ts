import { afterAll, expect, test } from 'vitest'
import { addIssuer, auditLength, open, type Store, type View } from '../../store/index.ts'
import { emptyDatabase, KINDS, must, NOW } from '../../store/testing/databases.mts'
import { inventCik, inventDesk } from '../../store/testing/invented.mts'
import { noteLength, trailOf } from './trail.ts'

const opened: Store[] = []
afterAll(async () => {
  for (const store of opened) await store.close()
})

test.for(KINDS)(
  '%s: who knows how long the trail is hears of all that is in it, and looks for no more',
  async (kind, context) => {
    const config = await emptyDatabase(kind, context)
    const here = must(await open(config, NOW))
    const there = must(await open(config, NOW))
    opened.push(here, there)
    const { organizationId, actor } = await inventDesk(here, NOW)
    const fields = () => ({ cik: inventCik(), name: 'Harbor Kelp Corp', tradingSymbol: 'HKLP', details: {} })
    const act = async (store: Store) => must(await store.act(actor, (a) => addIssuer(a, fields())))
    const trail = trailOf(here.view(organizationId))
    let heard = 0
    trail.listen(() => heard++)
    await trail.current(here.view(organizationId))
    const length = () => auditLength(there.view(organizationId))
    /** A request that began when the trail was so long. */
    const asking = async (known: number): Promise<View> => {
      const view = here.view(organizationId)
      noteLength(view, known)
      await trail.current(view)
      return view
    }

    const before = await length()
    await act(there)
    await asking(before)
    expect(heard, 'done at the other server after the request began').toBe(0)
    const view = await asking(await length())
    expect(heard, 'done at the other server before').toBe(1)
    await act(here)
    await trail.current(view)
    expect(heard, 'done here in the same request').toBe(2)
    await act(there)
    await trail.current(here.view(organizationId))
    expect(heard, 'asked by who knows nothing').toBe(3)
  },
)
