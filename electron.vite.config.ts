import { copyFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { cratesOf, packageOf, readLicences } from './scripts/licences'
import sqlite from './scripts/sqlitePackages.json'
import {
  COMPILER_FILE,
  COMPILER_PACKAGE,
  FONT_FILES,
  TYPESET_FOLDER,
} from './src/exchange/export/pdf/typst/typesetFiles'
import {
  DICTIONARY_FILES,
  DICTIONARY_FOLDER,
  DICTIONARY_PACKAGES,
  DICTIONARIES,
} from './src/story/spelling/dictionaries'

// The oldest runtime that Stet supports is Electron 33.2: Chromium 130, Node 20.18.
const nodeTarget = 'node20.18'
const browserTarget = 'chrome130'

const from = (path: string) => resolve(import.meta.dirname, path)

/** A program in a package that npm installed for this machine. */
interface Native {
  readonly name: string
  readonly file: string
}

/** npm installs the compiler that this machine can run. If there is none, an export to PDF reports it. */
function compilersHere(): readonly Native[] {
  const require = createRequire(import.meta.url)
  const { optionalDependencies } = require(`${COMPILER_PACKAGE}/package.json`) as {
    readonly optionalDependencies: Readonly<Record<string, string>>
  }
  return nativesHere(Object.keys(optionalDependencies))
}

/** Other systems get it too, but Stet is not packaged for them. */
const sqliteHere = (): readonly Native[] =>
  nativesHere(
    Object.entries(sqlite.programs).flatMap(([on, name]) => (on === `${process.platform} ${process.arch}` ? name : [])),
  )

function nativesHere(names: readonly string[]): readonly Native[] {
  const require = createRequire(import.meta.url)
  return names.flatMap((name) => {
    try {
      return [{ name, file: require.resolve(name) }]
    } catch {
      return []
    }
  })
}

/** Puts the files that typesetting needs beside the built programs. None of them can go into a bundle. */
const filesBeside = {
  name: 'stet:files-beside',
  writeBundle({ dir = '' }: { readonly dir?: string }) {
    const require = createRequire(import.meta.url)
    const [compiler] = compilersHere()
    const folder = join(dir, TYPESET_FOLDER)
    mkdirSync(folder, { recursive: true })
    for (const file of FONT_FILES) copyFileSync(require.resolve(file), join(folder, basename(file)))
    if (compiler) copyFileSync(compiler.file, join(folder, COMPILER_FILE))
  },
}

/**
 * Puts the dictionaries beside the window's page as they came, each with its licence (docs/decisions/spell-check.md).
 * The spelling worker reads them.
 */
const dictionariesBeside = {
  name: 'stet:dictionaries-beside',
  writeBundle({ dir = '' }: { readonly dir?: string }) {
    const require = createRequire(import.meta.url)
    for (const name of DICTIONARIES) {
      const brought = dirname(require.resolve(DICTIONARY_PACKAGES[name]))
      const folder = join(dir, DICTIONARY_FOLDER, name)
      mkdirSync(folder, { recursive: true })
      for (const file of DICTIONARY_FILES) copyFileSync(join(brought, file), join(folder, file))
    }
    const licences = join(dir, DICTIONARY_FOLDER, 'licences')
    mkdirSync(licences, { recursive: true })
    copyFileSync(from('resources/licences/GPL-3.0.txt'), join(licences, 'GPL-3.0.txt'))
    const hunspell = dirname(require.resolve('hunspell-wasm/package.json'))
    for (const file of ['COPYING', 'COPYING.LESSER', 'COPYING.MPL'])
      copyFileSync(join(hunspell, file), join(licences, `hunspell-${file}.txt`))
  },
}

interface Bundle {
  readonly [file: string]: { readonly type: string; readonly modules?: Readonly<Record<string, unknown>> }
}

/** Folders of the packages whose code is in a bundle of this build. Main is built first, the window last. */
const shipped = new Set<string>()

const noteShipped = {
  name: 'stet:note-shipped',
  generateBundle(_options: unknown, bundle: Bundle) {
    for (const { modules = {} } of Object.values(bundle))
      for (const module of Object.keys(modules)) {
        const folder = packageOf(module)
        if (folder !== undefined) shipped.add(folder)
      }
  },
}

/** Packages whose files are shipped as they are. */
const SHIPPED_FILES = [
  'electron',
  'hunspell-wasm',
  'pdfjs-dist',
  COMPILER_PACKAGE,
  ...sqlite.loads,
  ...Object.values(DICTIONARY_PACKAGES),
  '@expo-google-fonts/inter',
  '@expo-google-fonts/source-serif-4',
  '@fontsource-variable/inter',
  '@fontsource-variable/source-serif-4',
]

interface Emitter {
  emitFile(file: { readonly type: 'asset'; readonly fileName: string; readonly source: string }): string
}
interface OtherLicence {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly home: string
  /** Names of files beside the list. */
  readonly texts: readonly string[]
}

/** Writes the licences of everything shipped beside the window's page (Settings, About). */
const licencesBeside = {
  name: 'stet:licences-beside',
  generateBundle: {
    order: 'post',
    handler(this: Emitter) {
      const read = (path: string): string => readFileSync(from(path), 'utf8')
      const versionIn = (path: string): string => (JSON.parse(read(path)) as { readonly version: string }).version
      const version = versionIn('package.json')
      // Programs for this machine, and the crates in them.
      const natives = [...compilersHere().slice(0, 1), ...sqliteHere()]
      const others = JSON.parse(read('resources/licences/others.json')) as readonly OtherLicence[]
      const all = readLicences(
        [
          ...shipped,
          ...[...SHIPPED_FILES, ...natives.map(({ name }) => name)].map((name) => from(`node_modules/${name}`)),
        ],
        [
          { name: 'Stet', version, licence: 'MIT', texts: [read('LICENSE')] },
          ...natives.map(({ name, file }) =>
            cratesOf(name, versionIn(`node_modules/${name}/package.json`), readFileSync(file)),
          ),
          ...others.map((one) => ({ ...one, texts: one.texts.map((file) => read(`resources/licences/${file}`)) })),
        ],
      )
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(all) })
    },
  },
} as const

export default defineConfig({
  main: {
    plugins: [filesBeside, noteShipped],
    build: {
      target: nodeTarget,
      // The bundle contains all dependencies: the app starts faster, and out/ needs no node_modules.
      externalizeDeps: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: {
          index: from('src/main/index.ts'),
          stet: from('src/cli/index.ts'),
          decode: from('src/storage/story/updates/decodeWorker.ts'),
          reader: from('src/exchange/import/readerWorker.ts'),
          indexer: from('src/newsroom/storyIndex/worker/indexWorker.ts'),
        },
        output: {
          // CommonJS starts faster than ES modules in Node 20.
          format: 'cjs',
          // Node reads ASCII twice as fast.
          charset: 'ascii',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
        },
      },
    },
  },
  preload: {
    plugins: [noteShipped],
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: from('src/preload/index.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('src/renderer'),
    base: './',
    plugins: [react(), dictionariesBeside, noteShipped, licencesBeside],
    worker: { format: 'es', plugins: () => [noteShipped] },
    build: {
      target: browserTarget,
      // Off by default in electron-vite. The window starts faster with half as much code to read.
      minify: true,
      // Inlined fonts and icons would need data: in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // All rules are there before the first frame: a part that comes later brings only its script.
      cssCodeSplit: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { index: from('src/renderer/index.html') },
        // What the page imports at its start is one script: read from disk and V8's code cache, one large file starts
        // faster than many. Later parts (renderer/ui/later.tsx) are scripts of their own.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
})
