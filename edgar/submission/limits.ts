/** So long after sending EDGAR may not know a submission yet, as users of its API found. Milliseconds. */
export const NOT_YET_MS = 30_000

/** So many submissions can be asked for at once (EDGAR API 1.11.0). */
export const MOST_AT_ONCE = 25
