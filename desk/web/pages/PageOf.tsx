import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { fillFrame } from '../form/index.ts'
import { Loaded } from '../parts/Loaded.tsx'

interface PageOfProps {
  /** Of the page as the desk keeps it. */
  readonly url: string
  readonly title: string
  /** Of its content: another one is another page. */
  readonly hash: string
}

/** A form's page as the desk keeps it: in a frame, without scripts. */
export function PageOf({ url, title, hash }: PageOfProps) {
  const page = useQuery({
    queryKey: ['page', url, hash],
    staleTime: Infinity,
    queryFn: async () => {
      const response = await fetch(url)
      if (!response.ok) throw new Error(`The page is not to be had (${response.status}).`)
      return response.text()
    },
  })
  return <Loaded of={page}>{(html) => <Framed html={html} title={title} />}</Loaded>
}

function Framed({ html, title }: { readonly html: string; readonly title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => fillFrame(frame.current, html), [html])
  return <iframe ref={frame} title={title} sandbox="allow-same-origin" className="preview" />
}
