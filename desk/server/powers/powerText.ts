import type { Diagnostic } from '@section16/core/model'
import { ofServer } from '../diagnostics.ts'
import { docxText } from './docxText.ts'
import { exhibitText } from './exhibitText.ts'
import { POWER_LIMITS } from './limits.ts'
import { pdfText } from './pdfText.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What can be made text of. */
export type PowerMediaType = typeof DOCX | 'application/pdf' | 'text/plain'

/** A text as EX-24 can carry it, and what of the file is not in it; no text where there is none to be had. */
export interface PowerText {
  text: string | undefined
  diagnostics: Diagnostic[]
}

const WHERE = 'document'

/**
 * The text of a power of attorney from a Word file, a PDF or a text. It is a proposal: whoever keeps the power reads it
 * first, since what Word draws (numbers, pictures) is no text, and says so (D560 to D564).
 */
export async function powerText(mediaType: PowerMediaType, bytes: Uint8Array): Promise<PowerText> {
  const read = await READERS[mediaType](bytes)
  if ('unread' in read) return { text: undefined, diagnostics: [ofServer('D560', WHERE, { reason: read.unread })] }
  if (read.text.trim() === '') return { text: undefined, diagnostics: [ofServer('D561', WHERE)] }
  if (read.text.length > POWER_LIMITS.characters) {
    const reason = `it has more than ${POWER_LIMITS.characters} characters`
    return { text: undefined, diagnostics: [ofServer('D560', WHERE, { reason })] }
  }
  const { text, strange } = exhibitText(read.text)
  const { numbered = 0, left = 0 } = read
  return {
    text,
    diagnostics: [
      ...(numbered > 0 ? [ofServer('D562', WHERE, { count: numbered })] : []),
      ...(left > 0 ? [ofServer('D563', WHERE, { count: left })] : []),
      ...(strange.length > 0 ? [notAscii(strange)] : []),
    ],
  }
}

/** That a text has characters that EDGAR does not take. */
export function notAscii(strange: readonly string[]): Diagnostic {
  return ofServer('D564', WHERE, { count: strange.length, characters: strange.slice(0, 20).join(' ') })
}

type Read = { text: string; numbered?: number; left?: number } | { unread: string }

const READERS: Readonly<Record<PowerMediaType, (bytes: Uint8Array) => Promise<Read>>> = {
  [DOCX]: docxText,
  'application/pdf': pdfText,
  'text/plain': async (bytes) => {
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
    } catch {
      return { text: new TextDecoder('windows-1252').decode(bytes) }
    }
  },
}
