/** Where the clock stands: how far ahead of the machine's, or at which moment it stopped. Milliseconds. */
export interface ClockPosition {
  aheadMs: number
  stoppedAt?: number
}

/** How a clock is to be moved: set (milliseconds UTC), advanced, run or stopped, in this order. */
export interface ClockChange {
  now?: number
  advanceMs?: number
  running?: boolean
}

/** The rehearsal's clock: the machine's, moved and stopped at will. All moments are milliseconds UTC. */
export class RehearsalClock {
  readonly #machine: () => number
  #position: ClockPosition = { aheadMs: 0 }

  constructor(machine: () => number = Date.now) {
    this.#machine = machine
  }

  now(): number {
    return this.#position.stoppedAt ?? this.#machine() + this.#position.aheadMs
  }

  get isRunning(): boolean {
    return this.#position.stoppedAt === undefined
  }

  get position(): ClockPosition {
    return this.#position
  }

  set position(position: ClockPosition) {
    this.#position = position
  }

  change({ now = this.now(), advanceMs = 0, running = this.isRunning }: ClockChange): void {
    const shown = now + advanceMs
    this.#position = { aheadMs: shown - this.#machine(), ...(!running && { stoppedAt: shown }) }
  }
}
