import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scriptsAtStart, START_BUDGET, whyTooMuchAtStart } from '../../scripts/startScripts.mjs'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'stet-start-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function built(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

const PAGE = `<link rel="modulepreload" crossorigin href="./assets/runtime.js">
<script type="module" crossorigin src="./assets/start.js"></script>
<link rel="stylesheet" href="./assets/style.css">`

describe('scripts before the first frame', () => {
  it('are those of the page and what they import at once', () => {
    built({
      'index.html': PAGE,
      'assets/runtime.js': 'export{}',
      'assets/start.js': 'import{a}from"./shared.js";import"./runtime.js";const b=()=>import("./later.js")',
      'assets/shared.js': 'export const a=1',
      'assets/later.js': 'x'.repeat(5000),
      'assets/style.css': 'x'.repeat(5000),
    })
    expect(scriptsAtStart(folder)).toEqual([
      { file: 'assets/runtime.js', bytes: 8 },
      { file: 'assets/start.js', bytes: 80 },
      { file: 'assets/shared.js', bytes: 16 },
    ])
  })

  it('may be as large as the budget', () => {
    built({ 'index.html': PAGE, 'assets/runtime.js': '//', 'assets/start.js': 'x'.repeat(98) })
    expect(whyTooMuchAtStart(folder, 100)).toBeUndefined()
  })

  it('that are larger stop the build, and each is named', () => {
    built({ 'index.html': PAGE, 'assets/runtime.js': '//', 'assets/start.js': 'x'.repeat(99) })
    expect(whyTooMuchAtStart(folder, 100)).toBe(
      `The page loads 101 bytes of script before its first frame, and the budget is 100:
  2  assets/runtime.js
  99  assets/start.js
Load what the first frame does not show as a later part (src/renderer/ui/later.tsx).`,
    )
  })

  it('stop the build when a script of the page is not found', () => {
    built({ 'index.html': '<p>No script</p>' })
    expect(whyTooMuchAtStart(folder)).toContain('The page loads 0 bytes of script')
  })

  it('have a budget of 1.3 MB', () => expect(START_BUDGET).toBe(1_300_000))
})
