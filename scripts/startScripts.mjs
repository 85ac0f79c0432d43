// What the window's page loads before its first frame, and how much it may be.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of script as they are on the disk, minified and not compressed (docs/decisions/later-parts.md). */
export const START_BUDGET = 1_300_000

/** Scripts that the page names: `<script src>` and `<link rel="modulepreload" href>`. */
const OF_PAGE = /(?:src|href)="\.\/([\w./-]+\.m?js)"/g
/** Scripts that a script imports before it runs. `import("./x.js")` runs later and is not one of them. */
const OF_SCRIPT = /(?:\bfrom|\bimport)\s*["']\.\/([\w./-]+\.m?js)["']/g

const named = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name)

/**
 * Lists the scripts that the built page in `folder` (out/renderer) loads before it shows anything, with their bytes.
 * Workers, style sheets, fonts and what a running script imports are not among them.
 */
export function scriptsAtStart(folder) {
  const found = new Map()
  const look = (file) => {
    if (found.has(file)) return
    const script = readFileSync(join(folder, file))
    found.set(file, script.length)
    for (const name of named(script.toString('utf8'), OF_SCRIPT)) look(join(file, '..', name))
  }
  for (const file of named(readFileSync(join(folder, 'index.html'), 'utf8'), OF_PAGE)) look(file)
  return [...found].map(([file, bytes]) => ({ file, bytes }))
}

/** Why the build in `folder` may not be used, as a sentence with the scripts. Undefined if it keeps to the budget. */
export function whyTooMuchAtStart(folder, budget = START_BUDGET) {
  const scripts = scriptsAtStart(folder)
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0)
  if (bytes > 0 && bytes <= budget) return undefined
  const list = scripts.map(({ file, bytes: own }) => `  ${own}  ${file}`).join('\n')
  return `The page loads ${bytes} bytes of script before its first frame, and the budget is ${budget}:
${list}
Load what the first frame does not show as a later part (src/renderer/ui/later.tsx).`
}
