/** A desk as a process: `deskProgram.mts CONFIG`. Says its address once it answers; failures go to standard error. */
import { sql } from 'kysely'
import { open } from '../../../store/open.ts'
import { startDesk } from '../../startDesk.ts'
import { configurationOf, type DeskConfig, storeOf } from './deskConfiguration.mts'
import { endWithStarter } from './processes.mts'

const TICK_MS = 20

endWithStarter()
const config: DeskConfig = JSON.parse(process.argv[2] ?? '')
const { origin, clock, ...others } = configurationOf(config)
const opened = await open(storeOf(config.database), clock())
if ('refused' in opened) throw new Error(JSON.stringify(opened.refused))
const store = opened.value
if (config.careless) await sql`pragma synchronous = off`.execute(store.kysely)
await startDesk({ origin, clock, ...others, store }, { tickMs: TICK_MS })
process.stdout.write(`${origin}\n`)
