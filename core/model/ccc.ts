/** What stands in every output where a CCC was read: as long as a CCC, and none (submission.md section 2). */
export const MASKED_CCC = '********'

/**
 * Verbatim markup with the content of every `rptOwnerCcc` element masked, whatever stands in it; of one that is not
 * closed, everything up to the next tag. One pass.
 */
export function maskCccMarkup(markup: string): string {
  let out = ''
  let copied = 0
  let closing = 0
  for (let start = markup.indexOf(OPEN); start >= 0; start = markup.indexOf(OPEN, copied)) {
    const content = markup.indexOf('>', start) + 1
    if (content === 0) break
    if (closing >= 0 && closing < content) closing = markup.indexOf(CLOSE, content)
    const isEmpty = markup.charCodeAt(content - 2) === SLASH
    const end = isEmpty ? content : closing >= 0 ? closing : nextTag(markup, content)
    out += markup.slice(copied, content) + (end > content ? MASKED_CCC : '')
    copied = end
  }
  return copied === 0 ? markup : out + markup.slice(copied)
}

const OPEN = '<rptOwnerCcc'
const CLOSE = '</rptOwnerCcc'
const SLASH = 47

function nextTag(markup: string, from: number): number {
  const tag = /<\/?[A-Za-z_]/g
  tag.lastIndex = from
  return tag.exec(markup)?.index ?? markup.length
}
