import { FORM_LIMITS, formPlace } from '@section16/core/facts'
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
import { SEVERITIES } from './findings.ts'
import { pathOfRow } from './place.ts'
import type { Cursor } from './TableGrid.tsx'

interface ExplanationProps extends Boxes {
  readonly goTo: (path: string) => void
  /** Where each mark stands. */
  readonly uses: readonly { readonly id: FootnoteId; readonly path: string }[]
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
                isInvalid={own.some(({ severity }) => severity === 'suspends')}
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
                      {formPlace(document, use.path)}
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
  readonly onClose: () => void
}

/** The footnotes of one cell: those of the form to be ticked, or a new one. */
export function FootnotePicker({ document, table, cell, edit, onClose }: FootnotePickerProps) {
  const [text, setText] = useState('')
  const rowPath = pathOfRow(rowsOfTable(document, table), cell.row)
  const marks = marksOf(document, rowPath, cell.key)
  const mark = (ids: readonly FootnoteId[]) => edit((draft) => withMarks(draft, rowPath, cell.key, ids))
  const add = () => {
    const id = nextFootnote(document)
    edit((draft) => withMarks(addFootnote(id, text.trim())(draft), rowPath, cell.key, [...marks, id]))
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
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') add()
              }}
            />
          </TextField>
          <p className="tools">
            <Button className="primary" isDisabled={text.trim() === ''} onPress={add}>
              Add to the cell (Ctrl+Enter)
            </Button>
            <Button slot="close">Done</Button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
