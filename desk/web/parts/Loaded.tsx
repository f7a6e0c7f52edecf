import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refused } from '../api/call.ts'
import { Fix } from '../form/Fix.tsx'

/** What was asked for, once it is there; until then that it comes, or why it does not. */
export function Loaded<T>({
  of,
  children,
}: {
  readonly of: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <Trouble error={of.error} />
  return <p role="status">One moment …</p>
}

/** Why something was not done, said at once to who listens. Nothing where it was. */
export function Trouble({ error }: { readonly error: Error | null | undefined }) {
  if (!error) return null
  const problem = error instanceof Refused ? error.problem : undefined
  return (
    <div role="alert" className="trouble">
      <p>
        <b>Not done.</b> {error.message}
      </p>
      {problem?.fix !== undefined && (
        <p>
          <Fix words={problem.fix} />
        </p>
      )}
      {problem !== undefined && <small>{problem.code}</small>}
    </div>
  )
}
