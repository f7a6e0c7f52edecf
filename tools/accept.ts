/** `npm run accept`: writes every golden anew that differs. The reviewer reads the difference. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './repository.ts'
import { goldens } from './testing/goldens.ts'

const all = goldens()
const changed = all.filter(({ accepted, actual }) => accepted !== actual)
for (const { path, actual } of changed) {
  writeFileSync(join(root, path), actual)
  console.log(path)
}
console.log(`${all.length} goldens, ${changed.length} written anew`)
