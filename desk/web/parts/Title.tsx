import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'

/**
 * The heading of a page. Whoever comes to a page begins at it: the focus goes there, so that a screen reader says where
 * one is and the next Tab leads to the first thing to do; the window is named by it too.
 */
export function Title({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another page
  useEffect(() => heading.current?.focus({ preventScroll: true }), [pathname])
  useEffect(() => {
    document.title = `${heading.current?.textContent ?? ''} · section16 desk`
  })
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
