import type { Cik } from '../../model/cik.ts'

/** A user's word that a title of an issuer's filings means a security. */
export interface SecurityAlias {
  /** The issuer in whose filings it holds; absent: in all. */
  readonly issuer?: Cik
  /** The title as filed; case, blanks and punctuation do not matter. */
  readonly title: string
  /** The title under which it is counted. */
  readonly security: string
}

/** Finds the security that a title means. */
export type SecurityOf = (issuer: Cik | undefined, title: string) => string

/**
 * Two titles with the same key are one security: letters and figures in lower case, without what filers add or leave
 * out (par value, "right to buy", abbreviations of the issuer's own making are not guessed). The words and their order
 * count: `Class A Common Stock` is not `Common Stock`. Source: section16-rules.md R2.7.1; titles of real filings.
 */
export function securityKey(title: string): string {
  const words = title
    .toLowerCase()
    .replace(PAR_VALUE, ' ')
    .replace(RIGHT, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => SAME_WORD[word] ?? word)
    .join(' ')
  return SAME_TITLE[words] ?? words
}

/** `, par value $0.001 per share`, `$.01 par`, `(no par value)`. */
const PAR_VALUE =
  /[,(]?\s*(?:(?:with )?(?:no|without) par(?: value)?|(?:nominal|par) value(?: of)? (?:us)?\$? ?[\d.,]+(?: ?(?:us)?d)?(?: (?:per|each) share)?|\$ ?[\d.,]+ (?:nominal|par)(?: value)?(?: per share)?)\s*\)?/g

/** `(right to buy)`, `(obligation to sell)` is something else and stays. */
const RIGHT = /\(?\b(?:the )?right to (?:buy|purchase)\)?/g

const SAME_WORD: Readonly<Record<string, string>> = {
  shares: 'share',
  stocks: 'stock',
  options: 'option',
  units: 'unit',
  warrants: 'warrant',
  rsus: 'rsu',
  psus: 'psu',
  securities: 'security',
  com: 'common',
  stk: 'stock',
  cl: 'class',
}

/** Ways to say one thing that no issuer uses for two. */
const SAME_TITLE: Readonly<Record<string, string>> = {
  common: 'common stock',
  'common share': 'common stock',
  'common stock share': 'common stock',
  'share of common stock': 'common stock',
  rsu: 'restricted stock unit',
  'restricted stock unit rsu': 'restricted stock unit',
  'restricted share unit': 'restricted stock unit',
  psu: 'performance stock unit',
  'performance based stock unit psu': 'performance based stock unit',
  'non qualified stock option': 'nonqualified stock option',
}

/** Titles as they are filed, but for what a user says of them. The first alias that fits wins. */
export function securityLibrary(aliases: readonly SecurityAlias[] = []): SecurityOf {
  const said = new Map<string, string>()
  for (const { issuer = '', title, security } of aliases) {
    const key = `${issuer}|${securityKey(title)}`
    if (!said.has(key)) said.set(key, securityKey(security))
  }
  return (issuer, title) => {
    const key = securityKey(title)
    return said.get(`${issuer ?? ''}|${key}`) ?? said.get(`|${key}`) ?? key
  }
}
