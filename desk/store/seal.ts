import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A key of 32 bytes that lives outside the database, and the name by which sealed rows remember it. */
export interface SecretKey {
  id: string
  key: Uint8Array
}

/** Seals with the first key, opens with whichever sealed. Holds the keys; they are not reachable through it. */
export interface Sealing {
  keyId: string
  seal: (secret: string, boundTo: string) => Uint8Array
  /** The secret; `undefined` when the key is not there, or the bytes or what they are bound to were changed. */
  unseal: (sealed: Uint8Array, keyId: string, boundTo: string) => string | undefined
}

const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits, `boundTo` as additional authenticated data: a sealed
 * secret copied to another row or purpose does not open. Layout: nonce, tag, ciphertext. Throws when there is no key,
 * or one is not 32 bytes.
 */
export function sealing(keys: readonly SecretKey[]): Sealing {
  const [current] = keys
  if (!current || keys.some(({ key }) => key.length !== KEY_BYTES)) throw new TypeError('secret keys have 32 bytes')
  const byId = new Map(keys.map(({ id, key }) => [id, key]))
  return {
    keyId: current.id,
    seal(secret, boundTo) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(boundTo))
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
    },
    unseal(sealed, keyId, boundTo) {
      const key = byId.get(keyId)
      if (!key || sealed.length < NONCE_BYTES + TAG_BYTES) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(boundTo))
        .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      try {
        return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return undefined
      }
    },
  }
}
