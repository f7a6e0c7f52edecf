import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Look } from './text.ts'

const FILES: Record<Look['font'], string> = {
  regular: 'DejaVuSansCondensed.ttf',
  bold: 'DejaVuSansCondensed-Bold.ttf',
  oblique: 'DejaVuSansCondensed-Oblique.ttf',
}

const require = createRequire(import.meta.url)
const loaded = new Map<Look['font'], Buffer>()

/** A font's file, read once. The fonts come from a package, so that a page looks the same on every machine. */
export function fontFile(font: Look['font']): Buffer {
  const known = loaded.get(font)
  if (known) return known
  const bytes = readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${FILES[font]}`))
  loaded.set(font, bytes)
  return bytes
}
