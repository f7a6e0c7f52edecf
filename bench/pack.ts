import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

/**
 * The packed file in which every worker, in JavaScript, C or C++, gets the same documents:
 * for each document its length in bytes (unsigned 32 bits, little-endian), then the bytes.
 */
export function writePack(path: string, documents: readonly Uint8Array[]): void {
  const file = openSync(path, 'w')
  try {
    const length = Buffer.alloc(4)
    for (const document of documents) {
      length.writeUInt32LE(document.length)
      writeSync(file, length)
      writeSync(file, document)
    }
  } finally {
    closeSync(file)
  }
}

/** The documents of a packed file, as views of one buffer, in their order. Throws on a cut-off file. */
export function readPack(path: string): Buffer[] {
  const packed = readFileSync(path)
  const documents: Buffer[] = []
  for (let at = 0; at < packed.length; ) {
    const start = at + 4
    const end = start + packed.readUInt32LE(at)
    if (end > packed.length) throw new Error(`${path} is cut off inside document ${documents.length}`)
    documents.push(packed.subarray(start, end))
    at = end
  }
  return documents
}
