import type { View } from '../../store/index.ts'

/** Whether an organisation's people and companies are invented: nothing of it ever goes to the real EDGAR. */
export async function isDemonstration({ db, organizationId }: View): Promise<boolean> {
  const row = await db.selectFrom('organization').select('metadata').where('id', '=', organizationId).executeTakeFirst()
  return isMarked(row?.metadata ?? null)
}

/** Whether an organisation's metadata say so. Metadata that are no JSON say nothing. */
export function isMarked(metadata: string | null): boolean {
  try {
    return (JSON.parse(metadata ?? '{}') as { demonstration?: unknown }).demonstration === true
  } catch {
    return false
  }
}
