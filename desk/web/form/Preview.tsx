import type { OwnershipDocument } from '@section16/core/model'
import { type HtmlOptions, printedTitle, renderHtml } from '@section16/core/render'
import { useEffect, useRef } from 'react'

interface PreviewProps {
  readonly document: OwnershipDocument
  readonly options?: HtmlOptions
}

/** What will be filed, as core draws the official form: a page of its own in a frame, without scripts. */
export function Preview({ document, options }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const page = frame.current?.contentDocument
    const view = frame.current?.contentWindow
    if (!page || !view) return
    const drawn = new DOMParser().parseFromString(renderHtml(document, options), 'text/html')
    // The desk's policy lets no page bring style of its own; a sheet made by script is none such.
    const sheet = new (view as unknown as typeof globalThis).CSSStyleSheet()
    sheet.replaceSync(drawn.querySelector('style')?.textContent ?? '')
    page.adoptedStyleSheets = [sheet]
    page.documentElement.lang = 'en'
    page.title = drawn.title
    page.body.replaceChildren(...drawn.body.childNodes)
  }, [document, options])
  return <iframe ref={frame} title={`What will be filed: ${printedTitle(document)}`} sandbox="allow-same-origin" className="preview" />
}
