import type { OwnershipDocument } from '@section16/core/model'
import { useCallback, useReducer } from 'react'
import type { Edit } from './edit.ts'

/** How far back one can go. */
const MOST_STEPS = 200

interface History {
  readonly document: OwnershipDocument
  readonly past: readonly OwnershipDocument[]
  readonly future: readonly OwnershipDocument[]
}

type Action =
  | { readonly kind: 'edit'; readonly edit: Edit; readonly joins: boolean }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'replace'; readonly document: OwnershipDocument }

/** A draft that is being edited, with its history. */
export interface DraftHistory {
  readonly document: OwnershipDocument
  /** `joins`: it goes on with the edit before, as letters typed into one cell do, and is undone with it. */
  readonly edit: (edit: Edit, joins?: boolean) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Another document in its place; what was before is forgotten. */
  readonly replace: (document: OwnershipDocument) => void
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** A draft and every step back. */
export function useDraft(first: OwnershipDocument): DraftHistory {
  const [{ document, past, future }, act] = useReducer(next, { document: first, past: [], future: [] })
  return {
    document,
    edit: useCallback((edit, joins = false) => act({ kind: 'edit', edit, joins }), []),
    undo: useCallback(() => act({ kind: 'undo' }), []),
    redo: useCallback(() => act({ kind: 'redo' }), []),
    replace: useCallback((document) => act({ kind: 'replace', document }), []),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
  }
}

function next(history: History, action: Action): History {
  const { document, past, future } = history
  switch (action.kind) {
    case 'edit': {
      const after = action.edit(document)
      if (after === document) return history
      return { document: after, past: action.joins ? past : [...past, document].slice(-MOST_STEPS), future: [] }
    }
    case 'undo': {
      const before = past.at(-1)
      return before ? { document: before, past: past.slice(0, -1), future: [document, ...future] } : history
    }
    case 'redo': {
      const [after, ...rest] = future
      return after ? { document: after, past: [...past, document], future: rest } : history
    }
    case 'replace':
      return { document: action.document, past: [], future: [] }
  }
}
