import type { PrintedColumn, PrintedKey } from '@section16/core/render'

/** Ways through a table: to a neighbour, to an end of the line, to a corner, or on in reading order. */
export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'start' | 'end' | 'on' | 'back'

interface Place {
  readonly row: number
  readonly key: PrintedKey
}

interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const KEYS: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** What a key moves, with no cell open; `undefined` for another key. */
export function startOf({ key, ctrlKey, metaKey, altKey }: Key): Move | undefined {
  if (altKey) return undefined
  if (ctrlKey || metaKey) return key === 'Home' ? 'start' : key === 'End' ? 'end' : undefined
  return KEYS[key]
}

/** Where a move ends; at an edge it stays. `undefined` where `on` and `back` leave the table. */
export function moved(
  { row, key }: Place,
  how: Move,
  columns: readonly Pick<PrintedColumn, 'key'>[],
  rows: number,
): Place | undefined {
  const last = columns.length - 1
  const at = columns.findIndex((column) => column.key === key)
  const place = (toRow: number, to: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, toRow)),
    key: columns[Math.max(0, Math.min(last, to))]!.key,
  })
  switch (how) {
    case 'left':
      return place(row, at - 1)
    case 'right':
      return place(row, at + 1)
    case 'up':
      return place(row - 1, at)
    case 'down':
      return place(row + 1, at)
    case 'first':
      return place(row, 0)
    case 'last':
      return place(row, last)
    case 'start':
      return place(0, 0)
    case 'end':
      return place(rows - 1, last)
    case 'on':
      return at < last ? place(row, at + 1) : row < rows - 1 ? place(row + 1, 0) : undefined
    case 'back':
      return at > 0 ? place(row, at - 1) : row > 0 ? place(row - 1, last) : undefined
  }
}
