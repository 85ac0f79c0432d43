import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibrary } from '../../../src/storage/openLibrary'
import { commandLine, type CommandLine } from '../run/terminal'

/** Two stories with slugs a and b, of which b has a figure without a tag. */
async function two(): Promise<CommandLine> {
  const line = await commandLine()
  await line.stet('roster', 'add', 'Reporter', '--role', 'reporter')
  await line.stet('roster', 'add', 'Editor', '--role', 'editor')
  for (const [slug, copy] of [
    ['a', 'It sails at noon.'],
    ['b', 'It sails for 100 minutes.'],
  ] as const) {
    await writeFile(join(line.folder, `${slug}.txt`), `Story of ${slug}\n\n${copy}\n`)
    const imported = (await line.stet('import', `${slug}.txt`, '--json')).json() as {
      readonly stories: readonly { readonly id: string }[]
    }
    await line.stet('set', imported.stories[0]?.id ?? '', 'slug', slug)
  }
  return line
}

const all = async ({ stet }: CommandLine): Promise<unknown> =>
  ((await stet('list', '--sort', 'slug', '--json')).json() as readonly Record<string, unknown>[]).map(
    ({ slug, stage, desk }) => [slug, stage, desk],
  )

test('a dry move says of each story where it would go or what refuses it, and moves none', async () => {
  const line = await two()
  const filed = await line.stet('move', 'a', 'b', 'filed', '--dry-run')
  expect([filed.code, filed.out, filed.err]).toEqual([
    0,
    'a  Story of a\n    draft → filed\nb  Story of b\n    draft → filed\n' +
      'Would be done for 2 of 2 stories. Nothing was changed.',
    '',
  ])
  await line.stet('move', 'a', 'b', 'filed')
  await line.stet('move', 'a', 'b', 'inReview')
  const cleared = await line.stet('move', '--query', 'sails', 'cleared', '--dry-run', '--as', 'Editor', '--json')
  const { would, failed } = cleared.json() as { readonly would: unknown; readonly failed: readonly unknown[] }
  const stages = await all(line)
  const done = await line.stet('move', '--query', 'sails', 'cleared', '--as', 'Editor', '--json')
  expect([cleared.code, stages]).toEqual([
    done.code,
    [
      ['a', 'inReview', ''],
      ['b', 'inReview', ''],
    ],
  ])
  const really = done.json() as { readonly done: readonly { readonly id: string }[]; readonly failed: unknown }
  expect((would as readonly { readonly id: string }[]).map(({ id }) => id)).toEqual(really.done.map(({ id }) => id))
  expect(failed).toEqual(really.failed)
})

test('a dry move of one story answers as one of many, with the exit code of the move', async () => {
  const { stet } = await two()
  const { code, json, err } = await stet('move', 'b', 'published', '--dry-run', '--json')
  const alone = await stet('move', 'b', 'published')
  expect([code, json()]).toEqual([
    alone.code,
    {
      would: [],
      failed: [{ id: 'b', story: 'story-2', message: alone.err.replace(/^stet: /, ''), reason: 'refused' }],
    },
  ])
  expect(err).toBe(`stet: b: ${alone.err.replace(/^stet: /, '')}`)
  expect(await stet('move', 'b', 'published', '--dry-run', '--override', 'Why not')).toMatchObject({ code: 1, out: '' })
})

test('a dry set names each story with the old and the new value, refuses a wrong value, and sets nothing', async () => {
  const line = await two()
  await line.stet('set', 'a', 'desk', 'World')
  const { code, out } = await line.stet('set', '--query', 'sails', 'desk', 'Sports', '--dry-run')
  expect([code, out.split('\n').sort()]).toEqual([
    0,
    [
      '    desk: “World” → “Sports”',
      '    desk: “” → “Sports”',
      'Would be done for 2 of 2 stories. Nothing was changed.',
      'story-1  Story of a',
      'story-2  Story of b',
    ],
  ])
  expect((await line.stet('set', 'a', 'urgency', '12', '--dry-run')).code).toBe(1)
  expect(await all(line)).toEqual([
    ['a', 'draft', 'World'],
    ['b', 'draft', ''],
  ])
})

test('a dry deletion answers with exit code 0, also in JSON, and deletes nothing', async () => {
  const line = await two()
  await line.stet('move', 'a', 'spiked', '--reason', 'No', '--as', 'Editor')
  const text = await line.stet('delete', 'a', 'b', '--dry-run', '--as', 'Editor')
  expect([text.code, text.out.split('\n').at(-1)]).toEqual([0, 'Nothing was changed.'])
  const { stories } = (await line.stet('delete', 'a', '--dry-run', '--json', '--as', 'Editor')).json() as {
    readonly stories: readonly { readonly id: string }[]
  }
  expect(stories.map(({ id }) => id)).toEqual(['story-1'])
  expect((await line.stet('delete', 'a', '--dry-run', '--yes')).code).toBe(1)
  expect(await all(line)).toHaveLength(2)
})

test('a dry archiving lists the stories and makes no archive', async () => {
  const line = await two()
  await line.stet('move', 'a', 'spiked', '--reason', 'No', '--as', 'Editor')
  const asked = ['archive', '--before', '2030-01-01', '--to', 'old', '--dry-run', '--as', 'Editor'] as const
  expect((await line.stet(...asked)).out).toBe(
    `1 story would move to ${join(line.folder, 'old')}:\n  story-1  Story of a\nNothing was changed.`,
  )
  expect((await line.stet(...asked, '--json')).json()).toEqual({
    would: [{ id: 'story-1', headline: 'Story of a' }],
    stayed: [],
  })
  expect([await all(line), (await readdir(line.folder)).sort()]).toEqual([
    [
      ['a', 'spiked', ''],
      ['b', 'draft', ''],
    ],
    ['a.txt', 'b.txt', 'library'],
  ])
})

test('what refuses archiving refuses a dry archiving with the same words and exit code', async () => {
  const line = await two()
  await line.stet('move', 'a', 'spiked', '--reason', 'No', '--as', 'Editor')
  await mkdir(join(line.folder, 'mine'))
  await writeFile(join(line.folder, 'mine', 'notes.txt'), 'Notes')
  for (const [by, to, code] of [
    ['Reporter', 'old', 3],
    ['Nobody', 'old', 3],
    ['Editor', join('library', 'old'), 3],
    ['Editor', 'mine', 2],
    ['Editor', join('nowhere', 'old'), 2],
  ] as const) {
    const asked = ['archive', '--before', '2030-01-01', '--to', to, '--as', by] as const
    const dry = await line.stet(...asked, '--dry-run')
    const { out, err } = await line.stet(...asked)
    expect([dry.code, dry.out, dry.err]).toEqual([code, out, err])
  }
  expect(await all(line)).toHaveLength(2)
})

test('a dry run joins nobody to an empty roster', async () => {
  const { library, stet } = await commandLine()
  const store = await openLibrary({
    folder: library,
    create: true,
    now: () => '2026-10-30T09:00:00Z',
    newId: () => 'x',
  })
  await store.close()
  for (const argv of [
    ['archive', '--before', '2030-01-01', '--to', 'old'],
    ['set', 'a', 'desk', 'World'],
    ['move', 'a', 'filed'],
  ])
    await stet(...argv, '--dry-run')
  expect((await stet('roster', 'list', '--json')).json()).toEqual([])
})
