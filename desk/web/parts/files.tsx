import { useId, useState } from 'react'
import type { Shape } from '../api/routes.ts'

type Uploaded = Shape<'UploadedFile'>

/** What somebody signed by hand may come as. */
export const SIGNED_PAPERS: readonly Uploaded['mediaType'][] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'text/plain',
  'text/html',
]

interface FileEntryProps<Type extends string> {
  readonly label: string
  readonly accept: readonly Type[]
  readonly onChange: (file: { readonly mediaType: Type; readonly base64: string } | undefined) => void
}

/** A file from this machine, read in the page. One of another type is refused here and now. */
export function FileEntry<Type extends string>({ label, accept, onChange }: FileEntryProps<Type>) {
  const id = useId()
  const [refusal, setRefusal] = useState('')
  const take = async (file: File | undefined) => {
    const mediaType = accept.find((type) => type === file?.type)
    setRefusal(file && mediaType === undefined ? `${file.name} is none of ${accept.join(', ')}.` : '')
    onChange(file && mediaType !== undefined ? { mediaType, base64: await base64Of(file) } : undefined)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="file" accept={accept.join(',')} onChange={(event) => void take(event.target.files?.[0])} />
      {refusal !== '' && <p role="alert">{refusal}</p>}
    </div>
  )
}

/** The bytes of a file in base64. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    // Read as a data URL, so it is text.
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

/** A text as the bytes of a file. */
export function base64OfText(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
}
