/** Ctrl+C in the middle of work on many files or stories: what was done is told, and what was left. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Surroundings } from '../../../src/cli/run/command'
import { commandLine } from './terminal'

/** A person who presses Ctrl+C when `line` is shown. */
function stopsAt(line: string): Pick<Surroundings, 'progress' | 'stoppable'> {
  const control = new AbortController()
  return {
    progress: (shown) => {
      if (shown === line) control.abort()
    },
    stoppable: (work) => work(control.signal),
  }
}

test('an import names the stories that were imported, and the files that were not begun', async () => {
  const { stet, stetWatched, folder } = await commandLine()
  await mkdir(join(folder, 'in'))
  for (let n = 1; n <= 12; n++)
    await writeFile(join(folder, 'in', `${String(n).padStart(2, '0')}.txt`), `Story ${n}\n\nWords.\n`)
  const ran = await stetWatched(stopsAt('Importing 3 of 12'), 'import', 'in', '--json')
  const { stories, failed, left } = ran.json() as {
    readonly stories: readonly { readonly headline: string }[]
    readonly failed: unknown
    readonly left: unknown
  }
  expect([ran.code, stories.map(({ headline }) => headline), failed, left, ran.err]).toEqual([
    2,
    ['Story 1', 'Story 2', 'Story 3'],
    undefined,
    ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((name) => join('in', `${name}.txt`)),
    'stet: Stopped. 9 files were not imported, of 12. What was imported stays.',
  ])
  expect((await stet('list')).out.split('\n').length).toBe(3)
})

test('one act on many stories ends between two of them, and names those that it did not begin', async () => {
  const { stet, stetWatched } = await commandLine()
  for (const slug of ['a', 'b', 'c']) await stet('alert', '--headline', `Story ${slug}`, '--slug', slug)
  const ran = await stetWatched(stopsAt('Story 2 of 3'), 'set', 'a', 'b', 'c', 'desk', 'World', '--json')
  const { done, left } = ran.json() as { readonly done: readonly { readonly id: string }[]; readonly left: unknown }
  expect([ran.code, done.map(({ id }) => id), left, ran.err]).toEqual([
    2,
    ['a', 'b'],
    ['c'],
    'stet: Stopped. 1 story was left as before. What is done stays done.',
  ])
})

test('a name that is not UTF-8 is said to be one', async () => {
  const { stet } = await commandLine()
  await stet('roster', 'add', 'Reporter')
  const { code, err } = await stet('import', 'caf\uFFFD.txt')
  expect([code, err]).toEqual([
    2,
    'stet: caf\uFFFD.txt was not imported: its name is not written in UTF-8, so Stet cannot open it; rename it and try again. Nothing in the library changed.',
  ])
})
