/**
 * The one way in: `npm start`, `npm test`, `npm run test:full -- NAME`, `npm run bench -- [NAME]`, `.ci/run`.
 * Has no dependency and runs on Node 20, because it is what installs everything else: it runs `npm ci` when the
 * lockfile changed, goes on with the pinned Node (or the user's own, if new enough), builds, and hands over.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const bin = join(modules, '.bin')
const stamp = join(modules, '.section16-installed')
const enter = fileURLToPath(import.meta.url)

/** Everything this file can do; each takes the rest of the command line and returns an exit status. */
const verbs = {
  start,
  test: (args) => node('tools/test.ts', ...args),
  'test:full': (args) => built(() => node('tools/full.ts', ...args)),
  bench: (args) => built(() => node('bench/main.ts', ...args)),
  build: () => build(),
  accept: () => built(() => node('tools/accept.ts')),
  fix: () => node('node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.'),
}

/** Runs a program in the repository, sharing this one's terminal; returns its exit status. */
function run(program, args, options = {}) {
  const { status, signal, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) console.error(error.message)
  if (signal) console.error(`${program} ended by ${signal}`)
  return status ?? 1
}

const node = (...args) => run(process.execPath, args)

const isRecent = (version) => {
  const [major, minor] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

/** The lockfile decides what is installed, and the platform which of it. */
const wanted = () => {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(process.platform).update(process.arch).digest('hex')
}

/** Whether the pinned Node is to be had here: it is an optional dependency, and npm leaves such a one out in silence. */
const isPinned = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch)
const isWhole = () => !isPinned || existsSync(join(bin, 'node')) || isRecent(process.versions.node)

/** Runs `npm ci` if node_modules is not what the lockfile says. Returns an exit status. */
function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted() && isWhole()) return 0
  console.error('Installing what package-lock.json names (once, about a minute) ...')
  // A download that failed for once leaves the pinned Node out: a second try is worth it.
  const status = npmCi() || (isWhole() ? 0 : npmCi())
  if (status === 0) writeFileSync(stamp, wanted())
  return status
}

function npmCi() {
  // npm must not run on the pinned Node: that lies in the folder which npm ci begins by deleting.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => !entry.endsWith(join('node_modules', '.bin')))
  return run('npm', ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-progress'], {
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32',
  })
}

/** The Node to go on with: the pinned one if it runs here, else this one if new enough, else undefined. */
function chooseNode() {
  const pinned = join(bin, 'node')
  if (process.execPath.startsWith(modules + sep)) return process.execPath
  // A pinned Node that is there may still not run: it is built against glibc.
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned
  return isRecent(process.versions.node) ? process.execPath : undefined
}

/** Compiles the rooms, then puts the desk's pages together; quick when nothing changed. Returns an exit status. */
function build() {
  return (
    node('node_modules/typescript/bin/tsc', '-b', 'core', 'print', 'paper', 'edgar', 'desk', 'cli') ||
    node('tools/web.ts')
  )
}

function built(next) {
  return build() || next()
}

/** Serves the demonstration until it is stopped; a new one each day, so that what is due lies ahead. */
function start(args) {
  const data = join(modules, '.cache/section16', `demonstration-${new Date().toISOString().slice(0, 10)}`)
  return built(() => node('cli/bin/section16.mjs', 'desk', '--demonstration', '--data', data, ...args))
}

function main([verb = '', ...args]) {
  if (!Object.hasOwn(verbs, verb)) {
    console.error(`usage: node tools/enter.mjs ${Object.keys(verbs).join('|')} [arguments]`)
    return 2
  }
  const status = install()
  if (status !== 0) return status
  const chosen = chooseNode()
  if (chosen === undefined) {
    console.error(`section16 needs Node 22.18 or newer to be built; this is Node ${process.versions.node}`)
    return 2
  }
  process.env.PATH = bin + delimiter + process.env.PATH
  return chosen === process.execPath ? verbs[verb](args) : run(chosen, [enter, verb, ...args])
}

process.exitCode = main(process.argv.slice(2))
