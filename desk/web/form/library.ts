/** What an issuer's forms say again and again; the form takes a copy. */
export interface Library {
  /** Titles of securities, of either table and of what they are over. */
  readonly titles: readonly string[]
  readonly footnotes: readonly { readonly id: string; readonly name: string; readonly text: string }[]
}

export const NO_LIBRARY: Library = { titles: [], footnotes: [] }
