import { expect, test } from 'vitest'
import { peerOf, trustedProxiesOf } from './peer.ts'

const trusted = trustedProxiesOf(['127.0.0.1', '10.1.0.0/16', 'fd00::/8'])

test.each([
  ['nobody is trusted who is not named', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['what the proxy says is believed', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['and not what was told to the proxy', '127.0.0.1', '192.0.2.66, 198.51.100.1', '198.51.100.1'],
  ['two proxies', '127.0.0.1', '192.0.2.66, 198.51.100.1, 10.1.2.3', '198.51.100.1'],
  ['a proxy that is asked by itself', '127.0.0.1', undefined, '127.0.0.1'],
  ['all are proxies', '127.0.0.1', '10.1.2.3', '10.1.2.3'],
  ['an address beside a range', '10.2.0.1', '198.51.100.1', '10.2.0.1'],
  ['IPv4 on a socket for both', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['IPv6', 'fd00::5', '2001:db8::7', '2001:db8::7'],
  ['with ports', '127.0.0.1', '[2001:db8::7]:4711, 10.1.2.3:80', '2001:db8::7'],
  ['what is no address ends it', '127.0.0.1', '198.51.100.1, unknown', '127.0.0.1'],
  ['nothing', '127.0.0.1', '', '127.0.0.1'],
])('%s', (_, connected, forwarded, peer) => {
  expect(peerOf(connected, forwarded, trusted)).toBe(peer)
})

test('without proxies the header is nobody’s word', () => {
  expect(peerOf('127.0.0.1', '198.51.100.1', trustedProxiesOf([]))).toBe('127.0.0.1')
})

test.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/8/8', '10.0.0.0/', 'fd00::/129', ''])(
  '%j is no proxy',
  (written) => {
    expect(() => trustedProxiesOf([written])).toThrow(TypeError)
  },
)
