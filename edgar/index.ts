export * from './rehearsal/index.ts'
export * from './submission/index.ts'
