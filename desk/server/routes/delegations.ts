import { addDelegation, type DelegationTable, delegationsOf, endDelegation } from '../../store/index.ts'
import { type Api, addRoute, type Desk } from '../context.ts'
import * as contract from '../contract/index.ts'
import { decline, notThere } from '../declined.ts'
import { reachedInsider } from './insiders.ts'

/** Delegations are given on EDGAR's dashboard; here is noted that they were, so that a missing one is seen in time. */
export function addDelegationRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getDelegations, async (c) => {
    const request = c.get('request')
    const { cik } = await reachedInsider(request, c.req.valid('param').insider)
    const delegations = cik === null ? [] : (await delegationsOf(request.view, cik)).map(shown)
    return c.json({ delegations }, 200)
  })
  addRoute(api, desk, contract.postDelegation, async (c) => {
    const request = c.get('request')
    const { id, cik, name } = await reachedInsider(request, c.req.valid('param').insider)
    if (cik === null) throw decline(422, 'D513', `insider/${id}`, { insider: name })
    const fields = c.req.valid('json')
    return c.json(shown(await request.act((act) => addDelegation(act, { filerCik: cik, ...fields }))), 201)
  })
  addRoute(api, desk, contract.deleteDelegation, async (c) => {
    const request = c.get('request')
    const { insider, delegation } = c.req.valid('param')
    const { cik } = await reachedInsider(request, insider)
    const known = cik === null ? [] : await delegationsOf(request.view, cik)
    if (!known.some(({ id }) => id === delegation)) throw notThere('delegation')
    return c.json(shown(await request.act((act) => endDelegation(act, delegation))), 200)
  })
}

function shown({ id, toCik, role, createdBy, createdAt }: DelegationTable) {
  return { id, toCik, role, by: createdBy, at: createdAt }
}
