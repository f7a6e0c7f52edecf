/** The picture of a page, of its proportions. */
export interface PageImage {
  /** The page's number. */
  readonly page: number
  readonly png: Uint8Array
}
