/**
 * `npm run accept`: writes every golden anew that differs, what the rules find in their cases among them, and what is
 * generated from the rules and the recipes: the registry, the pages of the rules, their reference, the coverage table, the
 * page of the recipes. The reviewer reads the difference.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { COVERAGE_PAGE, coverage, coverageText } from './coverage.ts'
import { writeDocs } from './docs.ts'
import { recipesPage } from './recipesPage.ts'
import { writeRegistry } from './registry.ts'
import { root } from './repository.ts'
import { golden, goldens } from './testing/goldens.ts'

for (const path of [...writeRegistry(), ...(await writeDocs())]) console.log(path)
// Only now: it imports the registry, which may just have been written.
const { expectedFindings } = await import('./testing/ruleCases.ts')
const all = [
  ...goldens(),
  ...expectedFindings().map(({ path, actual }) => golden(path, actual)),
  golden(COVERAGE_PAGE, coverageText(coverage())),
  recipesPage(),
]
const changed = all.filter(({ accepted, actual }) => accepted !== actual)
for (const { path, actual } of changed) {
  writeFileSync(join(root, path), actual)
  console.log(path)
}
console.log(`${all.length} goldens, ${changed.length} written anew`)
