import type { z } from '@hono/zod-openapi'
import type { Json } from '../store/index.ts'
import type { AnyJson, JsonObject } from './contract/index.ts'

/** Kept JSON as the contract types it, whose lists may be written to. */
export function jsonShown(value: Json): z.infer<typeof AnyJson> {
  return value as z.infer<typeof AnyJson>
}

/** Kept JSON that is an object. */
export function objectShown(value: Json): z.infer<typeof JsonObject> {
  return value as z.infer<typeof JsonObject>
}
