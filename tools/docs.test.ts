import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { docsPages, staleDocs } from './docs.ts'
import { recipesPage } from './recipesPage.ts'
import { pagesText, registryText, ruleFiles } from './registry.ts'
import { root } from './repository.ts'

const STALE = 'is stale: npm run accept'

test('the registry and the pages of the command are those of the folder of rules', () => {
  const textAt = (path: string) => readFileSync(join(root, path), 'utf8')
  expect(textAt('core/check/registry.ts') === registryText(), `core/check/registry.ts ${STALE}`).toBe(true)
  expect(textAt('cli/rulePages.ts') === pagesText(), `cli/rulePages.ts ${STALE}`).toBe(true)
})

test('the rule reference is that of the rules', async () => {
  expect(await staleDocs(), `docs/rules ${STALE}`).toEqual([])
})

test('the page of the recipes is that of the recipes', () => {
  const { accepted, actual, path } = recipesPage()
  expect(accepted === actual, `${path} ${STALE}`).toBe(true)
})

test('a page says the code, the name, whom it concerns, and all that the comment says', async () => {
  const pages = await docsPages()
  expect(pages.size).toBe(ruleFiles().length + 2)
  const page = pages.get('docs/rules/C401-unpriced-market-trade.md') ?? ''
  for (const text of ['# C401 unpriced-market-trade', '**suspends** · Form 4, 5', '## Why', '## Fix', '## Source'])
    expect(page).toContain(text)
  const index = pages.get('docs/rules/README.md') ?? ''
  for (const file of ruleFiles()) expect(index).toContain(`](${file.replace('.ts', '.md')})`)
})
