/** Whose connection a request came by, behind reverse proxies too. */
import { BlockList, isIP } from 'node:net'

/**
 * The addresses and ranges (`10.0.0.5`, `10.0.0.0/24`, `fd00::/8`) of the reverse proxies that are believed. Throws a
 * TypeError for what is neither.
 */
export function trustedProxiesOf(written: readonly string[]): BlockList {
  const trusted = new BlockList()
  for (const one of written) {
    const [address = '', prefix, ...rest] = one.split('/')
    const family = isIP(address)
    const bits = Number(prefix ?? (family === 4 ? 32 : 128))
    const isRange = prefix === undefined || (/^\d{1,3}$/.test(prefix) && bits >= 1 && bits <= (family === 4 ? 32 : 128))
    if (family === 0 || !isRange || rest.length > 0) throw new TypeError('trustedProxies holds what is no address')
    trusted.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6')
  }
  return trusted
}

/**
 * The address that a request came from. `forwarded` is its X-Forwarded-For, in which each proxy writes at the end whom
 * it was asked by: it is read from there, and only as far as whoever wrote it is trusted. Anybody else's is ignored.
 */
export function peerOf(connected: string, forwarded: string | undefined, trusted: BlockList): string {
  let peer = plain(connected)
  for (const entry of forwarded?.split(',').reverse() ?? []) {
    if (!isTrusted(peer, trusted)) return peer
    const before = addressIn(entry.trim())
    if (before === undefined) return peer
    peer = before
  }
  return peer
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address)
  return family !== 0 && trusted.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** Of `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1` or `[2001:db8::1]:4711` the address. */
function addressIn(entry: string): string | undefined {
  const [, bracketed, beforePort] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(entry) ?? []
  const address = plain(bracketed ?? beforePort ?? entry)
  return isIP(address) === 0 ? undefined : address
}

/** An IPv4 address as such, also where a socket for both kinds says it as one of IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
