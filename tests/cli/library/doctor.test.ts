import { createHash } from 'node:crypto'
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { answerTimeOf } from '../../../src/cli/run/openDesk'
import { parseOwnerMessage } from '../../../src/ipc/parsers'
import { clockFrom } from '../../../src/newsroom/environment/clock'
import { idsFrom } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { serveOwner } from '../../../src/newsroom/serveOwner'
import { openLibrary } from '../../../src/storage/openLibrary'
import { commandLine, type CommandLine } from '../run/terminal'

async function withStory(cli: CommandLine): Promise<void> {
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes, she said.')
  expect(await cli.stet('import', 'a.txt')).toMatchObject({ code: 0 })
}

const NO_INDEX = { kept: 'none', stories: 0, whole: false }
const NO_INDEX_YET = 'There is no index of stories yet. It is built when Stet next lists stories.'

async function rot(path: string): Promise<void> {
  const bytes = await readFile(path)
  const at = bytes.length - 10
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  await writeFile(path, bytes)
}

test('a library without problems is reported as such, also without a person', async () => {
  const cli = await commandLine()
  await withStory(cli)
  const { code, json } = await cli.stetWith({ STET_USER: undefined }, 'doctor', '--json')
  expect({ code, printed: json() }).toEqual({ code: 0, printed: { ok: true, problems: [], index: NO_INDEX } })
  expect(await cli.stet('doctor')).toMatchObject({ code: 0, out: `Every file is in order.\n\n${NO_INDEX_YET}` })
})

test('a problem is named with what is safe and what to do, exits 2, and is repaired on demand', async () => {
  const cli = await commandLine()
  await withStory(cli)
  // A change: now there is a copy before the one that rots.
  await cli.stet('set', 'story-1', 'slug', 'busan')
  const path = join(cli.library, 'stories', 'story-1', 'story.json')
  await rot(path)
  const first = await cli.stet('doctor')
  expect(first.code).toBe(2)
  expect(first.out).toContain(`${path}\n  Wrong:   its checksum does not match`)
  expect(first.err).toBe('stet: 1 problem found.')
  const mended = await cli.stet('doctor', '--repair', '--json')
  expect([mended.code, mended.json()]).toEqual([
    0,
    { ok: true, problems: [expect.objectContaining({ path, done: true })], index: NO_INDEX },
  ])
  expect(await cli.stet('doctor')).toMatchObject({ code: 0 })
  expect((await cli.stet('show', 'story-1')).out).toContain('The talks lasted 100 minutes, she said.')
})

test('a library that does not open is checked and repaired', async () => {
  const cli = await commandLine()
  await withStory(cli)
  for (const name of ['library.json', 'library.json.twin', 'library.json.prev'])
    await rm(join(cli.library, name), { force: true })
  expect(await cli.stet('list')).toMatchObject({
    code: 2,
    err: expect.stringContaining('library.json is missing, so this library cannot be opened') as string,
  })
  expect(await cli.stet('doctor', '--repair')).toMatchObject({ code: 0 })
  // The settings are not known any more: an editor accepts that.
  expect(await cli.stet('doctor')).toMatchObject({ code: 2, out: expect.stringContaining('accept-loss') })
  expect((await cli.stet('list')).out).toContain('A headline of this story')
})

test('a missing library is named as missing', async () => {
  const cli = await commandLine()
  expect(await cli.stet('doctor')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('it does not exist'),
  })
})

test('beside a running app, the owner repairs a story that is being written from its memory', async () => {
  const cli = await commandLine()
  await withStory(cli)
  const store = await openLibrary({ folder: cli.library, now: () => '2026-10-30T09:00:00Z', newId: () => 'x' })
  const room = await Newsroom.open({ store, clock: clockFrom('2026-10-30T09:00:00Z'), ids: idsFrom('sequential') })
  onTestFinished(() => room.close())
  store.serve(serveOwner(room, parseOwnerMessage))
  await cli.stet('edit', 'story-1', '--replace', '100', '--with', '90')
  await room.settleAll()
  await cli.stet('roster', 'add', 'Editor')
  const folder = join(cli.library, 'stories', 'story-1')
  const [log = ''] = (await readdir(folder)).filter((name) => name.startsWith('changes'))
  await rot(join(folder, log))
  await rot(join(folder, 'state.yjs'))
  await rot(join(cli.library, 'roster.json'))
  expect(await cli.stet('doctor')).toMatchObject({
    code: 2,
    err: expect.stringContaining('2 problems found.') as string,
  })
  const mended = await cli.stet('doctor', '--repair', '--json')
  expect([mended.code, mended.json()]).toEqual([
    0,
    {
      ok: true,
      problems: expect.arrayContaining([expect.objectContaining({ done: true })]),
      index: expect.objectContaining({ kept: 'memory' }),
    },
  ])
  expect(await cli.stet('doctor')).toMatchObject({ code: 0 })
  expect(await readFile(join(cli.library, 'roster.json'), 'utf8')).toContain('Editor')
  await cli.stet('edit', 'story-1', '--replace', '90', '--with', '80')
  expect((await cli.stet('show', 'story-1')).out).toContain('The talks lasted 80 minutes, she said.')
})

test('“stet tidy” removes a file that no fact uses, and keeps one that a fact rests on', async () => {
  const cli = await commandLine()
  await withStory(cli)
  expect(await cli.stet('tidy')).toMatchObject({ code: 0, out: 'There is nothing to delete.' })
  await writeFile(join(cli.folder, 'notes.txt'), 'These notes back the figure.')
  await cli.stet('source', 'add', '--name', 'Pool', '--kind', 'pool')
  await cli.stet('tag', 'story-1', '--text', '100 minutes', '--type', 'figure')
  await cli.stet('fact', 'story-1', 'fact-1', '--evidence', 'Pool', '--locator', 'p. 1', '--file', 'notes.txt')
  const evidence = join(cli.library, 'evidence')
  const [attached = ''] = await readdir(evidence)
  const words = Buffer.from('Nobody came back to these.')
  const givenUp = createHash('sha256').update(words).digest('hex')
  await writeFile(join(evidence, givenUp), words)
  const old = new Date('2026-10-28T07:30:00Z')
  for (const name of [attached, givenUp]) await utimes(join(evidence, name), old, old)
  expect(await cli.stet('doctor')).toMatchObject({
    code: 0,
    out: `Every file is in order.\n\nUnused: 1 captured file, 26 bytes. “stet tidy” deletes it:\n  ${join(evidence, givenUp)}  26 bytes, copied 2026-10-28 07:30 UTC\n\n${NO_INDEX_YET}`,
  })
  const unused = [{ sha256: givenUp, path: join(evidence, givenUp), size: 26, modified: '2026-10-28T07:30:00.000Z' }]
  expect((await cli.stet('doctor', '--json')).json()).toEqual({ ok: true, problems: [], unused, index: NO_INDEX })
  expect(await cli.stetWith({ STET_USER: 'Stranger' }, 'tidy')).toMatchObject({
    code: 3,
    err: expect.stringContaining('is not on the roster'),
  })
  expect((await cli.stet('tidy', '--json')).json()).toEqual({ removed: unused })
  expect([await readdir(evidence), (await cli.stet('doctor')).out]).toEqual([
    [attached],
    `Every file is in order.\n\n${NO_INDEX_YET}`,
  ])
})

test('the owner has hours to read the whole library, and a minute for everything else', () => {
  const [minute, hours] = [60_000, 6 * 3_600_000]
  expect(
    (['library.doctor', 'library.tidy', 'library.backUp', 'story.show', 'story.export'] as const).map(answerTimeOf),
  ).toEqual([hours, hours, hours, minute, minute])
})
