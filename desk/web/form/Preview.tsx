import type { OwnershipDocument } from '@section16/core/model'
import { printedTitle, renderHtml } from '@section16/core/render'
import { useEffect, useRef } from 'react'

/** What will be filed, as core draws the official form: a page of its own in a frame, without scripts. */
export function Preview({ document }: { readonly document: OwnershipDocument }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => fillFrame(frame.current, renderHtml(document)), [document])
  return (
    <iframe
      ref={frame}
      title={`What will be filed: ${printedTitle(document)}`}
      sandbox="allow-same-origin"
      className="preview"
    />
  )
}

/**
 * A page of core's into an empty frame. The desk's policy lets no page bring style of its own, and a frame without an
 * address inherits it; a sheet made by script is none such. Filed text is escaped, so the only style is the page's.
 */
function fillFrame(frame: HTMLIFrameElement | null, html: string): void {
  const page = frame?.contentDocument
  const view = frame?.contentWindow as (Window & typeof globalThis) | null | undefined
  if (!page || !view) return
  const [, before = '', style = '', after = ''] = /^(.*?)<style>(.*?)<\/style>(.*)$/s.exec(html) ?? []
  const drawn = new DOMParser().parseFromString(before + after, 'text/html')
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(style)
  page.adoptedStyleSheets = [sheet]
  page.documentElement.lang = 'en'
  page.title = drawn.title
  page.body.replaceChildren(...drawn.body.childNodes)
}
