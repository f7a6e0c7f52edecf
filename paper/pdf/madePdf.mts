/** PDF files made by hand, for what no program that prints forms would make. */
import { constants, deflateSync } from 'node:zlib'

/** The body of an object: a text, or a stream with its dictionary's entries. */
export type PdfObject = string | { readonly entries: string; readonly data: Buffer }

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/** A file of some objects, numbered from 1, of which the first is the catalogue. */
export function pdfOf(objects: readonly PdfObject[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = parts[0]!.length
  const put = (part: Buffer) => {
    parts.push(part)
    at += part.length
  }
  for (const [i, object] of objects.entries()) {
    offsets.push(at)
    put(Buffer.from(`${i + 1} 0 obj\n`))
    if (typeof object === 'string') put(Buffer.from(object))
    else {
      put(Buffer.from(`<< ${object.entries} /Length ${object.data.length} >>\nstream\n`))
      put(object.data)
      put(Buffer.from('\nendstream'))
    }
    put(Buffer.from('\nendobj\n'))
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = at
  put(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\n`))
  put(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(parts))
}

/** What a page has besides its content. */
export interface MadePage {
  readonly content: PdfObject
  /** Entries of the page: `/Rotate 90`, `/Annots [...]`. */
  readonly entries?: string
}

/** A file with pages of letter paper and the font `/F1`; `more` are objects from number `4 + 2 * pages.length` on. */
export function pdfWithPages(pages: readonly MadePage[], more: readonly PdfObject[] = [], catalogue = ''): Uint8Array {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const bodies = pages.flatMap(({ content, entries = '' }, i): PdfObject[] => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> /XObject << /X0 ${
      4 + 2 * pages.length
    } 0 R >> >> /Contents ${5 + 2 * i} 0 R ${entries} >>`,
    content,
  ])
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    FONT,
    ...bodies,
    ...more,
  ])
}

export const content = (text: string): PdfObject => ({ entries: '', data: Buffer.from(text) })

/** Flate data of so many MB of blanks, in a thousandth of that. */
export function bomb(megabytes: number): Buffer {
  const header = Buffer.from([0x78, 0x9c])
  const whole = deflateSync(Buffer.alloc(2 ** 20, 0x20), { finishFlush: constants.Z_FULL_FLUSH })
  // Between the header and the end there is one block that can be repeated.
  const block = whole.subarray(2)
  const last = Buffer.from([0x03, 0x00])
  return Buffer.concat([header, ...Array.from({ length: megabytes }, () => block), last])
}
