import {
  addIssuer,
  correctIssuer,
  type Issuer,
  type IssuerFields,
  issuer,
  issuers,
  retireIssuer,
} from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { notThere } from '../declined.ts'
import { objectShown } from '../json.ts'

export function addIssuerRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getIssuers, async (c) => {
    const { view, scope } = c.get('request')
    const isWithin = await scope.issuersWithin()
    const seen = (await issuers(view)).filter(({ id }) => isWithin(id))
    return c.json({ issuers: seen.map(shown) }, 200)
  })
  addRoute(api, desk, contract.getIssuer, async (c) =>
    c.json(shown(await reachedIssuer(c.get('request'), c.req.valid('param').issuer)), 200),
  )
  addRoute(api, desk, contract.postIssuer, async (c) => {
    const fields = c.req.valid('json') as IssuerFields
    return c.json(shown(await c.get('request').act((act) => addIssuer(act, fields))), 201)
  })
  addRoute(api, desk, contract.putIssuer, async (c) => {
    const { revision, ...fields } = c.req.valid('json')
    const request = c.get('request')
    const { id } = await reachedIssuer(request, c.req.valid('param').issuer)
    return c.json(shown(await request.act((act) => correctIssuer(act, id, revision, fields as IssuerFields))), 200)
  })
  addRoute(api, desk, contract.deleteIssuer, async (c) => {
    const request = c.get('request')
    const { id } = await reachedIssuer(request, c.req.valid('param').issuer)
    return c.json(shown(await request.act((act) => retireIssuer(act, id))), 200)
  })
}

/** An issuer that the caller may see; else it is not there. */
export async function reachedIssuer({ view, scope }: Request, id: string): Promise<Issuer> {
  const found = await issuer(view, id)
  if (!found || !(await scope.reachesIssuer(id))) throw notThere('issuer')
  return found
}

function shown({ id, cik, name, tradingSymbol, details, revision, retiredAt }: Issuer) {
  return { id, cik, name, tradingSymbol, details: objectShown(details), revision, retired: retiredAt !== null }
}
