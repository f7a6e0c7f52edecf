import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { smtpMail } from './smtp.ts'
import { checkWebhook, post, signatureOf } from './webhook.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

interface Taken {
  to: string[]
  text: string
  user: string | undefined
}

/** A mail server on this machine with one account. */
async function mailServer(options: ConstructorParameters<typeof SMTPServer>[0] = {}) {
  const taken: Taken[] = []
  const server = new SMTPServer({
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      password === 'an invented password' ? done(null, { user: username ?? '' }) : done(new Error('canary')),
    onData(stream, { envelope, user }, done) {
      let text = ''
      stream.on('data', (chunk) => {
        text += String(chunk)
      })
      stream.on('end', () => {
        taken.push({ to: envelope.rcptTo.map(({ address }) => address), text, user: user as string | undefined })
        done()
      })
    },
    ...options,
  })
  // A client that goes away while it is greeted is no failure of the test.
  server.on('error', () => undefined)
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  closing.push(() => server.close())
  return { taken, port: (listener.address() as AddressInfo).port }
}

const FROM = 'Desk <desk@quill.example>'
const MAIL = {
  id: 'job-1',
  to: 'ada@quill.example',
  subject: 'Late: Form 4, Möller',
  text: 'Line one\n.\nLine “two”\n',
}

test('a mail arrives whole, under an id of its own that stays the same', async () => {
  const { taken, port } = await mailServer()
  const account = { user: 'desk', password: 'an invented password' }
  const mail = smtpMail({ host: '127.0.0.1', port, security: 'none', from: FROM, ...account })
  await mail(MAIL)
  await mail(MAIL)
  expect(taken.map(({ to, user }) => [to, user])).toEqual([
    [['ada@quill.example'], 'desk'],
    [['ada@quill.example'], 'desk'],
  ])
  for (const { text } of taken) {
    expect(text).toContain('Message-ID: <job-1@quill.example>')
    expect(text).toContain('Auto-Submitted: auto-generated')
    expect(text).toMatch(/Subject: =\?UTF-8\?/)
    expect(text).not.toContain('password')
  }
})

test('a wrong password, a server without encryption, a certificate of nobody’s: nothing is sent', async () => {
  const { taken, port } = await mailServer()
  const at = { host: '127.0.0.1', port, from: FROM }
  const wrong = smtpMail({ ...at, security: 'none', user: 'desk', password: 'another' })
  await expect(wrong(MAIL)).rejects.toMatchObject({ code: 'EAUTH', responseCode: 535 })
  // The server's own certificate is one that it made itself.
  await expect(smtpMail({ ...at, security: 'starttls' })(MAIL)).rejects.toThrow(/certificate/)
  const plain = await mailServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] })
  await expect(smtpMail({ ...at, port: plain.port, security: 'starttls' })(MAIL)).rejects.toMatchObject({
    code: 'ETLS',
  })
  expect([...taken, ...plain.taken]).toEqual([])
})

test('settings that would send in the clear, or half an account, are none', () => {
  const good = { host: 'mail.example', port: 587, security: 'starttls', from: FROM } as const
  expect(() => smtpMail(good)).not.toThrow()
  for (const one of [{ security: 'none' }, { user: 'desk' }, { password: 'x' }, { from: 'nobody' }] as const)
    expect(() => smtpMail({ ...good, ...one }), JSON.stringify(one)).toThrow(TypeError)
})

const SECRET = `whsec_${Buffer.from('an invented key of thirty bytes').toString('base64')}`

async function hook(answer: (request: IncomingMessage) => { status: number; location?: string }) {
  const asked: { headers: IncomingMessage['headers']; body: string; url: string | undefined }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      asked.push({ headers: request.headers, body, url: request.url })
      const { status, location } = answer(request)
      response.writeHead(status, location === undefined ? {} : { location }).end('an answer')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => server.close())
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/section16` }
}

test('a webhook is signed so that anybody with the secret can tell', async () => {
  const { asked, url } = await hook(() => ({ status: 204 }))
  await post({ url, secret: SECRET }, 'job-1', '{"a":"ö"}', 1_780_000_000_999)
  const { headers, body } = asked[0]!
  expect(body).toBe('{"a":"ö"}')
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature } = headers
  expect([id, seconds]).toEqual(['job-1', '1780000000'])
  const mac = createHmac('sha256', 'an invented key of thirty bytes')
    .update([id, seconds, body].join('.'))
    .digest('base64')
  expect(signature).toBe(`v1,${mac}`)
})

test('the signature is the one of the specification’s example', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const body = '{"test": 2432232314}'
  expect(signatureOf(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, body)).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  )
})

test('what is not taken fails; a redirection is not followed', async () => {
  const { asked, url } = await hook(({ url: path }) =>
    path === '/section16' ? { status: 307, location: '/elsewhere' } : { status: 200 },
  )
  await expect(post({ url, secret: SECRET }, 'job-1', '{}', 0)).rejects.toMatchObject({ httpStatus: 307 })
  expect(asked.map(({ url: path }) => path)).toEqual(['/section16'])
  const busy = await hook(() => ({ status: 503 }))
  await expect(post({ url: busy.url, secret: SECRET }, 'job-1', '{}', 0)).rejects.toMatchObject({ httpStatus: 503 })
})

test.each([
  ['http://hooks.example/', SECRET],
  ['hooks.example', SECRET],
  ['https://hooks.example/', 'whsec_c2hvcnQ='],
  ['https://hooks.example/', SECRET.slice(6)],
])('%s with %s is no webhook', (url, secret) => {
  expect(() => checkWebhook({ url, secret })).toThrow(TypeError)
})
