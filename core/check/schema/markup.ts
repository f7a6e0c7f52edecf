import { resolveReferences } from '../../model/xmlText.ts'
import { collapsed } from './values.ts'

/** Attributes of a start tag or an empty element, values as written. */
export function attributesOf(tag: string): { name: string; value: string }[] {
  const end = /^<[^\s/>]+/.exec(tag)?.[0].length ?? 0
  const found = tag.slice(end, endOfTag(tag)).matchAll(/([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')/g)
  return [...found].map(([, name = '', value = '']) => ({ name, value: value.slice(1, -1) }))
}

/** Where the first tag of a markup ends: a `>` may stand in an attribute. */
function endOfTag(markup: string): number {
  return /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(markup)?.[0].length ?? markup.length
}

/** What stands between two tags of an empty element that is written with both, or the content of a markup. */
export function contentOf(markup: string): string {
  const start = endOfTag(markup)
  return markup[start - 2] === '/' ? '' : markup.slice(start, Math.max(start, markup.lastIndexOf('</')))
}

/** The name of an element that a kept piece of markup is; `undefined` where it is no element. */
export function elementOf(markup: string): string | undefined {
  return /^<([^\s/>!?]+)/.exec(markup)?.[1]
}

/** Whether a kept piece of markup that is no element is more than white space, a comment or an instruction. */
export function isStrayText(markup: string): boolean {
  if (markup.startsWith('<!--') || markup.startsWith('<?')) return false
  // White space may be written as `&#10;`.
  return markup.startsWith('<![CDATA[') || collapsed(resolveReferences(markup) ?? markup) !== ''
}

/** Whether an element stands in the markup of a value. */
export function holdsElement(spelling: string): boolean {
  return /<[^!?]/.test(spelling.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, ''))
}
