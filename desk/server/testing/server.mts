/** A desk as `openServer` makes it, for tests: it is closed when they have run. */
import { afterAll, vi } from 'vitest'
import { type Options, openServer, type Server } from './openServer.mts'

export { cookiesOf, KEY, ORIGIN, type Server, type Visitor, visitorOf, WEDNESDAY } from './openServer.mts'

// Passwords are slow on purpose, and machines that test are busy.
vi.setConfig({ testTimeout: 60_000 })

/** Ends with the file of tests: several tests may share a desk. */
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})

export async function inventServer(options: Options = {}): Promise<Server> {
  const server = await openServer(options)
  closing.push(server.close)
  return server
}
