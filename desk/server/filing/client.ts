/** How the desk reaches an organisation's EDGAR. */
import { type ClientConfiguration, type EdgarClient, startClient } from '@section16/edgar/submission'
import { type Act, revealSecret } from '../../store/index.ts'
import type { DeskConfiguration } from '../configuration.ts'

export type Tokens = Pick<ClientConfiguration, 'filerToken' | 'userToken'>

/** Who acts when no person does. */
export const DESK = 'desk'

/** The organisation's filer token and the person's user token, where both are there and hold. */
export async function revealTokens(act: Act, userId: string, why: string): Promise<Tokens | undefined> {
  const { organizationId } = act
  const filer = await revealSecret(
    act,
    { subject: 'organization', subjectId: organizationId, purpose: 'filerToken' },
    why,
  )
  const user = await revealSecret(act, { subject: 'user', subjectId: userId, purpose: 'userToken' }, why)
  return 'value' in filer && 'value' in user ? { filerToken: filer.value, userToken: user.value } : undefined
}

/** A client for an organisation's tokens. */
export function clientOf(
  { edgar }: Pick<DeskConfiguration, 'edgar'>,
  tokens: Tokens,
  clock: () => number,
): EdgarClient {
  const { destination: _, ...configuration } = edgar
  return startClient({ ...configuration, ...tokens, now: clock })
}
