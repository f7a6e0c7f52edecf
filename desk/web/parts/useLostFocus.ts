import { type RefObject, useEffect, useRef } from 'react'

/**
 * For what appears in the place of something done: where what had the focus is gone with it, the keyboard goes on here.
 * A focus that is somewhere is left there.
 */
export function useLostFocus<E extends HTMLElement>(): RefObject<E | null> {
  const place = useRef<E>(null)
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus()
  }, [])
  return place
}
