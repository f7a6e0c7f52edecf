/** What a client is told when it is started. */

export interface ClientConfiguration {
  /** `https://api.edgarfiling.sec.gov`; a rehearsal's `http://127.0.0.1:PORT`. */
  baseUrl: string
  /** Secret. It says which filer sends. */
  filerToken: string
  /** Secret. It says which person sends. */
  userToken: string
  /** Names vendor and version of the program, as the SEC asks of clients of its API. */
  userAgent: string
  /** The CIK used for the accession number, which must delegate to the filer token's; that one where absent. */
  loginCik?: string
  /** Whether TEST submissions may go to EDGAR itself; false where absent. */
  allowTest?: boolean
  /** Whether LIVE submissions may go to EDGAR itself, which is filing; false where absent. */
  allowLive?: boolean
  /** For each call, milliseconds; 60,000 where absent. */
  timeoutMs?: number
  fetch?: typeof globalThis.fetch
  /** Milliseconds UTC; the machine's clock where absent. */
  now?: () => number
}

/** The production system, and the one for testing that the SEC calls beta. */
export const EDGAR_HOSTS = {
  production: 'https://api.edgarfiling.sec.gov',
  beta: 'https://api-bravo.edgarfiling.sec.gov',
} as const

/**
 * The address without its last slash. Throws a TypeError, which quotes no secret, where a program is wrong: an address
 * that would show the tokens to others, a token or name that is no header's value, a login CIK that is none.
 */
export function checkedAddress(configuration: ClientConfiguration): URL {
  const url = URL.canParse(configuration.baseUrl) ? new URL(configuration.baseUrl) : undefined
  if (url?.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new TypeError('baseUrl is no address of a host')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(url)))
    throw new TypeError('baseUrl must be https, but for this machine')
  for (const name of ['filerToken', 'userToken'] as const) {
    if (!/^[\x21-\x2b\x2d-\x7e]+$/.test(configuration[name])) throw new TypeError(`${name} is no token`)
  }
  if (!/^[\x20-\x7e]*[\x21-\x7e]$/.test(configuration.userAgent)) throw new TypeError('userAgent is no name')
  if (configuration.loginCik !== undefined && !/^\d{1,10}$/.test(configuration.loginCik))
    throw new TypeError('loginCik is no CIK')
  return url
}

/** Whether an address is this machine's own, where alone a rehearsal is believed to be one. */
export function isThisMachine({ hostname }: URL): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]'
}
