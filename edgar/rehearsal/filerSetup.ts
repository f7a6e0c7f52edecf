import type { Role } from './state.ts'

/** A filer as it is entered. */
export interface FilerSetup {
  cik: string
  name: string
  /** Eight characters; without one the filer cannot be an owner. */
  ccc?: string
  /** People with roles: `[login, roles]`. */
  individuals?: readonly { login: string; roles: readonly Role[] }[]
  /** CIKs of filers to whom it delegates. */
  delegatesTo?: readonly string[]
}

const ROLES: ReadonlySet<unknown> = new Set(['accountAdministrator', 'technicalAdministrator', 'user'])

/** Whether JSON is a filer as it is entered: `cik` and `name`, and what else there is of the right kind. */
export function isFilerSetup(json: unknown): json is FilerSetup {
  if (typeof json !== 'object' || json === null) return false
  const { cik, name, ccc, individuals = [], delegatesTo = [] } = json as Readonly<Record<string, unknown>>
  return (
    isCik(cik) &&
    typeof name === 'string' &&
    (ccc === undefined || (typeof ccc === 'string' && ccc.length === 8)) &&
    Array.isArray(individuals) &&
    individuals.every(isIndividual) &&
    Array.isArray(delegatesTo) &&
    delegatesTo.every(isCik)
  )
}

function isCik(json: unknown): boolean {
  return typeof json === 'string' && /^\d{1,10}$/.test(json)
}

function isIndividual(json: unknown): boolean {
  const { login, roles } = (json ?? {}) as Readonly<Record<string, unknown>>
  return typeof login === 'string' && login !== '' && Array.isArray(roles) && roles.every((role) => ROLES.has(role))
}
