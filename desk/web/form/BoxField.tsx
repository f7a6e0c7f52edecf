import type { CalendarDate, OwnershipDocument, Reported, ValueType } from '@section16/core/model'
import { printedDate } from '@section16/core/render'
import { useRef, useState } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { canonical, put } from './cells.ts'
import type { Edit } from './edit.ts'
import { Fix } from './Fix.tsx'
import { areGrave, type Finding, SEVERITIES } from './findings.ts'
import { fieldOf } from './place.ts'

/** What every box of the form needs to be filled in. */
export interface Boxes {
  readonly document: OwnershipDocument
  /** All findings that are not in a table. */
  readonly findings: readonly Finding[]
  readonly edit: (edit: Edit, joins?: boolean) => void
  readonly isReadOnly: boolean
}

interface BoxFieldProps extends Boxes {
  readonly label: string
  /** XPath of the element. */
  readonly path: string
  readonly type?: ValueType
  readonly isLong?: boolean
  readonly hint?: string
}

/** One text of a box. While it is being typed it stays as typed; a date then stands as the form prints it. */
export function BoxField({ label, path, type = 'text', isLong = false, hint, ...boxes }: BoxFieldProps) {
  const { document, findings, edit, isReadOnly } = boxes
  const [typed, setTyped] = useState<string>()
  const joins = useRef(false)
  const own = findings.filter((finding) => finding.path === path)
  return (
    <TextField
      className="field"
      value={typed ?? shown(fieldOf(document, path), type)}
      onChange={(text) => {
        setTyped(text)
        edit((draft) => put(draft, path, type, canonical(type, text)), joins.current)
        joins.current = true
      }}
      onBlur={() => {
        setTyped(undefined)
        joins.current = false
      }}
      isReadOnly={isReadOnly}
      isInvalid={areGrave(own)}
      data-path={path}
    >
      <Label>{label}</Label>
      {isLong ? (
        <TextArea rows={3} />
      ) : (
        <Input autoComplete="off" placeholder={type === 'date' ? 'MM/DD/YYYY' : undefined} />
      )}
      <BoxFindings findings={own} hint={hint} />
    </TextField>
  )
}

interface BoxTickProps extends Boxes {
  readonly label: string
  readonly path: string
}

/** One box to tick. What is not answered is empty, and not ticked says no. */
export function BoxTick({ label, path, document, findings, edit, isReadOnly }: BoxTickProps) {
  const own = findings.filter((finding) => finding.path === path)
  const field = fieldOf(document, path)
  return (
    <div className="tickbox" data-path={path}>
      <Checkbox
        isSelected={field.value === true}
        isIndeterminate={field.kind === 'absent' && path.endsWith('aff10b5One')}
        isReadOnly={isReadOnly}
        isInvalid={areGrave(own)}
        onChange={(isTicked) => edit((draft) => put(draft, path, 'boolean', isTicked ? '1' : '0'))}
      >
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className="tick" aria-hidden="true">
              {isIndeterminate ? '?' : isSelected ? 'X' : ''}
            </span>
            <span>{label}</span>
          </>
        )}
      </Checkbox>
      {own.map((finding) => (
        <p key={finding.code} className="finding" data-severity={finding.severity}>
          {finding.message}
        </p>
      ))}
    </div>
  )
}

/** What is objected to a box, below it. */
function BoxFindings({ findings, hint }: { readonly findings: readonly Finding[]; readonly hint: string | undefined }) {
  if (findings.length === 0 && hint === undefined) return null
  return (
    <Text slot="description" className="below">
      {hint}
      {findings.map(({ code, severity, message, fix }) => (
        <span key={code} className="finding" data-severity={severity}>
          <span className="tag">{SEVERITIES[severity]}</span> {message} {fix !== undefined && <Fix words={fix} />}
        </span>
      ))}
    </Text>
  )
}

function shown(field: Reported<unknown>, type: ValueType): string {
  return type === 'date' && field.kind === 'value' ? printedDate(field.value as CalendarDate) : (field.written ?? '')
}
