/** So long after sending EDGAR may not know a submission yet (submission.md section 5.3). Milliseconds. */
export const NOT_YET_MS = 30_000

/** So many submissions can be asked for at once (submission.md section 5.2). */
export const MOST_AT_ONCE = 25
