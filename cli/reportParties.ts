import type { FiledReport } from '@section16/core/ledger'

/** The names under which reports know owners and issuers, by CIK; the last report's name holds. */
export class PartyNames {
  private readonly names = new Map<string, string>()

  constructor(reports: readonly FiledReport[]) {
    for (const { document } of reports) {
      const ids = [document.issuer, ...document.reportingOwners.map(({ id }) => id)]
      for (const { cik, name } of ids) if (cik.value && name.value) this.names.set(cik.value, name.value)
    }
  }

  of(cik: string): string {
    return this.names.get(cik) ?? cik
  }

  /** Whether a CIK is the one asked for, or bears a name in which the words asked for stand. */
  isMeant(cik: string, asked: string): boolean {
    if (/^\d{1,10}$/.test(asked.trim())) return cik === asked.trim().padStart(10, '0')
    return this.of(cik).toLowerCase().includes(asked.trim().toLowerCase())
  }
}
