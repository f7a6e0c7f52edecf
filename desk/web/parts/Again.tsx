import { useState } from 'react'
import { useMe } from '../api/useDesk.ts'
import { Entry } from './Entry.tsx'

/** Proof that it is really the person who signed in. */
export interface Proof {
  readonly password: string
  readonly code?: string
}

/** The password once more, and the second factor's code where there is one. `autoFocus`: it is the next thing to do. */
export function useAgain({ autoFocus = false } = {}) {
  const { hasSecondFactor } = useMe()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const proof: Proof = hasSecondFactor ? { password, code } : { password }
  const isGiven = password !== '' && (!hasSecondFactor || code !== '')
  const fields = (
    <>
      <Entry
        label="Your password, once more"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus={autoFocus}
      />
      {hasSecondFactor && (
        <Entry label="Code of your authenticator" autoComplete="one-time-code" value={code} onChange={setCode} />
      )}
    </>
  )
  const forget = () => {
    setPassword('')
    setCode('')
  }
  return { proof, isGiven, fields, forget }
}
