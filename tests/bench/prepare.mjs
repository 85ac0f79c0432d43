/** Builds what benches of the window need: the app, the seeding code and the bare page. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasDisplay, runWithDisplay } from '../../scripts/display.mjs'
import { electronExecutable } from '../../scripts/runtime/executable.mjs'
import { root } from '../../scripts/paths.mjs'
import { setUp } from '../../scripts/setup.mjs'

const here = import.meta.dirname

/** Runs `main` in this process if there is a display, else runs this script again with a virtual one. */
export async function withDisplay(script, main) {
  if (hasDisplay()) return main()
  const { code } = await runWithDisplay(process.execPath, [script, ...process.argv.slice(2)], {
    cwd: process.cwd(),
    env: process.env,
  })
  return code
}

/**
 * `app`: the folder of a built app. Without it, this checkout is built and used. All files are made in a new temporary
 * folder, which `remove` deletes.
 */
export async function prepare({ app } = {}) {
  const executable = app ? await electronExecutable() : await setUp({ forTests: true })
  const { build } = await import('vite')
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const seeds = join(root, 'node_modules', '.stet-bench', String(process.pid))
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    build: {
      ssr: join(here, 'seed', 'seedLibrary.ts'),
      outDir: seeds,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'seed.mjs' } },
    },
  })
  const bare = join(folder, 'bare')
  cpSync(join(here, 'bare'), bare, { recursive: true })
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    build: {
      lib: {
        entry: join(here, 'bare', 'typing.ts'),
        formats: ['iife'],
        name: 'bareTyping',
        fileName: () => 'typing.js',
        cssFileName: 'typing',
      },
      outDir: bare,
      emptyOutDir: false,
      target: 'chrome130',
    },
  })
  const seed = await import(pathToFileURL(join(seeds, 'seed.mjs')).href)
  return {
    executable,
    app: app ?? root,
    folder,
    bare,
    seed,
    remove() {
      for (const made of [folder, seeds]) rmSync(made, { recursive: true, force: true })
    },
  }
}

/** Makes a profile folder in which the app remembers that `story` was open. */
export function profileAt(folder, story) {
  mkdirSync(folder, { recursive: true })
  const remembered = {
    lastStory: story,
    positions: { [story]: { story, anchor: 1, head: 1, scroll: 0 } },
    zoom: 1,
    theme: 'light',
  }
  if (story !== undefined) writeFileSync(join(folder, 'remembered.json'), JSON.stringify(remembered))
  return folder
}
