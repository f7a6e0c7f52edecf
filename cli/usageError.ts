/** What was asked for cannot be done as asked. Shown without a stack; exit status 2. */
export class UsageError extends Error {}
