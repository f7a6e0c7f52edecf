/** Longest name shown, in UTF-16 units: a hostile archive can give a member a name of megabytes. */
const LONGEST_SHOWN = 1_000

/**
 * What could move a terminal's cursor, reorder a line or end it: C0, DEL, C1, line and paragraph separators,
 * directional marks, and lone surrogates.
 */
export const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu

/** A name as it may be printed: control and directional characters written as `\u{1b}`, the overlong cut. */
export function shownName(name: string): string {
  const cut = name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name
  return printable(cut)
}

/** Text of several lines that may be printed: as `printable`, line ends and tabs kept. */
export function printableText(text: string): string {
  return text.replace(UNPRINTABLE, (c) => (c === '\n' || c === '\t' ? c : printable(c)))
}

/** Text as one line that may be printed, whatever is in it: as `shownName`, not cut. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`)
}

/**
 * Why a member's name would be dangerous to unpack or print, or `undefined` for a harmless one. Both slashes count,
 * since on Windows both separate.
 */
export function unsafeName(name: string): string | undefined {
  if (name.includes('\0')) return 'it holds a NUL character'
  if (/^([\\/]|[A-Za-z]:)/.test(name)) return 'it is an absolute path'
  if (name.split(/[\\/]/).includes('..')) return 'it leaves its folder by ..'
  if (name.search(UNPRINTABLE) >= 0) return 'it holds control characters'
  return undefined
}

/** Whether the folders of a path include a hidden one (`.git/x` yes; `./x`, `../x` and `.x` no). */
export function inHiddenFolder(name: string): boolean {
  return name.split('/').slice(0, -1).some(isHidden)
}

/** Whether a folder's own name hides it from walks. */
export function isHidden(folder: string): boolean {
  return folder.startsWith('.') && folder !== '.' && folder !== '..'
}

/** Whether a name asks to be opened as an archive; what it then is, its content decides. */
export function isArchiveName(name: string): boolean {
  return /\.(zip|tar|tgz|gz)$/i.test(name)
}

/** Whether a name promises a tar archive, gzipped or not. */
export function isTarName(name: string): boolean {
  return /\.(tar|tgz|tar\.gz)$/i.test(name)
}

/** How a member is shown: `archive!member`. */
export function memberName(archive: string, member: string): string {
  return `${archive}!${shownName(member)}`
}
