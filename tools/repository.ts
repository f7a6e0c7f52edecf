import { execFileSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'

/** The repository's top folder, an absolute path without a slash at its end. */
export const root = join(import.meta.dirname, '..')

/** Where the tools leave what they may throw away: reports, states of long runs, caches. Not in git. */
export const cache = join(root, 'node_modules/.cache/section16')

/** The program of an installed package, to be run with this Node. */
export const installed = (path: string): string => join(root, 'node_modules', path)

/**
 * Every file that belongs to the repository, as paths from its top with `/`: what git tracks and what it would
 * track if it were added. Outside a git checkout (an unpacked archive): every file not in node_modules or dist.
 */
export function ownFiles(): string[] {
  const list = existsSync(join(root, '.git'))
    ? execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
        .toString()
        .split('\0')
    : globSync('**/*', { cwd: root, exclude: ['**/node_modules', '**/dist'], withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  return list.filter((path) => path !== '' && existsSync(join(root, path))).sort()
}
