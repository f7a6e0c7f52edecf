import { clean } from '../clean.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Filed text for a page, as content or between quotation marks of an attribute: nothing in it is markup, no control or
 * bidi character is left. Every text of a filing goes through here, and nothing else makes text into markup.
 */
export function escapeHtml(text: string): string {
  const safe = clean(text)
  return /[&<>"']/.test(safe) ? safe.replace(/[&<>"']/g, (character) => ENTITIES[character]!) : safe
}
