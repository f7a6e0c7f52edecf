import { memo } from 'react'
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import type { DraftHistory } from './useDraft.ts'

/** What of a draft is looked at. */
export type View = 'form' | 'preview' | 'keys'

interface EditorBarProps {
  readonly view: View
  readonly onView: (view: View) => void
  /** Absent where nothing is edited. */
  readonly draft: DraftHistory | undefined
}

/** Above the form: what to look at, and the way back. */
export const EditorBar = memo(
  ({ view, onView, draft }: EditorBarProps) => (
    <div className="editorbar">
      <ToggleButtonGroup
        aria-label="What to show"
        className="switch"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(chosen) => onView([...chosen][0] as View)}
      >
        <ToggleButton id="form">The form</ToggleButton>
        <ToggleButton id="preview">What will be filed</ToggleButton>
        <ToggleButton id="keys">Keys</ToggleButton>
      </ToggleButtonGroup>
      {draft && (
        <div className="tools">
          <Button onPress={draft.undo} isDisabled={!draft.canUndo}>
            Undo
          </Button>
          <Button onPress={draft.redo} isDisabled={!draft.canRedo}>
            Redo
          </Button>
        </div>
      )}
    </div>
  ),
  (one, other) =>
    one.view === other.view &&
    one.draft?.canUndo === other.draft?.canUndo &&
    one.draft?.canRedo === other.draft?.canRedo,
)
EditorBar.displayName = 'EditorBar'
