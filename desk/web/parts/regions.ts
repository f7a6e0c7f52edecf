import { useEffect } from 'react'

/**
 * F6 leads to the next part of the page, Shift+F6 to the one before, as in other programs with panes. A part is marked
 * `data-region`; one that begins inside another comes after it. A dialog keeps the keyboard.
 */
export function useRegions(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      toRegion(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function toRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const at = regions.findLastIndex((region) => region.contains(document.activeElement))
  const to = regions[(Math.max(at, 0) + by + regions.length) % regions.length]
  const first = to?.querySelector<HTMLElement>('[aria-current="page"]') ?? to?.querySelector<HTMLElement>('a, button')
  if (to?.tabIndex === -1 && to.hasAttribute('tabindex')) to.focus()
  else first?.focus()
}
