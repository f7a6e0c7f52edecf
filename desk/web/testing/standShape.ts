/** What a test puts into the page and reads from it. */
export interface Stand {
  readonly mount: (xml: string, today: string, balances: readonly object[]) => void
  readonly xml: () => string
}
