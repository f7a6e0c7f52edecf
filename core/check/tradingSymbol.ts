/** What filers write where the issuer has no trading symbol: `NONE`, `N/A`, `[none]`, `not listed`, `-`. */
export const NO_SYMBOL =
  /^\W*(?:none|n\.?\/?\s?a\.?|no ?symbol|not ?(?:applic|listed|traded|avail)\w*|unlisted|private|nil)?\W*$/i
