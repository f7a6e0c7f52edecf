/**
 * Stryker's copy of the check room, every mutant in it behind a switch, and the tests that speak to it, as one script.
 * What is not mutated (the other rooms, packages, Node) stays outside and is loaded once, so that making the room anew
 * for each mutant, with constants, tables and memories of its own, takes milliseconds.
 */
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { build as esbuild, type Metafile, type Plugin } from 'esbuild'
import { root } from '../repository.ts'

/** The places whose modules are in the bundle, because they are mutated or import what is; libxml2's verdicts do not. */
const INSIDE = /^(?:core\/check|cases|tools)\/(?!testing\/(?:schemaVerdict|xsd)\.ts)/

/** The room as a function: called once, it loads everything anew. */
export interface Bundle {
  /** `start` is told the test file that is about to be loaded; `vitest` is what the tests import by that name. */
  load: (start: (file: string) => void, vitest: object) => void
  /** The ids of the mutants of each file of the bundle that has some. */
  mutantsOf: ReadonlyMap<string, readonly string[]>
  /** The files of the bundle that import a file. */
  importersOf: ReadonlyMap<string, readonly string[]>
}

/** Stryker's function that notes which mutants are reached, at its start. */
const COUNTING = /function stryCov_\w+\(\) \{/

/**
 * Makes the bundle of the test files, all paths from the top of the sandbox, in which Stryker has put its copy. Only
 * where `isCounted` does it note which mutants are reached: that takes several times as long as the room itself.
 */
export async function bundleOf(sandbox: string, testFiles: readonly string[], isCounted: boolean): Promise<Bundle> {
  const loaded = new Map<string, string>()
  const { outputFiles, metafile } = await esbuild({
    stdin: {
      contents: testFiles.map((file) => `start(${JSON.stringify(file)}); require('./${file}')`).join('\n'),
      resolveDir: sandbox,
    },
    absWorkingDir: sandbox,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    write: false,
    metafile: true,
    plugins: [ofSandbox(sandbox, loaded, isCounted)],
  })
  const outside = await outsideOf(metafile)
  const run = new Script(`(function (require, start, module) {${outputFiles[0]?.text}\n})`).runInThisContext()
  return {
    load: (start, vitest) => run((name: string) => (name === 'vitest' ? vitest : outside.get(name)), start, {}),
    mutantsOf: new Map([...loaded].map(([file, text]) => [file, mutantsIn(text)])),
    importersOf: importersOf(metafile),
  }
}

/** Leaves outside what is not to be in the bundle, and lets modules believe that they stand where the originals do. */
function ofSandbox(sandbox: string, loaded: Map<string, string>, isCounted: boolean): Plugin {
  const fromTop = (path: string) => relative(sandbox, path).split(sep).join('/')
  return {
    name: 'sandbox',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, resolveDir }) => {
        if (!path.startsWith('.')) return { path, external: true }
        const full = join(resolveDir, path)
        return INSIDE.test(fromTop(full))
          ? { path: full }
          : { path: pathToFileURL(join(root, fromTop(full))).href, external: true }
      })
      build.onLoad({ filter: /\.m?ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8')
        loaded.set(fromTop(path), text)
        const original = join(root, fromTop(path))
        const contents = (isCounted ? text : text.replace(COUNTING, '$& return;'))
          .replaceAll('import.meta.dirname', JSON.stringify(join(original, '..')))
          .replaceAll('import.meta.filename', JSON.stringify(original))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(original).href))
        return { contents, loader: 'ts' }
      })
    },
  }
}

/** Every module outside that the bundle asks for, by its name. */
async function outsideOf({ outputs }: Metafile): Promise<Map<string, object>> {
  const names = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  const outside = new Map<string, object>()
  for (const name of new Set(names)) {
    if (name !== 'vitest') outside.set(name, { __esModule: true, ...(await import(name)) })
  }
  return outside
}

function mutantsIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/stryMutAct_\w+\("(\d+)"\)/g), ([, id]) => id ?? ''))]
}

function importersOf({ inputs }: Metafile): Map<string, string[]> {
  const importers = new Map<string, string[]>()
  for (const [file, { imports }] of Object.entries(inputs)) {
    for (const { path, external } of imports) {
      if (!external) importers.set(path, [...(importers.get(path) ?? []), file])
    }
  }
  return importers
}
