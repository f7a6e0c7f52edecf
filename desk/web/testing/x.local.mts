import { chromium } from 'playwright-core'
import { writeOwnershipXml } from '@section16/core/write'
import { bundleStand } from './bundle.mts'
import { form4 } from './drafts.mts'
import { CHROMIUM_FLAGS, findChromium } from '../../../tools/chromium.ts'
const { script, style } = await bundleStand()
const browser = await chromium.launch({ executablePath: findChromium()!, args: CHROMIUM_FLAGS })
const open = async (a: number, b: number) => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  page.on('console', (m) => console.log(m.text())); page.on('pageerror', (e) => console.log('ERR', e.message))
  await page.setContent('<!doctype html><html lang=en><title>x</title><div id=root></div>')
  await page.addStyleTag({ content: style }); await page.addScriptTag({ content: script })
  await page.evaluate(([x]) => (globalThis as any).stand.mount(x, '2026-11-26', []), [writeOwnershipXml(form4(a, b))])
  await page.getByRole('heading', { name: 'Findings' }).waitFor()
  return page
}
const page = await open(1, 0)
await page.locator('tr[data-at="0"] > [data-key="price"]').focus()
await page.keyboard.press('Control+m')
await page.getByRole('dialog').waitFor()
await page.keyboard.type('Bought in one trade.')
await page.keyboard.press('Control+Enter')
await page.getByRole('dialog').waitFor({ state: 'detached' })
console.log(await page.locator('tr[data-at="0"]').innerHTML())
console.log(await page.evaluate(() => (globalThis as any).stand.xml().slice(1700)))
await page.close()
const p2 = await open(2, 0)
await p2.locator('tr[data-at="1"] > [data-key="code"]').focus()
await p2.keyboard.press('F2')
await p2.keyboard.type('q')
console.log(await p2.locator('tr[data-at="1"]').innerHTML(), await p2.locator('.findings').innerText())
await p2.close()
const p3 = await open(0, 0)
await p3.getByRole('toolbar', { name: 'Lines of Table I', exact: true }).getByRole('button').first().focus()
    await p3.keyboard.press('Enter')
    for (const text of ['Ordinary Shares', '11/24/2026', '', 'p', '', '100', 'a', '21.5', '5,100', 'd']) {
      if (text !== '') await p3.keyboard.type(text)
      await p3.keyboard.press('Tab')
    }
    await p3.keyboard.press('Escape')
console.log(await p3.locator('.findings').innerText())

const p4 = await open(30, 30)
await p4.locator('section.table').first().locator('tr[data-at="14"] > [data-key="price"]').focus()
await p4.keyboard.press('F2')
const cdp = await p4.context().newCDPSession(p4)
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
const metrics = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m: any) => [m.name, m.value]))
const run = (n: number) => p4.evaluate(async (n) => {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
  for (let i = 0; i < n; i++) {
    const input = document.activeElement as HTMLInputElement
    set.call(input, i % 2 ? '21.5' : '2x')
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await new Promise((r) => requestAnimationFrame(r))
  }
}, n)
await run(20)
const a = await metrics()
if (process.argv[2]) { await cdp.send('Profiler.enable'); await cdp.send('Profiler.start') }
await run(60)
if (process.argv[2]) {
  const { profile } = await cdp.send('Profiler.stop')
  const self = new Map<string, number>()
  const dt = profile.timeDeltas!, byId = new Map(profile.nodes.map((n: any) => [n.id, n]))
  profile.samples!.forEach((id: number, i: number) => { const n: any = byId.get(id); const k = n.callFrame.functionName + ':' + n.callFrame.lineNumber + ':' + n.callFrame.columnNumber; self.set(k, (self.get(k) ?? 0) + dt[i]!) })
  console.log([...self].sort((x, y) => y[1] - x[1]).slice(0, 25).map(([k, v]) => k + ' ' + (v / 60000).toFixed(2)).join('\n'))
}
const b = await metrics()
for (const k of ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'TaskDuration']) console.log(k, ((b[k] - a[k]) / 60 * 1000).toFixed(2), 'ms a keystroke (cpu)')
console.log(await p4.locator('.findings [role=status]').innerText(), p4.url())
await browser.close()
