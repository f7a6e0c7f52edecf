/** What the recipes make beside what was filed, over all real forms, as a table. */
import { Decimal, type OwnershipRow, readOwnershipXml, rowsOf } from '@section16/core'
import { formContent, type RecipeResult, recipeOf } from '../../desk/recipes/index.ts'
import { compareRows, type RowDifference } from './compareRows.mts'
import { type EventSigns, FILED_EVENTS } from './filedEvents.mts'
import { type FiledEvent, FiledForm } from './filedForms.mts'
import { type DifferenceContext, practiceOf, TRADES } from './practice.mts'

/** What came of the forms of one group. */
interface Group {
  forms: number
  rows: number
  cells: number
  /** Names of differences, of footnotes on one side only, and of forms that do not tell enough, counted. */
  counts: Map<string, number>
}

export interface FiledTable {
  text: string
  /** Differences that no practice explains, with the form. */
  unexplained: string[]
}

/** Compares every document of a corpus. */
export function filedTable(documents: Iterable<{ name: string; text: string }>): FiledTable {
  const groups = new Map(
    Object.keys(FILED_EVENTS).map((name) => [name, { forms: 0, rows: 0, cells: 0, counts: new Map() } satisfies Group]),
  )
  const unexplained: string[] = []
  for (const { name, text } of documents) {
    const { document } = readOwnershipXml(text)
    if (!document) continue
    const form = new FiledForm(document)
    for (const [group, signs] of Object.entries(FILED_EVENTS)) {
      const events = signs.events(form)
      if (events)
        unexplained.push(...add(groups.get(group)!, form, signs, events).map((one) => `${name} ${group} ${one}`))
    }
  }
  return { text: tableText(groups), unexplained }
}

function add(group: Group, form: FiledForm, signs: EventSigns, events: readonly FiledEvent[]): string[] {
  const count = (name: string) => group.counts.set(name, 1 + (group.counts.get(name) ?? 0))
  group.forms++
  const made = madeOf(form, signs, events)
  if (typeof made === 'string') {
    count(`not told enough: ${made}`)
    return []
  }
  const filed = rowsOf(form.document)
  const { rows, cells, differences, notes } = compareRows(made, filed)
  group.rows += rows
  group.cells += cells
  for (const note of notes) count(`footnote on ${note}`)
  const context = contextOf(events[0]?.recipe ?? '', made, filed, differences)
  const all = [...differences, ...(TRADES.includes(context.recipe) ? inAll(made, filed) : [])]
  return all.flatMap((difference) => {
    const name = practiceOf(difference, context)
    count(name)
    return name === 'unexplained' ? [`${difference.cell}: made ${difference.made}, filed ${difference.filed}`] : []
  })
}

/** The lines that the recipes make of a form's events, one after the other; else why they make none. */
function madeOf(form: FiledForm, { unitsIn }: EventSigns, events: readonly FiledEvent[]): OwnershipRow[] | string {
  const isFirst = form.type === '3'
  const held = isFirst ? [] : form.before()
  if (!held) return 'a total is missing'
  let positions: RecipeResult['positions'] = { held, isComplete: !isFirst }
  const results: RecipeResult[] = []
  for (const { recipe, facts } of events) {
    const told = Object.entries({ ...facts, reportEarly: true }).map(([name, value]) => [
      name,
      { value, by: 'filer', at: 0 },
    ])
    const input = { facts: Object.fromEntries(told), positions, insider: form.insider, issuer: form.issuer(unitsIn) }
    const result = recipeOf(recipe)!.build(input)
    if (!result.isComplete) return lackOf(result)
    results.push(result)
    positions = result.positions
  }
  return formContent(isFirst ? '3' : '4', results).lines.map(({ row }) => row)
}

function lackOf({ open, diagnostics }: RecipeResult): string {
  if (open.length > 0) return `${open.map(({ name }) => name).join(', ')} cannot be read`
  if (diagnostics.some(({ code }) => code === 'D104')) return 'its totals do not run in the order of its lines'
  if (diagnostics.some(({ code }) => code === 'D103')) return 'one line of ownership stands there twice'
  return diagnostics.map(({ code }) => code).join(', ')
}

function contextOf(
  recipe: string,
  made: readonly OwnershipRow[],
  filed: readonly OwnershipRow[],
  differences: readonly RowDifference[],
): DifferenceContext {
  return {
    recipe,
    isRecut: numbersOf(made) !== numbersOf(filed),
    hasOtherHolder: differences.some(({ cell }) => cell === 'ownership' || cell === 'nature'),
    hasOtherNumber: differences.some(({ cell }) => cell === 'shares'),
  }
}

const transactionsOf = (rows: readonly OwnershipRow[]) => rows.filter(({ isTransaction }) => isTransaction)

const numbersOf = (rows: readonly OwnershipRow[]) =>
  transactionsOf(rows)
    .map(({ amounts }) => String(amounts.shares.value ?? ''))
    .sort()
    .join(' ')

/** However trades are cut, they come to as many shares in each table. */
function inAll(made: readonly OwnershipRow[], filed: readonly OwnershipRow[]): RowDifference[] {
  const [ours, theirs] = [made, filed].map((rows) => String(sumOf(rows)))
  return ours === theirs ? [] : [{ cell: 'shares in all', made: ours!, filed: theirs!, row: filed[0]! }]
}

function sumOf(rows: readonly OwnershipRow[]): Decimal {
  return transactionsOf(rows).reduce(
    (sum, { amounts }) => sum.plus(amounts.shares.value ?? Decimal.of(0)),
    Decimal.of(0),
  )
}

function tableText(groups: ReadonlyMap<string, Group>): string {
  const lines = [...groups].flatMap(([name, { forms, rows, cells, counts }]) => [
    `${name}: ${FILED_EVENTS[name]!.signs}`,
    `  ${String(forms).padStart(5)} forms, ${rows} lines, ${cells} cells compared`,
    ...[...counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([what, n]) => `  ${String(n).padStart(5)} ${what}`),
    '',
  ])
  return lines.join('\n')
}
