import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Both halves of V8's space for new objects at this size hold what 200 filings leave behind. */
const ENOUGH_BYTES = 30 * 2 ** 20

/** Looking costs as much as a small filing, so it is done now and then, until it is settled. */
const BETWEEN_FILES = 64

/**
 * Keeps memory flat through a long run. V8 doubles its space for new objects whenever a little survives in it, so that a
 * run that holds one filing at a time still takes 80 MB more at its end than at its beginning. Here it grows at once to
 * what serves best, and then no more; nor does V8 begin to put new objects among the old ones because much survived while
 * the space was small. Both flags are read each time V8 decides, and nothing else depends on them.
 */
export class YoungGeneration {
  private files = 0
  private isSettled = false

  constructor() {
    setFlagsFromString('--semi-space-growth-factor=4')
    setFlagsFromString('--no-allocation-site-pretenuring')
  }

  /** To be called for each file. */
  file(): void {
    if (this.isSettled || this.files++ % BETWEEN_FILES !== 0) return
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
    if ((space?.space_size ?? 0) < ENOUGH_BYTES) return
    setFlagsFromString('--semi-space-growth-factor=1')
    this.isSettled = true
  }
}
