export type { StatedBalance } from './CellBar.tsx'
export { FormEditor } from './FormEditor.tsx'
export { type Finding, findingOf } from './findings.ts'
export { useDraft } from './useDraft.ts'
