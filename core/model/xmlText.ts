/**
 * Text as EDGAR spells it in XML: `&`, `<`, `>` and `"` as named references, everything else as it is
 * (ownership-xml.md section 2); but a carriage return as a reference, because as it is it would be read as a line feed
 * (XML 1.0 section 2.11).
 */
export function escapeText(text: string): string {
  return /[&<>"\r]/.test(text) ? text.replace(/[&<>"\r]/g, (c) => ESCAPES[c] as string) : text
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Text from its markup: the five named references and character references resolved, line ends made `\n` (XML 1.0
 * sections 2.11 and 4.6). `undefined` where a reference is none of these: there are no declared entities here.
 */
export function resolveReferences(markup: string): string | undefined {
  const text = markup.includes('\r') ? markup.replace(/\r\n?/g, '\n') : markup
  let ampersand = text.indexOf('&')
  if (ampersand < 0) return text
  let out = ''
  let from = 0
  while (ampersand >= 0) {
    const end = text.indexOf(';', ampersand)
    // The first that is no reference ends it, so that a text full of ampersands is not gone through for each.
    const character = end < 0 ? undefined : resolveReference(text.slice(ampersand + 1, end))
    if (character === undefined) return undefined
    out += text.slice(from, ampersand) + character
    from = end + 1
    ampersand = text.indexOf('&', from)
  }
  return out + text.slice(from)
}

/**
 * An attribute's value from its markup: references resolved, white space characters made blanks (XML 1.0 section 3.3.3);
 * `undefined` where it has a bare `<` or an unknown reference.
 */
export function attributeValue(markup: string): string | undefined {
  if (markup.includes('<')) return undefined
  const plain = /[\t\n\r]/.test(markup) ? markup.replace(/\r\n|[\t\n\r]/g, ' ') : markup
  return resolveReferences(plain)
}

/** The character of one reference, without its `&` and `;`; `undefined` where XML knows none such. */
export function resolveReference(name: string): string | undefined {
  if (name.charCodeAt(0) !== 35) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined
  const found = /^#(?:(\d+)|x([0-9A-Fa-f]+))$/.exec(name)
  if (!found) return undefined
  const code = found[1] !== undefined ? Number.parseInt(found[1], 10) : Number.parseInt(found[2] as string, 16)
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined
}

/** XML 1.0 section 2.2, production Char. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

/** The offset of the first character that XML 1.0 does not allow at all, lone surrogates included, or -1. */
export function illegalCharacter(text: string): number {
  // Two steps: the first, without the u flag, is fast and passes nearly every filing.
  if (!/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/.test(text)) return -1
  return text.search(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u)
}
