import { detectSource } from '@section16/core/read'

/** As much base64 as tells what a document is; a multiple of four. */
const START_CHARACTERS = 4096

/**
 * The ownership document in an `edgarSubmission`, found by its content; `undefined` where none is. Only the start of
 * the other documents is decoded.
 */
export function primaryDocument(text: string): Uint8Array | undefined {
  for (const [, block = ''] of text.matchAll(/<documentMimeBlock>([^<]*)<\/documentMimeBlock>/g)) {
    const start = Buffer.from(block.slice(0, START_CHARACTERS), 'base64').toString('latin1')
    if (detectSource(start) === 'ownershipXml') return Buffer.from(block, 'base64')
  }
  return undefined
}
