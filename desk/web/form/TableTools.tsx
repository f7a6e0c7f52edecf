import type { FormNumber } from '@section16/core/facts'
import { memo } from 'react'
import { Button } from 'react-aria-components/Button'
import { Toolbar } from 'react-aria-components/Toolbar'
import type { TableName } from './edit.ts'

/** What the buttons above a table do. */
export type Tool = 'addTransaction' | 'addHolding' | 'footnotes' | 'repeat' | 'remove'

interface TableToolsProps {
  readonly table: TableName
  readonly form: FormNumber
  readonly hasRoom: boolean
  /** The line that the keyboard is at; undefined where there is none. */
  readonly row: number | undefined
  readonly act: (tool: Tool) => void
}

/** The buttons above a table: all that can be done to lines and is no typing. */
export const TableTools = memo(({ table, form, hasRoom, row, act }: TableToolsProps) => (
  <Toolbar className="tools" aria-label={`Lines of Table ${table}`}>
    {form !== '3' && (
      <Button onPress={() => act('addTransaction')} isDisabled={!hasRoom}>
        Add transaction
      </Button>
    )}
    <Button onPress={() => act('addHolding')} isDisabled={!hasRoom}>
      Add holding
    </Button>
    {row !== undefined && (
      <>
        <Button onPress={() => act('footnotes')}>Footnotes of the cell</Button>
        <Button onPress={() => act('repeat')} isDisabled={!hasRoom}>
          Repeat row {row + 1}
        </Button>
        <Button onPress={() => act('remove')}>Remove row {row + 1}</Button>
      </>
    )}
  </Toolbar>
))
TableTools.displayName = 'TableTools'
