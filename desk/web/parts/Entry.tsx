import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

interface EntryProps {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'password' | 'email'
  readonly hint?: ReactNode
  readonly placeholder?: string
  readonly autoComplete?: string
  readonly isRequired?: boolean
  readonly isLong?: boolean
  /** Of a long one. */
  readonly rows?: number
  /** It only finds something on its page: Enter sends no form. */
  readonly isSearch?: boolean
  /** The next thing to do on its page: the keyboard begins there, in sight. */
  readonly autoFocus?: boolean
  /** What it offers while one types; anything else may be typed. */
  readonly suggestions?: readonly string[]
}

/** A labelled text of a form that is not the official one. */
export function Entry({
  label,
  hint,
  placeholder,
  isLong = false,
  rows = 3,
  autoComplete = 'off',
  type = 'text',
  suggestions = NONE,
  autoFocus = false,
  isSearch = false,
  ...field
}: EntryProps) {
  const id = useId()
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    if (autoFocus) input.current?.focus()
  }, [autoFocus])
  return (
    <TextField className="field" type={type} {...field}>
      <Label>{label}</Label>
      {isLong ? (
        <TextArea rows={rows} ref={input} />
      ) : (
        <Input
          autoComplete={autoComplete}
          placeholder={placeholder}
          ref={input}
          {...(isSearch && { onKeyDown: sendNothing })}
          {...(suggestions.length > 0 && { list: `${id}-offers` })}
        />
      )}
      {suggestions.length > 0 && (
        <datalist id={`${id}-offers`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {hint !== undefined && (
        <Text slot="description" className="below">
          {hint}
        </Text>
      )}
    </TextField>
  )
}

const NONE: readonly string[] = []

function sendNothing(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault()
}

interface ChoiceProps {
  readonly label: ReactNode
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[]
}

/** One of a few. */
export function Choice({ label, options, ...group }: ChoiceProps) {
  return (
    <RadioGroup className="choices" {...group}>
      <Label>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value}>
          {({ isSelected }) => (
            <>
              <span className="tick" aria-hidden="true">
                {isSelected ? '●' : ''}
              </span>
              <span>{option.label}</span>
            </>
          )}
        </Radio>
      ))}
    </RadioGroup>
  )
}
