/** E-mail by SMTP (RFC 5321). */
import nodemailer from 'nodemailer'
import type { Mail } from '../configuration.ts'

export interface SmtpConfiguration {
  host: string
  port: number
  /**
   * `tls`: encrypted from the first byte, port 465 as a rule; `starttls`: before anything of a mail, port 587 as a rule;
   * `none`: to a server on this machine only.
   */
  security: 'tls' | 'starttls' | 'none'
  /** `desk@example.com`, or with a name: `Desk <desk@example.com>`. */
  from: string
  user?: string
  password?: string
}

/** A server that does not answer for so long has not taken the mail. */
const TIMEOUT_MS = 30_000
const HERE = new Set(['127.0.0.1', 'localhost', '::1'])

/**
 * How mail is sent: one connection for each, resolves when the server has taken it. Rejects with an error whose `code`,
 * and `responseCode` where the server said one, tell why. Throws a TypeError for a configuration that would send a
 * password or a name in the clear over a network.
 */
export function smtpMail({ host, port, security, from, user, password }: SmtpConfiguration) {
  if (security === 'none' && !HERE.has(host)) throw new TypeError('smtp.security may be none on this machine only')
  if ((user === undefined) !== (password === undefined)) throw new TypeError('smtp.user and its password go together')
  const transport = nodemailer.createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user !== undefined && password !== undefined && { auth: { user, pass: password } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([\w.-]+)>?$/.exec(from)?.[1]
  if (domain === undefined) throw new TypeError('smtp.from is no address')
  return async ({ id, to, subject, text }: Mail): Promise<void> => {
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      ...(id !== undefined && { messageId: `<${id}@${domain}>` }),
      headers: { 'auto-submitted': 'auto-generated' },
    })
  }
}
