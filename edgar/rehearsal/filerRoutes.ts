/** The calls of filer management that concern a CCC and delegations. Source: EDGAR API 1.11.0. */
import { randomInt } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { answer, type RehearsalContext, refusal } from './answer.ts'
import { type RehearsalEdgar, tenDigits } from './rehearsalEdgar.ts'
import { tokensOf, unauthorised } from './submissionRoutes.ts'

type Env = { Bindings: HttpBindings }

/** CCC and delegations of the token's own filer, for an account administrator. */
export function filerRoutes(edgar: RehearsalEdgar): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/fm/:cik', (c) =>
    managed(c, edgar, ({ cik, name }) => answer(c, 200, { filerInfo: [{ cik, companyConformedName: name }] })),
  )
  app.post('/fm/:cik/ccc', (c) =>
    managed(c, edgar, ({ cik }) => {
      const filerCCC = randomCcc()
      edgar.setCcc(cik, filerCCC)
      return answer(c, 200, { filerCCC })
    }),
  )
  app.put('/fm/:cik/ccc', (c) => managed(c, edgar, ({ cik }) => changeCcc(c, edgar, cik)))
  app.get('/fm/:cik/delegations', (c) =>
    managed(c, edgar, ({ cik }) =>
      answer(c, 200, { delegations: edgar.delegates(cik).map((delegateCik) => ({ delegatorCik: cik, delegateCik })) }),
    ),
  )
  return app
}

async function managed(
  c: RehearsalContext,
  edgar: RehearsalEdgar,
  call: (filer: { cik: string; name: string }) => Response | Promise<Response>,
): Promise<Response> {
  const found = edgar.callerOf(tokensOf(c), true)
  if (!found) return unauthorised(c)
  const cik = c.req.param('cik') ?? ''
  const filer = /^\d{1,10}$/.test(cik) ? edgar.filer(tenDigits(cik)) : undefined
  if (!filer || filer.cik !== found.caller.cik || !edgar.mayAdminister(found.caller))
    return refusal(c, 403, 'Only an account administrator of this filer may do that.')
  return call(filer)
}

/** The schema and the example name the two fields differently; both are taken. */
async function changeCcc(c: RehearsalContext, edgar: RehearsalEdgar, cik: string): Promise<Response> {
  const json = ((await c.req.json().catch(() => undefined)) ?? {}) as Record<string, unknown>
  const now = json.ccc ?? json.currentCCC
  const next = json.newCCC ?? json.replacementCCC
  if (typeof now !== 'string' || typeof next !== 'string' || next.length !== 8)
    return refusal(c, 400, 'ccc and newCCC are needed, of eight characters.')
  if (!edgar.hasCcc(cik, now)) return refusal(c, 403, 'The CCC is not the current one.')
  edgar.setCcc(cik, next)
  return answer(c, 200, { filerCCC: next })
}

/** Eight characters, one of them `@`, `#`, `$` or `*`, as third parties say. */
function randomCcc(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const some = Array.from({ length: 7 }, () => letters[randomInt(letters.length)]).join('')
  const at = randomInt(1, 8)
  return `${some.slice(0, at)}${'@#$*'[randomInt(4)]}${some.slice(at)}`
}
