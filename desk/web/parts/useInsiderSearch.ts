import { useEffect, useState } from 'react'
import { useAsked } from '../api/useDesk.ts'

/** Whoever types goes on for so long, in milliseconds, before the desk is asked. */
const PAUSE = 200

/** Text as it is once nobody has typed on for a moment, without blanks around it. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return settled.trim()
}

/**
 * The first insiders by name, of an issuer or of all, at most `limit`; and once something is searched, those found of
 * them. What was found stays until more is known. `first` says whether there is anything to search: it has a `next`.
 */
export function useInsiderSearch(of: { readonly issuer?: string; readonly limit: number }) {
  const [wanted, setWanted] = useState('')
  const search = useSettled(wanted)
  const first = useAsked('getInsiders', { query: of })
  const found = useAsked('getInsiders', { query: search === '' ? of : { ...of, search } }, { staysShown: true })
  return { wanted, setWanted, first, found }
}
