import { expect, test } from 'vitest'
import { readDeskFile } from './deskFile.ts'

const read = (file: unknown, environment = {}) => readDeskFile(JSON.stringify(file), environment)
const EDGAR = { destination: 'edgar', userAgent: 'Quill & Partners ada@quill.example' } as const
const SMTP = { host: 'mail.example', port: 587, security: 'starttls', from: 'desk@quill.example' } as const
const WEBHOOK = { url: 'https://hooks.example/s16' }

test('without a file there is a rehearsal, and nobody is told anything', () => {
  expect(readDeskFile(undefined, { SECTION16_SMTP_PASSWORD: 'x', SECTION16_WEBHOOK_SECRET: 'x' })).toEqual({
    channels: {},
  })
})

test('the real EDGAR is at one address, and each kind of filing has a switch that is off', () => {
  expect(read({ edgar: EDGAR }).edgar).toEqual({
    ...EDGAR,
    baseUrl: 'https://api.edgarfiling.sec.gov',
    allowTest: false,
    allowLive: false,
  })
  const beta = read({ edgar: { ...EDGAR, destination: 'beta', allowTest: true, loginCik: '16' } }).edgar
  expect(beta).toMatchObject({
    baseUrl: 'https://api-bravo.edgarfiling.sec.gov',
    allowTest: true,
    loginCik: '0000000016',
  })
})

test('passwords come from the environment, and are asked for where they are needed', () => {
  const said = read(
    {
      origin: 'https://desk.quill.example',
      listen: '10.0.0.5',
      trustedProxies: ['10.0.0.1'],
      smtp: SMTP,
      webhook: WEBHOOK,
    },
    { SECTION16_WEBHOOK_SECRET: 'whsec_x' },
  )
  expect(said).toMatchObject({ origin: 'https://desk.quill.example', hostname: '10.0.0.5' })
  expect(said.channels).toMatchObject({ trustedProxies: ['10.0.0.1'], webhook: { ...WEBHOOK, secret: 'whsec_x' } })
  expect(said.channels.mail).toBeTypeOf('function')
  expect(() => read({ smtp: { ...SMTP, user: 'desk' } })).toThrow('SECTION16_SMTP_PASSWORD is not set')
  expect(read({ smtp: { ...SMTP, user: 'desk' } }, { SECTION16_SMTP_PASSWORD: 'x' }).channels.mail).toBeDefined()
  expect(() => read({ webhook: WEBHOOK })).toThrow('SECTION16_WEBHOOK_SECRET is not set')
})

test.each([
  [{ edgar: { ...EDGAR, allowlive: true } }, 'edgar.allowlive'],
  [{ edgar: { ...EDGAR, allowLive: 'yes' } }, 'edgar.allowLive'],
  [{ edgar: { ...EDGAR, baseUrl: 'https://canary.example' } }, 'edgar.baseUrl'],
  [{ edgar: { ...EDGAR, destination: 'rehearsal' } }, 'edgar.destination'],
  [{ edgar: { destination: 'edgar' } }, 'edgar.userAgent'],
  [{ edgar: { ...EDGAR, userAgent: 'Möller' } }, 'edgar.userAgent'],
  [{ smtp: { ...SMTP, password: 'canary' } }, 'smtp.password'],
  [{ webhook: { ...WEBHOOK, secret: 'canary' } }, 'webhook.secret'],
  [[], 'the whole'],
])('%j is not as the desk knows it, and not quoted', (file, place) => {
  const reading = () => read(file)
  expect(reading).toThrow(`not as the desk knows it: ${place}`)
  expect(reading).not.toThrow(/canary/)
})

test('what is no JSON is not quoted', () => {
  expect(() => readDeskFile('{"password": canary', {})).toThrow(/^it is no JSON$/)
})
