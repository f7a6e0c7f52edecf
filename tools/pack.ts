/**
 * What a newcomer gets from npm: packs what is published, lints the tarballs, installs core and the command into an empty
 * folder and there runs the README's program and `npx section16 --version`. Prints complaints; exit status 1 if any.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { installed, root } from './repository.ts'

const PACKAGES = ['core', 'cli', 'print', 'paper', 'edgar', 'desk']

/** Those whose types are for others. */
const TYPED = ['core', 'print', 'edgar']

/** Command, core and what they depend on, installed. */
const MOST_MEGABYTES = 10

/** The README's program may read this filing under this name. */
const FILING = {
  source: join(root, 'cases/seed/form4.xml'),
  name: 'form4.xml',
  paper: join(root, 'cases/seed/form4.txt'),
}

const complaints: string[] = []

// Whatever npm starts shall run on the Node that runs this.
const env = { ...process.env, PATH: dirname(process.execPath) + delimiter + process.env.PATH }

/** Runs a program; what it printed becomes a complaint if it fails. Returns its standard output. */
function run(program: string, args: string[], cwd: string): string {
  const result: SpawnSyncReturns<string> = spawnSync(program, args, { cwd, env, encoding: 'utf8' })
  if (result.status !== 0)
    complaints.push(`${[program, ...args].join(' ')}\n${result.error?.message ?? ''}${result.stdout}${result.stderr}`)
  return result.stdout
}

const node = (args: string[], cwd = root): string => run(process.execPath, args, cwd)

/** Compiled files whose source was renamed or deleted stay in dist; they must not be published. */
function dropOrphans(workspace: string): void {
  for (const path of globSync('dist/**/*.{js,d.ts}', { cwd: join(root, workspace) })) {
    const source = path.slice('dist/'.length).replace(/\.(js|d\.ts)$/, '.ts')
    if (!existsSync(join(root, workspace, source))) rmSync(join(root, workspace, path))
  }
}

/** Packs a workspace into a folder; returns the tarball's path. */
function pack(workspace: string, folder: string): string {
  dropOrphans(workspace)
  const output = run('npm', ['pack', '--json', '--pack-destination', folder], join(root, workspace))
  return join(folder, globSync('*.tgz', { cwd: folder }).find((name) => output.includes(name)) ?? 'no tarball')
}

/** The README's program for a newcomer: its first TypeScript or JavaScript block that says `// newcomer`. */
export function newcomerProgram(readme: string): string | undefined {
  return [...readme.matchAll(/^```(?:ts|js|typescript|javascript)\n(.*?)^```/gms)]
    .map(([, program = '']) => program)
    .find((program) => program.includes('// newcomer'))
}

/** Types and runs the program in the folder where the packages are installed. */
function runNewcomer(folder: string): void {
  const readme = join(root, 'README.md')
  const program = existsSync(readme) ? newcomerProgram(readFileSync(readme, 'utf8')) : undefined
  if (program === undefined) {
    console.log('no program marked `// newcomer` in README.md: not run')
    return
  }
  writeFileSync(join(folder, 'newcomer.ts'), program)
  if (existsSync(FILING.source)) writeFileSync(join(folder, FILING.name), readFileSync(FILING.source))
  const types = ['--typeRoots', installed('@types'), '--types', 'node']
  const strict = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext']
  node([installed('typescript/bin/tsc'), ...strict, ...types, 'newcomer.ts'], folder)
  if (node(['newcomer.ts'], folder).trim() === '') complaints.push('the README’s program printed nothing')
}

/** The other rooms are optional peers: where one is missing, the command says how to install it. */
function checkMissing(folder: string, room: string, args: readonly string[], expected: number): void {
  const all = ['--no-install', 'section16', ...args]
  const { status, stderr } = spawnSync('npx', all, { cwd: folder, env, encoding: 'utf8' })
  if (status !== expected || !stderr.includes(`npm install ${room}`))
    complaints.push(`${args.join(' ')} without ${room}: exit status ${status}, ${JSON.stringify(stderr)}`)
}

function checkSize(folder: string): void {
  const bytes = globSync('node_modules/**/*', { cwd: folder }).reduce(
    (sum, path) => sum + statSync(join(folder, path)).size,
    0,
  )
  const megabytes = bytes / 1e6
  console.log(`${megabytes.toFixed(2)} MB installed`)
  if (megabytes > MOST_MEGABYTES) complaints.push(`${megabytes} MB installed; ${MOST_MEGABYTES} is the limit`)
}

function install(folder: string, tarballs: string[], flags: string[]): void {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...flags, ...tarballs], folder)
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'section16-pack-'))
  try {
    const tarballs = PACKAGES.map((workspace) => pack(workspace, folder))
    for (const tarball of tarballs) node([installed('publint/src/cli.js'), 'run', tarball, '--strict'])
    for (const workspace of TYPED) {
      const tarball = tarballs[PACKAGES.indexOf(workspace)]!
      node([installed('@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only'])
    }
    // Core has no dependency: it must install without a network.
    install(join(folder, 'core-only'), tarballs.slice(0, 1), ['--offline'])
    const both = join(folder, 'both')
    install(both, tarballs.slice(0, 2), ['--prefer-offline'])
    const { version } = JSON.parse(readFileSync(join(root, 'cli/package.json'), 'utf8'))
    const said = run('npx', ['--no-install', 'section16', '--version'], both).trim()
    if (said !== version) complaints.push(`section16 --version said ${JSON.stringify(said)}, not ${version}`)
    runNewcomer(both)
    checkMissing(both, '@section16/print', ['render', FILING.source, '--pdf', '-o', 'form4.pdf'], 2)
    checkMissing(both, '@section16/paper', ['read', FILING.paper], 3)
    checkMissing(both, '@section16/edgar', ['edgar', 'rehearse'], 2)
    checkMissing(both, '@section16/desk', ['desk', '--data', 'desk'], 2)
    checkSize(both)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  main()
  for (const complaint of complaints) console.error(complaint)
  process.exitCode = complaints.length > 0 ? 1 : 0
}
