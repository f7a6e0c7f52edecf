import { auditTrail, verifyChain } from '../../store/index.ts'
import { type Api, addRoute, type Desk } from '../context.ts'
import * as contract from '../contract/index.ts'
import { jsonShown } from '../json.ts'

export function addAuditRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getAudit, async (c) => {
    const entries = await auditTrail(c.get('request').view, c.req.valid('query').after)
    return c.json({ entries: entries.map((entry) => ({ ...entry, detail: jsonShown(entry.detail) })) }, 200)
  })
  addRoute(api, desk, contract.getAuditVerification, async (c) => c.json(await verifyChain(c.get('request').view), 200))
}
