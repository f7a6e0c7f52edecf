/**
 * `npm run accept`: writes every golden anew that differs, and what is generated from the rules: their registry, their
 * pages, their reference. The reviewer reads the difference.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDocs } from './docs.ts'
import { writeRegistry } from './registry.ts'
import { root } from './repository.ts'
import { goldens } from './testing/goldens.ts'

for (const path of [...writeRegistry(), ...(await writeDocs())]) console.log(path)
const all = goldens()
const changed = all.filter(({ accepted, actual }) => accepted !== actual)
for (const { path, actual } of changed) {
  writeFileSync(join(root, path), actual)
  console.log(path)
}
console.log(`${all.length} goldens, ${changed.length} written anew`)
