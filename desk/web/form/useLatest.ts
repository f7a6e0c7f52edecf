import { useCallback, useLayoutEffect, useRef } from 'react'

/** One function for as long as the component lives, which does what the last drawing's did. */
export function useLatest<Arguments extends unknown[], Result>(
  does: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const latest = useRef(does)
  useLayoutEffect(() => {
    latest.current = does
  })
  return useCallback((...given: Arguments) => latest.current(...given), [])
}
