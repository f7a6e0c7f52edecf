import { FORM_LIMITS } from '@section16/core/facts'
import type { FootnoteId, OwnershipDocument } from '@section16/core/model'
import { footnoteNumber } from '@section16/core/render'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading as DialogHeading } from 'react-aria-components/Heading'
import { Label } from 'react-aria-components/Label'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import type { Boxes } from './BoxField.tsx'
import { marksOf, withMarks } from './cells.ts'
import {
  addFootnote,
  type Edit,
  nextFootnote,
  removeFootnote,
  rowsOfTable,
  setFootnote,
  sortFootnotes,
  type TableName,
} from './edit.ts'
import { areGrave, SEVERITIES } from './findings.ts'
import type { Library } from './library.ts'
import { pathOfRow } from './place.ts'
import type { Cursor } from './TableGrid.tsx'

/** A mark of a footnote, and where it stands. */
export interface PlacedUse {
  readonly id: FootnoteId
  readonly path: string
  /** `Table I, row 2, column 4`. */
  readonly place: string
}

interface ExplanationProps extends Boxes {
  readonly goTo: (path: string) => void
  /** Every mark of the form; it may be that of a moment ago. */
  readonly uses: readonly PlacedUse[]
}

/** Explanation of responses: every footnote with its text, its length and the cells that bear its mark. */
export function Explanation({ document, findings, edit, isReadOnly, goTo, uses }: ExplanationProps) {
  const { footnotes } = document.footnotes
  return (
    <section aria-labelledby="explanation" className="explanation">
      <h2 id="explanation">Explanation of Responses:</h2>
      {footnotes.length === 0 && <p className="ours">No footnotes. Ctrl+M in a cell adds one to it.</p>}
      <ol>
        {footnotes.map(({ id, text }, i) => {
          const path = `/ownershipDocument/footnotes/footnote[${i + 1}]`
          const own = findings.filter((finding) => finding.path.startsWith(path))
          return (
            <li key={id} data-path={path}>
              <TextField
                value={text}
                onChange={(typed) => edit(setFootnote(id, typed))}
                isReadOnly={isReadOnly}
                isInvalid={areGrave(own)}
                className="field"
              >
                <Label>
                  Footnote {footnoteNumber(id)}{' '}
                  <small>
                    {text.length} of {FORM_LIMITS.footnoteCharacters.most} characters
                  </small>
                </Label>
                <TextArea rows={2} />
              </TextField>
              {own.map((finding) => (
                <p key={finding.code} className="finding" data-severity={finding.severity}>
                  <span className="tag">{SEVERITIES[finding.severity]}</span> {finding.message}
                </p>
              ))}
              <p className="uses">
                {uses
                  .filter((use) => use.id === id)
                  .map((use) => (
                    <Button key={use.path} className="link" onPress={() => goTo(use.path)}>
                      {use.place}
                    </Button>
                  ))}
                {!isReadOnly && (
                  <Button onPress={() => edit(removeFootnote(id))}>Remove footnote {footnoteNumber(id)}</Button>
                )}
              </p>
            </li>
          )
        })}
      </ol>
      {!isReadOnly && footnotes.length > 1 && (
        <Button onPress={() => edit(sortFootnotes)}>Number footnotes in reading order</Button>
      )}
    </section>
  )
}

interface FootnotePickerProps {
  readonly document: OwnershipDocument
  readonly table: TableName
  readonly cell: Cursor
  readonly edit: (edit: Edit) => void
  /** Footnotes to be used again. */
  readonly library: Library['footnotes']
  readonly onClose: () => void
}

/** The footnotes of one cell: those of the form to be ticked, a new one, or one of the library's, which is copied. */
export function FootnotePicker({ document, table, cell, edit, library, onClose }: FootnotePickerProps) {
  const [text, setText] = useState('')
  const rowPath = pathOfRow(rowsOfTable(document, table), cell.row)
  const marks = marksOf(document, rowPath, cell.key)
  const mark = (ids: readonly FootnoteId[]) => edit((draft) => withMarks(draft, rowPath, cell.key, ids))
  const add = (words: string) => {
    const same = document.footnotes.footnotes.find((note) => note.text === words)
    const id = same?.id ?? nextFootnote(document)
    const added = same ? (draft: OwnershipDocument) => draft : addFootnote(id, words)
    edit((draft) => withMarks(added(draft), rowPath, cell.key, [...new Set([...marks, id])]))
    onClose()
  }
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()} className="overlay">
      <Modal className="modal">
        <Dialog>
          <DialogHeading slot="title">
            Footnotes of Table {table}, row {cell.row + 1}
          </DialogHeading>
          {document.footnotes.footnotes.length > 0 && (
            <CheckboxGroup value={[...marks]} onChange={mark} className="choices">
              <Label>Footnotes of the form</Label>
              {document.footnotes.footnotes.map((note) => (
                <Checkbox key={note.id} value={note.id}>
                  {({ isSelected }) => (
                    <>
                      <span className="tick" aria-hidden="true">
                        {isSelected ? 'X' : ''}
                      </span>
                      <span>
                        ({footnoteNumber(note.id)}) {note.text}
                      </span>
                    </>
                  )}
                </Checkbox>
              ))}
            </CheckboxGroup>
          )}
          <TextField value={text} onChange={setText} className="field" autoFocus>
            <Label>A new footnote</Label>
            <TextArea
              rows={4}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') add(text.trim())
              }}
            />
          </TextField>
          {library.length > 0 && (
            <section aria-labelledby="library">
              <h3 id="library">From the library</h3>
              <ul className="library">
                {library.map(({ id, name, text: words }) => (
                  <li key={id}>
                    <Button onPress={() => add(words)}>Add “{name}”</Button> {words}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p className="tools">
            <Button className="primary" isDisabled={text.trim() === ''} onPress={() => add(text.trim())}>
              Add to the cell (Ctrl+Enter)
            </Button>
            <Button slot="close">Done</Button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
