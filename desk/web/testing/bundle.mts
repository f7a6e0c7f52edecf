/** The editor's test page as one script and one style sheet. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export interface Bundle {
  readonly script: string
  readonly style: string
}

/** Built once a test file; about a second. */
export async function bundleStand(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('stand.tsx', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2024',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: 'stand',
    write: false,
  })
  const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))!.text
  return { script: text('.js'), style: text('.css') }
}
