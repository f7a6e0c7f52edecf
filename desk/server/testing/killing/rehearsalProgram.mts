/** A rehearsal EDGAR as a process: `rehearsalProgram.mts CONFIG`. Says its address once it answers. */
import { startRehearsal } from '@section16/edgar/rehearsal'
import { endWithStarter } from './processes.mts'

/** As JSON. */
export interface RehearsalConfig {
  journal: string
}

endWithStarter()
const { journal }: RehearsalConfig = JSON.parse(process.argv[2] ?? '')
const { url } = await startRehearsal({ journal, timing: { hiddenMs: 0, judgedMs: 40, publicMs: 80 } })
process.stdout.write(`${url}\n`)
