import { readFileSync } from 'node:fs'

/** Nothing is imported before the version is printed: who asks for it asks often, in scripts. */
const args = process.argv.slice(2)
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  console.log(JSON.parse(manifest).version)
} else {
  const { main } = await import('./program.ts')
  process.exitCode = await main(args)
}
