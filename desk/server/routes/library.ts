import {
  addLibraryFootnote,
  addLibrarySecurity,
  correctLibraryFootnote,
  correctLibrarySecurity,
  type LibraryFootnoteTable,
  type LibrarySecurity,
  libraryFootnotes,
  librarySecurities,
  retireLibraryFootnote,
  retireLibrarySecurity,
} from '../../store/index.ts'
import { accessTable } from '../access.ts'
import { type Api, addRoute, type Desk, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { decline, notThere } from '../declined.ts'
import { objectShown } from '../json.ts'
import { reachedIssuer } from './issuers.ts'

/** What an issuer's forms say again and again. A form takes a copy: what is done here changes none. */
export function addLibraryRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getLibrary, async (c) => {
    const request = c.get('request')
    const { id } = await reachedIssuer(request, c.req.valid('param').issuer)
    const securities = (await librarySecurities(request.view, id)).map(securityShown)
    const footnotes = (await libraryFootnotes(request.view, id)).map(footnoteShown)
    return c.json({ securities, footnotes }, 200)
  })
  addSecurityRoutes(api, desk)
  addFootnoteRoutes(api, desk)
}

function addSecurityRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.postLibrarySecurity, async (c) => {
    const request = c.get('request')
    const { id: issuerId } = await reachedIssuer(request, c.req.valid('param').issuer)
    const { terms, ...fields } = c.req.valid('json')
    const security = { issuerId, ...fields, terms: { ...terms } }
    return c.json(securityShown(await request.act((act) => addLibrarySecurity(act, security))), 201)
  })
  addRoute(api, desk, contract.putLibrarySecurity, async (c) => {
    const request = c.get('request')
    const { id } = await reachedSecurity(request, c.req.valid('param'))
    const { terms, ...fields } = c.req.valid('json')
    const security = { ...fields, terms: { ...terms } }
    return c.json(securityShown(await request.act((act) => correctLibrarySecurity(act, id, security))), 200)
  })
  addRoute(api, desk, contract.deleteLibrarySecurity, async (c) => {
    const request = c.get('request')
    const { id } = await reachedSecurity(request, c.req.valid('param'))
    return c.json(securityShown(await request.act((act) => retireLibrarySecurity(act, id))), 200)
  })
}

async function reachedSecurity(request: Request, { issuer, security }: { issuer: string; security: string }) {
  const { id } = await reachedIssuer(request, issuer)
  const found = (await librarySecurities(request.view, id)).find((one) => one.id === security)
  if (!found) throw notThere('security')
  return found
}

function addFootnoteRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.postLibraryFootnote, async (c) => {
    const request = c.get('request')
    const { id } = await reachedIssuer(request, c.req.valid('param').issuer)
    const { isForAll, ...fields } = c.req.valid('json')
    if (isForAll) unlessWhole(request, 'postLibraryFootnote')
    const footnote = { issuerId: isForAll ? null : id, ...fields }
    return c.json(footnoteShown(await request.act((act) => addLibraryFootnote(act, footnote))), 201)
  })
  addRoute(api, desk, contract.putLibraryFootnote, async (c) => {
    const request = c.get('request')
    const { id, issuerId } = await reachedFootnote(request, c.req.valid('param'))
    if (issuerId === null) unlessWhole(request, 'putLibraryFootnote')
    const fields = c.req.valid('json')
    return c.json(footnoteShown(await request.act((act) => correctLibraryFootnote(act, id, fields))), 200)
  })
  addRoute(api, desk, contract.deleteLibraryFootnote, async (c) => {
    const request = c.get('request')
    const { id, issuerId } = await reachedFootnote(request, c.req.valid('param'))
    if (issuerId === null) unlessWhole(request, 'deleteLibraryFootnote')
    return c.json(footnoteShown(await request.act((act) => retireLibraryFootnote(act, id))), 200)
  })
}

async function reachedFootnote(request: Request, { issuer, footnote }: { issuer: string; footnote: string }) {
  const { id } = await reachedIssuer(request, issuer)
  const found = (await libraryFootnotes(request.view, id)).find((one) => one.id === footnote)
  if (!found) throw notThere('footnote')
  return found
}

/** What serves every issuer is changed by those only to whom every issuer is open. */
function unlessWhole({ scope }: Request, operation: keyof typeof accessTable): void {
  if (!scope.isWhole) throw decline(403, 'D503', operation, { roles: accessTable[operation].roles.join(', ') })
}

function securityShown({ id, table, title, underlyingTitle, terms }: LibrarySecurity) {
  return { id, table, title, underlyingTitle, terms: objectShown(terms) }
}

function footnoteShown({ id, name, text, issuerId }: LibraryFootnoteTable) {
  return { id, name, text, isForAll: issuerId === null }
}
