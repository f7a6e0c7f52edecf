import { readDelimited } from '@section16/core/read'

/** Somebody of the desk's. */
export interface KnownInsider {
  id: string
  cik: string | null
  name: string
}

export interface PeopleTable {
  insiderIds: string[]
  /** By insider, by the name of the fact. */
  factsOf: Record<string, Record<string, string | boolean>>
}

/**
 * Insiders and what is answered of each, out of a table: a column `insider` with a CIK, or a name as the desk has it, and
 * columns named after facts of the recipe. An empty cell answers nothing. What is wrong is said by its line, and then there
 * is no table: nobody is taken for somebody else, and no column is passed over.
 */
export function peopleTable(
  text: string,
  insiders: readonly KnownInsider[],
  facts: readonly { name: string; type: string }[],
): PeopleTable | { problems: string[] } {
  const { rows, lines, diagnostics } = readDelimited(text, text.split(/[\r\n]/, 1)[0]?.includes('\t') ? '\t' : ',')
  const [header = [], ...body] = rows.map((cells) => cells.map((cell) => cell.trim()))
  const at = header.indexOf('insider')
  const unknown = header.filter((name, i) => i !== at && !facts.some((fact) => fact.name === name))
  const problems = [
    ...diagnostics.map((one) => `line ${one.at.line ?? 1}: a quote is not closed, or text stands behind it`),
    ...(at < 0 ? ['no column is called insider'] : []),
    ...unknown.map((name) => `the recipe has no fact “${name}”: ${facts.map((fact) => fact.name).join(', ')}`),
  ]
  const table: PeopleTable = { insiderIds: [], factsOf: {} }
  for (const [i, cells] of body.entries()) {
    const say = (what: string) => problems.push(`line ${lines[i + 1] ?? i + 2}: ${what}`)
    const written = cells[at] ?? ''
    const found = insiders.filter((one) => isMeant(one, written))
    const [one] = found
    if (cells.length !== header.length) say(`${cells.length} cells, not ${header.length}`)
    else if (!one || found.length > 1) say(`“${written}” is ${one ? 'several' : 'none'} of the desk’s insiders`)
    else if (table.insiderIds.includes(one.id)) say(`“${written}” stands here twice`)
    else {
      table.insiderIds.push(one.id)
      table.factsOf[one.id] = answersOf(header, cells, facts)
    }
  }
  if (body.length === 0) problems.push('there is nobody in it')
  return problems.length > 0 ? { problems } : table
}

function isMeant({ cik, name }: KnownInsider, written: string): boolean {
  const isNumber = /^\d{1,10}$/.test(written)
  return isNumber ? cik === written.padStart(10, '0') : name.toLowerCase() === written.toLowerCase()
}

function answersOf(
  header: readonly string[],
  cells: readonly string[],
  facts: readonly { name: string; type: string }[],
) {
  return Object.fromEntries(
    header.flatMap((name, i) => {
      const [fact, cell = ''] = [facts.find((one) => one.name === name), cells[i]]
      if (!fact || cell === '') return []
      const isYesNo = fact.type === 'yesNo' && /^(yes|no)$/i.test(cell)
      return [[name, isYesNo ? cell.toLowerCase() === 'yes' : cell]]
    }),
  )
}
