import { useEffect, useState } from 'react'
import type { Shape } from '../api/routes.ts'
import { useNow, zone } from '../api/useDesk.ts'

const MINUTE = 60_000
const format = (timeZone: string) =>
  new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium', timeStyle: 'short' })
const EASTERN = format('America/New_York')
const LOCAL = format(zone)

/** A moment in the user's zone, and in Eastern time where that is another. */
export function Moment({ at }: { readonly at: number }) {
  const [local, eastern] = [LOCAL.format(at), EASTERN.format(at)]
  return (
    <time dateTime={new Date(at).toISOString()}>
      {local}
      {local !== eastern && <small> ({eastern} Eastern)</small>}
    </time>
  )
}

/** How long until a form is due by the desk's clock, and when that is in both zones. */
export function Countdown({ due }: { readonly due: Shape<'Due'> }) {
  useHalfMinutes()
  const left = due.at - useNow()
  return (
    <span className="countdown" data-state={left <= 0 ? 'past' : left < 24 * 60 * MINUTE ? 'near' : 'far'}>
      <b role="timer">{left <= 0 ? `late by ${span(-left)}` : `${span(left)} left`}</b>{' '}
      <small>
        {due.eastern}
        {due.local !== due.eastern && `; ${due.local}`}
      </small>
    </span>
  )
}

/** Draws the component anew every half minute. */
function useHalfMinutes(): void {
  const [, setPassed] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setPassed((passed) => passed + 1), MINUTE / 2)
    return () => clearInterval(timer)
  }, [])
}

/** `2 d 3 h`, `3 h 12 min`, `12 min`, `less than 1 min`. */
export function span(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  if (days > 0) return `${days} d ${hours} h`
  if (hours > 0) return `${hours} h ${rest} min`
  return rest > 0 ? `${rest} min` : 'less than 1 min'
}
