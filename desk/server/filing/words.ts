import type { Destination, SubmissionMode } from '../../store/index.ts'

/** What is to be typed to send a form. For the SEC's own EDGAR it says so: nobody types that by habit. */
export function wordsToSend(formType: string, mode: SubmissionMode, destination: Destination): string {
  const what = mode === 'LIVE' ? 'file' : 'test'
  const where = destination === 'rehearsal' ? '' : destination === 'beta' ? ' with EDGAR beta' : ' with the SEC'
  return `${what} form ${formType.toLowerCase()}${where}`
}

/** What is to be typed to start a desk that does not file with a rehearsal. */
export function wordsToStart(destination: Exclude<Destination, 'rehearsal'>): string {
  return destination === 'edgar' ? 'this desk files with the SEC' : 'this desk tests with EDGAR beta'
}

/** What is to be typed to say what became of a submission of unknown outcome. */
export const WORDS_TO_RESOLVE = { filed: 'it was filed', notFiled: 'it was not filed' } as const
