/** A dry run leaves every byte of the library as it is, also where a lapse waits to be noted. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine, type CommandLine } from '../run/terminal'

/** Spiked story-1 and draft story-2. Each has a tick whose source was given another kind while nobody had it open. */
async function withPendingLapses(): Promise<CommandLine> {
  const line = await commandLine()
  const { stet, stetWith, folder } = line
  const editor = (...argv: readonly string[]) => stetWith({ STET_USER: 'Editor' }, ...argv)
  await stet('roster', 'add', 'Reporter', '--role', 'reporter')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
  await stet('source', 'add', '--name', 'Pool', '--kind', 'pool')
  for (const id of ['story-1', 'story-2']) {
    await writeFile(join(folder, 'a.txt'), `Leaders hold talks\n\nThe meeting lasted about 100 minutes.`)
    await stet('import', 'a.txt')
    await stet('tag', id, '--text', '100 minutes', '--type', 'figure')
    const of = ['--evidence', 'Pool', '--locator', '¶ 1'] as const
    const signed = await editor('fact', id, 'fact-1', '--status', 'verified', ...of)
    expect([signed.code, signed.err]).toEqual([0, ''])
  }
  await editor('move', 'story-1', 'spiked', '--reason', 'No')
  const edited = await editor('source', 'edit', 'source-1', '--kind', 'document', '--reason', 'It is a paper')
  expect([edited.code, edited.err]).toEqual([0, ''])
  return line
}

/** SHA-256 of every file of the library but its lock, by path. */
async function bytesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const read = paths
    .filter((path) => !path.endsWith('.lock'))
    .toSorted()
    .map(
      async (path) =>
        [
          path.slice(folder.length + 1),
          createHash('sha256')
            .update(await readFile(path))
            .digest('hex'),
        ] as const,
    )
  return Object.fromEntries(await Promise.all(read))
}

const LATER = { STET_USER: 'Editor', STET_NOW: '2026-12-30T09:00:00Z' }
const OLD = ['archive', '--before', '2026-12-01', '--to', 'old'] as const

test('dry runs change no byte, say what would be done, and age no story', async () => {
  const line = await withPendingLapses()
  const later = (...argv: readonly string[]) => line.stetWith(LATER, ...argv)
  const ledgers = async (): Promise<number> => {
    const stories = await Promise.all(['story-1', 'story-2'].map((id) => line.stet('history', id, '--json')))
    return stories.flatMap((ran) => ran.json() as readonly { readonly kind: string }[]).filter(isLapse).length
  }
  const before = await bytesOf(line.library)
  const ran = []
  for (const argv of [
    ['set', 'story-1', 'story-2', 'desk', 'World'],
    ['set', 'story-2', 'needsLegal', 'required'],
    ['move', 'story-2', 'filed'],
    ['move', 'story-1', 'story-2', 'cleared'],
    ['move', '--query', 'talks', 'spiked', '--reason', 'No'],
    ['delete', 'story-1', 'story-2'],
    OLD,
  ]) {
    const { code } = await later(...argv, '--dry-run')
    ran.push([argv[0], code, (await bytesOf(line.library)) as unknown])
  }
  expect(ran).toEqual(
    (
      [
        ['set', 0],
        ['set', 0],
        ['move', 0],
        ['move', 3],
        ['move', 3],
        ['delete', 0],
        ['archive', 0],
      ] as const
    ).map((one) => [...one, before]),
  )
  expect(await ledgers()).toBe(0)
  expect((await later(...OLD, '--dry-run', '--json')).json()).toEqual({
    would: [{ id: 'story-1', headline: 'Leaders hold talks' }],
    stayed: [],
  })
  // The lapse is noted with the move itself, and makes the story no younger.
  expect((await later(...OLD, '--json')).json()).toMatchObject({
    moved: [{ id: 'story-1', headline: 'Leaders hold talks' }],
    stayed: [],
  })
})

const isLapse = ({ kind }: { readonly kind: string }): boolean => kind === 'lapsed'

test('a dry archiving shows how far it is', async () => {
  const line = await withPendingLapses()
  const shown: string[] = []
  const { code } = await line.stetWatched(
    { progress: (text) => void shown.push(text) },
    ...[...OLD, '--dry-run', '--as', 'Editor'],
  )
  expect([code, shown]).toEqual([0, ['Done: 1 of 1', '']])
})

test('a dry run of a person with a PIN needs the PIN, as the run itself does', async () => {
  const { stetWith, folder } = await commandLine('')
  const as = (pin?: string) => ({ STET_USER: 'Editor', STET_PIN: pin, STET_NEW_PIN: '4711' })
  await stetWith(as(), 'roster', 'add', 'Editor', '--role', 'editor')
  await stetWith(as(), 'roster', 'pin')
  await writeFile(join(folder, 'a.txt'), 'Leaders hold talks\n\nThe meeting was long.')
  await stetWith(as('4711'), 'import', 'a.txt')
  const ran = async (pin?: string): Promise<number> =>
    (await stetWith(as(pin), 'move', 'story-1', 'filed', '--dry-run')).code
  expect([await ran('4711'), await ran('0000'), await ran()]).toEqual([0, 3, 3])
})

test('a dry run in an archive fails as the run itself does', async () => {
  const line = await withPendingLapses()
  await line.stetWith(LATER, ...OLD)
  const inArchive = { ...LATER, STET_LIBRARY: join(line.folder, 'old') }
  const codes = [
    (await line.stetWith(inArchive, 'set', 'story-1', 'desk', 'World', '--dry-run')).code,
    (await line.stetWith(inArchive, 'set', 'story-1', 'desk', 'World')).code,
  ]
  expect(codes).toEqual([2, 2])
})
