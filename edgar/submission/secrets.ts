import { decoded, type Json, jsonObject } from './wire.ts'

/**
 * The object that an answer is, whatever it quotes without quoting a secret: neither in its texts nor in the
 * notification, which is base64.
 */
export function jsonWithout(secrets: readonly string[], text: string): Json | undefined {
  const clean = (written: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), written)
  const json = jsonObject(clean(text))
  const notification = decoded(json?.notification)
  if (notification === undefined || clean(notification) === notification) return json
  return { ...json, notification: Buffer.from(clean(notification)).toString('base64') }
}
