/** A library with the window and the index of its own, and the seeding code that makes libraries. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { copyPile, draftOf } from './piles.mjs'

/**
 * Of a library that was copied: its folder, and where its window and its index are. `headlinesWithFacts`: of the
 * seeding code.
 */
export function subjectOf({ executable, app, folder, seed }, stories, pile, headlinesWithFacts) {
  const own = join(folder, String(stories))
  const subject = {
    folder: own,
    library: join(own, 'library'),
    profile: join(own, 'profile'),
    cache: join(own, 'cache'),
  }
  for (const made of Object.values(subject)) mkdirSync(made, { recursive: true })
  copyPile(pile, subject.library)
  const peers = { fts5: join(own, 'fts5.db'), anew: join(own, 'anew') }
  const opens = { person: seed.REPORTER, story: draftOf(subject.library) }
  return { ...subject, ...peers, ...opens, executable, app, stories, withFacts: new Set(headlinesWithFacts(stories)) }
}

export const bundleTo = (outDir) =>
  build({
    configFile: false,
    root: join(import.meta.dirname, '..'),
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, '..', 'seed', 'benchLibrary.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'library.mjs' } },
    },
  })
