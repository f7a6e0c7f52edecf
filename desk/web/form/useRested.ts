import { useEffect, useState } from 'react'

const REST_MS = 100

/** A value once it has stayed the same for a tenth of a second: for what need not be drawn with every letter typed. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
