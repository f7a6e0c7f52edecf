import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { signIn, verifyCode } from '../api/signIn.ts'
import { Entry } from '../parts/Entry.tsx'
import { Trouble } from '../parts/Loaded.tsx'

/** E-mail and password, then the second factor where the account has one. */
export function SignIn() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const entering = useMutation({
    mutationFn: async () => {
      if (asksCode) await verifyCode(code)
      else if ((await signIn(email, password)) === 'secondFactor') return setAsksCode(true)
      queries.clear()
      await navigate({ to: '/' })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    entering.mutate()
  }
  return (
    <main className="narrow">
      <h1>section16 desk</h1>
      <form onSubmit={submit} className="card">
        <h2>{asksCode ? 'Second factor' : 'Sign in'}</h2>
        {asksCode ? (
          <Entry
            key="code"
            label="Code of your authenticator"
            hint="Six digits, or one of the codes kept for its loss."
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
            isRequired
            autoFocus
          />
        ) : (
          <>
            <Entry
              label="E-mail"
              type="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
              isRequired
              autoFocus
            />
            <Entry
              label="Password"
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
              isRequired
            />
          </>
        )}
        <Trouble error={entering.error} />
        <Button type="submit" className="primary" isDisabled={entering.isPending}>
          {asksCode ? 'Go on' : 'Sign in'}
        </Button>
      </form>
    </main>
  )
}
