/** A day as typed, `11/24/2026` or `2026-11-24`, the way the API wants it; as typed where it is none of these. */
export function dayOf(typed: string): string {
  const [, month = '', day = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(typed) ?? []
  return year === '' ? typed.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
