import { describe, expect, test } from 'vitest'
import { HOSTILE } from '../../tools/testing/hostileSources.ts'
import { worded } from '../../tools/testing/worded.ts'
import { readOwnershipXml } from './ownershipXml.ts'

/** `npm run test:full -- hostile` does the same with a million of each, and measures. */
const N = 2000
const SHORT = `<?xml version="1.0"?>
<ownershipDocument>

    <issuer>
        <issuerCik>0001234567</issuerCik>
        <issuerName>Zephyr &amp; Quill</issuerName>
    </issuer>

    <nonDerivativeTable>
        <nonDerivativeHolding>
            <securityTitle>
                <value>Stock</value>
                <footnoteId id="F1"/>
            </securityTitle>
        </nonDerivativeHolding>
    </nonDerivativeTable>

    <footnotes>
        <footnote id="F1">a</footnote>
    </footnotes>
</ownershipDocument>`

/** Far above what any takes (some milliseconds), far below what anything quadratic would. */
const MOST_MILLISECONDS = 2000

describe('a hostile source is read or refused, in time and in words', () => {
  test.each(Object.keys(HOSTILE))('%s', (name) => {
    const source = (HOSTILE[name] as (n: number) => string | Uint8Array)(N)
    const began = performance.now()
    const { outcome, document, diagnostics } = readOwnershipXml(source)
    for (const diagnostic of diagnostics) expect(worded(diagnostic)).toBeUndefined()
    expect(performance.now() - began).toBeLessThan(MOST_MILLISECONDS)
    expect(document === undefined).toBe(outcome === 'refused')
    if (outcome !== 'read') expect(diagnostics.length).toBeGreaterThan(0)
  })
})

test('bytes beyond the limit are refused before they are decoded', () => {
  // Nothing can be decoded here: looking at a byte throws.
  const bytes = new Proxy(new Uint8Array(0), {
    get: (_, key) => {
      if (key === 'length') return 2 ** 31
      throw new Error(`${String(key)} was asked for`)
    },
  })
  const { outcome, diagnostics } = readOwnershipXml(bytes)
  expect([outcome, diagnostics.map(({ code }) => code)]).toEqual(['refused', ['R100']])
})

test('every beginning of a document is read as far as it goes', () => {
  const source = SHORT
  const root = source.indexOf('<ownershipDocument>') + '<ownershipDocument>'.length
  for (let length = 0; length < source.length; length++) {
    const { outcome, diagnostics } = readOwnershipXml(source.slice(0, length))
    if (length >= root) expect(outcome, `${length}`).toBe('repaired')
    else expect(outcome, `${length}`).not.toBe('read')
    expect(diagnostics.length).toBeGreaterThan(0)
    for (const diagnostic of diagnostics) expect(worded(diagnostic)).toBeUndefined()
  }
})

test('every beginning of its bytes too, cut inside a letter or not', () => {
  const bytes = new TextEncoder().encode('<ownershipDocument><remarks>é \u{1f4c8} &amp;</remarks></ownershipDocument>')
  for (let length = 1; length < bytes.length; length++) {
    const { outcome, diagnostics } = readOwnershipXml(bytes.subarray(0, length))
    expect(outcome).not.toBe('read')
    expect(diagnostics.length).toBeGreaterThan(0)
  }
})
