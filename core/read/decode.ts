/** A source as text, and how it was decoded. */
export interface Decoded {
  text: string
  /** `repaired`: the bytes are not what they say they are, and were read as Windows-1252. */
  encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
  /** Where the bytes are not what they say they are: what they say, and how they were read. */
  repaired: { encoding: string; instead: string } | undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The text of a source. A byte order mark decides, else the encoding that the XML declaration names, else UTF-8;
 * bytes that are not valid in it are read as Windows-1252, where every byte is something. EDGAR writes ASCII.
 */
export function decode(bytes: Uint8Array): Decoded {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (wide) return decodeWide(bytes, wide)
  if (declaresLatin(bytes)) return { text: latin(bytes), encoding: 'windows-1252', repaired: undefined }
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8', repaired: undefined }
  } catch {
    const repaired = { encoding: 'UTF-8', instead: 'Windows-1252' }
    return { text: latin(bytes), encoding: 'windows-1252', repaired }
  }
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, repaired: undefined }
  } catch {
    const repaired = { encoding: 'UTF-16', instead: 'UTF-16 with U+FFFD where it is broken' }
    return { text: new TextDecoder(encoding).decode(bytes), encoding, repaired }
  }
}

/**
 * The text of bytes that are taken to be ASCII, one character a byte; whoever uses it must look for others himself.
 * `undefined` where that is known not to be so. A Buffer of Node has a way of its own, at half the cost of a decoder.
 */
export function asciiText(bytes: Uint8Array): string | undefined {
  const { latin1Slice } = bytes as { latin1Slice?: () => string }
  if (latin1Slice) return latin1Slice.call(bytes)
  try {
    const text = utf8.decode(bytes)
    // UTF-8 never has more characters than bytes, and as many only when all are ASCII.
    return text.length === bytes.length ? text : undefined
  } catch {
    return undefined
  }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes)
}

/** Whether the declaration names ISO-8859-1 or Windows-1252, which is read for it as browsers do. */
function declaresLatin(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 100))
  return /^<\?xml[^>]*encoding\s*=\s*["'](?:iso-8859-1|latin-?1|windows-1252)["']/i.test(start)
}
