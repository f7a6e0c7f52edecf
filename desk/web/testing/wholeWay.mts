/** From the demonstration's draft to its accepted form, as the people of the demonstration go it by the keyboard alone. */
import type { Page } from 'playwright-core'
import type { Hands } from './hands.mts'

const PASSWORD = 'a demonstration only'
const TITLE = /^Form 4, Alder Rowan/
const HEADING = /^Form 4: Alder Rowan/

/** `attestation`: the path of the paper that the director signed by hand. Gives the accession number. */
export async function goTheWholeWay(page: Page, hands: Hands, attestation: string): Promise<string> {
  await signIn(page, hands, 'preparer')
  await finish(page, hands)
  await signOut(page, hands)
  await signIn(page, hands, 'director')
  await sign(page, hands, attestation)
  await signOut(page, hands)
  await signIn(page, hands, 'preparer')
  await send(page, hands, 'test form 4')
  await hands.tabTo('link', 'File it live')
  await hands.press('Enter')
  await send(page, hands, 'file form 4')
  return lookUp(page, hands)
}

async function signIn(page: Page, hands: Hands, who: string): Promise<void> {
  await hands.at('textbox', 'E-mail')
  await hands.type(`${who}@demonstration.example`)
  await hands.tabTo('textbox', 'Password')
  await hands.type(PASSWORD)
  await hands.press('Enter')
  await hands.at('heading', 'Work')
  await page.getByRole('main').getByRole('link').first().waitFor()
  await hands.tabTo('link', TITLE)
  await hands.press('Enter')
}

async function signOut(page: Page, hands: Hands): Promise<void> {
  await hands.until('F6', 'button', 'Sign out', 4)
  await hands.press('Enter')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

/** The preparer reads the form, puts its expiration a day earlier than the tenth anniversary, and saves it. */
async function finish(page: Page, hands: Hands): Promise<void> {
  await hands.at('heading', HEADING)
  await hands.tabTo('link', 'The form')
  await hands.press('Enter')
  await hands.at('region', 'The form')
  await hands.tabTo('button', 'To Table I')
  await hands.tabTo('button', 'To Table II')
  await hands.press('Enter')
  await hands.at('gridcell', /Stock Option \(right to buy\)$/)
  await hands.until('ArrowRight', 'gridcell', /\d\d\/\d\d\/20[3-9]\d$/, 12)
  const [month, day, year] = ((await page.locator(':focus').textContent()) ?? '').trim().split('/').map(Number)
  const before = new Date(Date.UTC(year!, month! - 1, day! - 1))
  await hands.type(before.toLocaleDateString('en-US', { timeZone: 'UTC' }))
  await hands.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Nothing is objected to.' }).waitFor()
  await hands.press('Control+s')
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved / })
    .waitFor()
}

/** The director attests by hand, once, and signs: both at one place. */
async function sign(page: Page, hands: Hands, attestation: string): Promise<void> {
  await hands.at('textbox', 'Signed on')
  await hands.type('01/02/2026')
  await hands.tabTo('button', /^The attestation that you signed by hand/)
  await hands.choose(attestation)
  await hands.tabTo('textbox', 'Your password, once more')
  await hands.type(PASSWORD)
  await hands.press('Enter')
  await page.getByRole('form', { name: 'Attestation' }).waitFor({ state: 'detached' })
  await hands.at('textbox', 'Your password, once more')
  await hands.type(PASSWORD)
  await hands.press('Enter')
  await hands.at('paragraph', /./)
  await page.getByText('/s/ Rowan Alder').first().waitFor()
}

/** The words that nobody types by habit; then EDGAR's decision. */
async function send(page: Page, hands: Hands, words: string): Promise<void> {
  await hands.at('textbox', `Type ${words}`)
  await hands.type(words)
  await hands.press('Enter')
  await hands.at('heading', words.startsWith('test') ? 'Test filing' : 'Filing')
  await page
    .getByRole('status')
    .filter({ hasText: /^accepted/ })
    .waitFor({ timeout: 60_000 })
}

/** What was accepted is archived at once. */
async function lookUp(page: Page, hands: Hands): Promise<string> {
  await hands.tabTo('link', 'To the filed form')
  await hands.press('Enter')
  await hands.at('heading', /^Form 4, \d{10}-\d\d-\d{6}$/)
  const heading = (await page.locator(':focus').textContent()) ?? ''
  await page.getByText('Byte for byte as it was frozen').waitFor()
  await hands.until('F6', 'link', 'Filed forms', 2)
  await hands.press('Enter')
  await hands.at('heading', 'Filed forms')
  const number = heading.replace('Form 4, ', '')
  await page.getByRole('link', { name: number }).waitFor()
  return number
}
