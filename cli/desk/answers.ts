import type { deskRoom } from './deskRoom.ts'

/** The desk's answers, by its contract: known by their types alone, so that a client needs no desk. */
type Contract = Awaited<ReturnType<typeof deskRoom>>['server']['contract']
type Answer<Name extends keyof Contract> = Contract[Name] extends { _output: infer Output } ? Output : never

export type Me = Answer<'Me'>
export type Draft = Answer<'Draft'>
export type DraftNote = Answer<'DraftNote'>
export type Event = Answer<'Event'>
export type FilingNote = Answer<'FilingNote'>
export type FillTable = Answer<'FillTable'>
export type Insider = Answer<'Insider'>
export type Recipe = Answer<'Recipe'>
export type Submission = Answer<'Submission'>
export type WorkItem = Answer<'WorkItem'>
export type FilingLines = Answer<'FilingLines'>
export type Amendment = Answer<'Amendment'>
export type AmendmentTrial = Answer<'AmendmentTrial'>
export type Diagnostic = Answer<'Diagnostic'>
