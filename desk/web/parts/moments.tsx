import { useEffect, useState } from 'react'
import type { Shape } from '../api/routes.ts'
import { zone } from '../api/useDesk.ts'

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

/**
 * How long until a form is due, and when that is in both zones. `now` is the desk's clock when it was asked; the page's
 * own only counts on from there.
 */
export function Countdown({ due, now }: { readonly due: Shape<'Due'>; readonly now: number }) {
  const passed = usePassed()
  const left = due.at - now - passed
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

/** Milliseconds since the component was first drawn, by half minutes. */
function usePassed(): number {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const began = performance.now()
    const timer = setInterval(() => setPassed(performance.now() - began), MINUTE / 2)
    return () => clearInterval(timer)
  }, [])
  return passed
}

/** `2 d 3 h`, `3 h 12 min`, `12 min`. */
export function span(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  if (days > 0) return `${days} d ${hours} h`
  return hours > 0 ? `${hours} h ${rest} min` : `${rest} min`
}
