export { inspectValues } from './inspect.ts'
export { LIMITS, type Limits } from './limits.ts'
export { type ReadOptions, type ReadResult, readOwnershipXml } from './ownershipXml.ts'
export * from './submission/index.ts'
