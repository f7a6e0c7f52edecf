export * from './facts/index.ts'
export * from './model/index.ts'
export * from './read/index.ts'
export * from './write/index.ts'
