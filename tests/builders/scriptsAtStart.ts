import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const SOURCE = join(import.meta.dirname, '../../src')
const IMPORT = /^(?:import|export) (?!type )(?:[\w*{},\s]+ from )?'(\.[^']+)'/gmu

/** The file that an import names. */
const sourceOf = (path: string): string | undefined =>
  ['', '.ts', '.tsx', '/index.ts']
    .map((end) => path + end)
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile())

/** The files of `src` that the page of a window imports before it shows anything, as `renderer/main.tsx`. */
export function filesAtStart(): readonly string[] {
  const files = new Set([join(SOURCE, 'renderer/main.tsx')])
  for (const file of files)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const found = name.endsWith('.css') ? undefined : sourceOf(join(dirname(file), name))
      if (found !== undefined) files.add(found)
    }
  return [...files].map((file) => file.slice(SOURCE.length + 1)).sort()
}
