/** The words of a Word file (.docx), paragraph by paragraph. */
import { Parser } from 'htmlparser2'
import { fromBuffer, type ZipFile } from 'yauzl'
import { POWER_LIMITS } from './limits.ts'

export interface DocxText {
  /** A paragraph a line, as it reads with all changes accepted and without hidden text. */
  text: string
  /** Paragraphs whose number or bullet Word draws and the file does not say in words. */
  numbered: number
  /** Pictures, symbols and footnotes, of which no words are taken. */
  left: number
}

const CONTENT = 'word/document.xml'

/** Why a file is no Word file, or is more than `POWER_LIMITS` allow. */
export type NotRead = { unread: string }

/** Reads the main text of a Word file; headers, footers and footnotes are no part of it. Never rejects. */
export async function docxText(bytes: Uint8Array): Promise<DocxText | NotRead> {
  try {
    return textOf((await contentOf(Buffer.from(bytes))).toString('utf8'))
  } catch (error) {
    return { unread: error instanceof Error ? error.message : String(error) }
  }
}

function contentOf(bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (refusal, zip) => {
      if (refusal) return reject(refusal)
      zip.on('error', reject)
      zip.on('end', () => reject(new Error(`there is no ${CONTENT} in it`)))
      zip.on('entry', (entry) => {
        if (entry.fileName !== CONTENT) return zip.readEntry()
        if (entry.uncompressedSize > POWER_LIMITS.markup) return reject(new Error('its text is too long'))
        // Its size is held to what the entry says, so that no more is unpacked than was looked at.
        resolve(unpacked(zip, entry))
      })
      zip.readEntry()
    })
  })
}

function unpacked(zip: ZipFile, entry: Parameters<ZipFile['openReadStream']>[0]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (refusal, stream) => {
      if (refusal) return reject(refusal)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}

/** What is not part of the text: what was deleted or moved away, and what is there once more for older programs. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])
const LEFT = new Set(['w:drawing', 'w:pict', 'w:object', 'w:sym', 'w:footnoteReference', 'w:endnoteReference'])
const SPACES: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}

function textOf(xml: string): DocxText {
  const paragraphs: string[] = []
  const found: DocxText = { text: '', numbered: 0, left: 0 }
  let paragraph = ''
  let skipped = 0
  const inside = { run: false, text: false, hidden: false }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SKIPPED.has(name)) skipped += 1
        if (skipped > 0) return
        if (name === 'w:p') paragraph = ''
        else if (name === 'w:r') Object.assign(inside, { run: true, hidden: false })
        else if (name === 'w:vanish') inside.hidden = !['0', 'false', 'off'].includes(attributes['w:val'] ?? '')
        else if (name === 'w:t') inside.text = true
        else if (name === 'w:numPr') found.numbered += 1
        else if (LEFT.has(name)) found.left += 1
        // A stop of the ruler is a `w:tab` too, but stands in no run.
        else if (inside.run && !inside.hidden) paragraph += SPACES[name] ?? ''
      },
      ontext(words) {
        if (inside.text && !inside.hidden && skipped === 0) paragraph += words
      },
      onclosetag(name) {
        if (SKIPPED.has(name)) skipped -= 1
        if (name === 'w:t') inside.text = false
        if (name === 'w:r') inside.run = false
        if (name === 'w:p' && skipped === 0) paragraphs.push(paragraph)
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return { ...found, text: paragraphs.join('\n') }
}
