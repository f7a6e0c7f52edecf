/** What the desk says it is, to whom it sends something. */

/** That of its package (a test compares the two). */
export const VERSION = '0.1.0'

/** As a user agent. */
export const PROGRAM = `section16/${VERSION}`
