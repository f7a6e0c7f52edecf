import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Peers live here, outside the lockfile and outside git: nothing of ours depends on them. */
export const peersFolder = join(import.meta.dirname, '.peers')

/** The peers from npm and the versions that are measured. */
const npmPeers: Readonly<Record<string, string>> = {
  'fast-xml-parser': '5.12.1',
  saxes: '6.0.0',
  'sec-edgar-toolkit': '0.2.0',
}

/** A peer that is ready, or why it is not and how to get it. */
export type Ready = { command: string[] } | { missing: string }

/** Node running one file of bench/peers, on the Node that runs this. */
export function javaScriptPeer(file: string, packFile: string): Ready {
  const worker = join(import.meta.dirname, 'worker.ts')
  return { command: [process.execPath, worker, join(import.meta.dirname, 'peers', file), packFile, peersFolder] }
}

/** As `javaScriptPeer`, for a peer from npm: installed first if it is not there. */
export function npmPeer(file: string, packFile: string): Ready {
  const missing = installNpmPeers()
  return missing === undefined ? javaScriptPeer(file, packFile) : { missing }
}

/** Installs what `npmPeers` names, once. Returns why it could not be done, with the command to try. */
function installNpmPeers(): string | undefined {
  if (Object.entries(npmPeers).every(([name, version]) => installedVersion(name) === version)) return undefined
  mkdirSync(peersFolder, { recursive: true })
  const description = { private: true, dependencies: npmPeers }
  writeFileSync(join(peersFolder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`)
  const { status, stderr, error } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peersFolder,
    encoding: 'utf8',
    env: outsideNpmRun(),
    shell: process.platform === 'win32',
  })
  if (status === 0) return undefined
  return `${firstLine(stderr) || error?.message}; to install it: npm install --prefix bench/.peers`
}

/** The environment without what `npm run` adds: it would make the inner npm work for the outer package. */
function outsideNpmRun(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|command|config_local_prefix|config_prefix|config_workspace)/i.test(name),
  )
  return Object.fromEntries(kept)
}

/** The version of an installed peer from npm; undefined when it is not installed. */
export function installedVersion(name: string): string | undefined {
  const path = join(peersFolder, 'node_modules', name, 'package.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined
}

/** A peer in C or C++: one source of bench/peers, a library of the system. */
export interface CompiledPeer {
  /** Name of the program. */
  program: string
  source: string
  compiler: 'cc' | 'c++'
  flags: string[]
  /** What comes after the source: libraries. */
  libraries: string[]
  /** Debian's package of the library. */
  debian: string
}

/** Compiles a peer, with its library installed first where this process may. */
export function compiledPeer(peer: CompiledPeer, packFile: string): Ready {
  const program = join(peersFolder, 'bin', peer.program)
  const install = `apt-get install -y ${peer.debian} ${peer.compiler === 'cc' ? 'gcc' : 'g++'} libc6-dev`
  if (isStale(program, peer)) {
    let failure = compile(program, peer)
    if (failure !== undefined && installDebian(install)) failure = compile(program, peer)
    if (failure !== undefined) return { missing: `${failure}; to install it: ${install}` }
  }
  return { command: [program, packFile] }
}

function sourcePath(name: string): string {
  return join(import.meta.dirname, 'peers', name)
}

function isStale(program: string, peer: CompiledPeer): boolean {
  if (!existsSync(program)) return true
  const compiled = statSync(program).mtimeMs
  return [sourcePath(peer.source), sourcePath('worker.h')].some((source) => statSync(source).mtimeMs > compiled)
}

/** Returns the compiler's complaint, or undefined when all went well. */
function compile(program: string, peer: CompiledPeer): string | undefined {
  mkdirSync(join(peersFolder, 'bin'), { recursive: true })
  const wanted = ['-O2', ...peer.flags, '-o', program, sourcePath(peer.source), ...peer.libraries]
  const { status, stderr, error } = spawnSync(peer.compiler, wanted, { encoding: 'utf8' })
  return status === 0 ? undefined : firstLine(stderr) || (error?.message ?? 'the compiler failed')
}

/** Only as root on Debian: elsewhere installing is the user's own choice. Returns whether it was done. */
function installDebian(install: string): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update'], quietly)
  const [program = '', ...words] = install.split(' ')
  return spawnSync(program, words, quietly).status === 0
}

/** The line that says what is wrong: the first with the word error, else the first. */
function firstLine(text: string | null): string {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '')
  return (lines.find((line) => line.includes('error')) ?? lines[0] ?? '').trim()
}
