import { CalendarDate } from '@section16/core/model'
import { officerOf } from './authority.ts'
import type { PowerOfAttorney, Principal, Signature, SignatureLine } from './records.ts'

/**
 * The typed line for one owner, made from the records of who signed, never typed by anybody:
 * - oneself: `/s/ Jane Doe`
 * - for an entity, its name first, then who signs and as what: `/s/ Quill Capital LLC, by Jane Doe, Managing Member`
 * - by an attorney: `/s/ Ann Agent, attorney-in-fact for Jane Doe`; several jointly: `/s/ Ann Agent and Bo Clerk,
 *   attorneys-in-fact for Jane Doe`, in the order of the power of attorney.
 * The day is the day of signing, of several the last. `signatures`: at least one, all
 * valid, of one owner in one capacity, by an attorney with the `power` that they name; anything else throws.
 * Source: Form 4, General Instruction 7; Regulation S-T, Rule 302(a).
 */
export function signatureLineOf(
  principal: Principal,
  signatures: readonly Signature[],
  power?: PowerOfAttorney,
): SignatureLine {
  const [first] = signatures
  if (!first) throw new Error('a signature line without a signature')
  const date = new CalendarDate(Math.max(...signatures.map(({ signedOn }) => signedOn.day)))
  return { name: `/s/ ${nameOf(principal, signatures, first, power)}`, date }
}

function nameOf(
  principal: Principal,
  signatures: readonly Signature[],
  first: Signature,
  power: PowerOfAttorney | undefined,
): string {
  const { name } = principal
  if (first.capacity.kind === 'self') return name
  if (first.capacity.kind === 'officer') {
    const officer = officerOf(principal, first)
    if (!officer) throw new Error('a signature of no officer')
    return `${name}, by ${officer.name}, ${officer.title}`
  }
  const signers = new Set(signatures.map(({ signer }) => signer))
  const attorneys = power?.attorneys.filter(({ person }) => signers.has(person)) ?? []
  if (attorneys.length === 0) throw new Error('a signature by no power of attorney')
  const as = attorneys.length > 1 ? 'attorneys-in-fact' : 'attorney-in-fact'
  return `${listed(attorneys.map((one) => one.name))}, ${as} for ${name}`
}

function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}
