import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { answerTimeOf } from '../../../src/cli/run/openDesk'
import { parseOwnerMessage } from '../../../src/ipc/parsers'
import { clockFrom } from '../../../src/newsroom/environment/clock'
import { idsFrom } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { serveOwner } from '../../../src/newsroom/serveOwner'
import { UsedFolders } from '../../../src/storage/backup/usedFolders'
import { openLibrary } from '../../../src/storage/openLibrary'
import { commandLine, type CommandLine } from '../run/terminal'
import { localMinute } from '../../../src/story/text/format/localMinute'

/** When the file was copied, on the clock of this machine. */
const COPIED = localMinute('2026-10-28T07:30:00Z')

async function withStory(cli: CommandLine): Promise<void> {
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes, she said.')
  expect(await cli.stet('import', 'a.txt')).toMatchObject({ code: 0 })
}

const NO_INDEX = { kept: 'none', stories: 0, whole: false }
const NO_BACKUP =
  'No backup of this library is known on this computer. Make one with “stet backup --to FOLDER”, or choose a folder under Settings, Backups.'
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
  expect({ code, printed: json() }).toEqual({
    code: 0,
    printed: { ok: true, problems: [], index: NO_INDEX, backups: { folders: [] } },
  })
  expect(await cli.stet('doctor')).toMatchObject({
    code: 0,
    out: `Every file is in order.\n\n${NO_BACKUP}\n\n${NO_INDEX_YET}`,
  })
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
    {
      ok: true,
      problems: [expect.objectContaining({ path, done: true })],
      index: NO_INDEX,
      backups: { folders: [] },
    },
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
    out: `Every file is in order.\n\nUnused: 1 captured file, 26 bytes. “stet tidy” deletes it:\n  ${join(evidence, givenUp)}  26 bytes, copied ${COPIED}\n\n${NO_BACKUP}\n\n${NO_INDEX_YET}`,
  })
  const unused = [{ sha256: givenUp, path: join(evidence, givenUp), size: 26, modified: '2026-10-28T07:30:00.000Z' }]
  expect((await cli.stet('doctor', '--json')).json()).toEqual({
    ...{ ok: true, problems: [], unused, index: NO_INDEX, backups: { folders: [] } },
  })
  expect(await cli.stetWith({ STET_USER: 'Stranger' }, 'tidy')).toMatchObject({
    code: 3,
    err: expect.stringContaining('is not on the roster'),
  })
  expect((await cli.stet('tidy', '--json')).json()).toEqual({ removed: unused })
  expect([await readdir(evidence), (await cli.stet('doctor')).out]).toEqual([
    [attached],
    `Every file is in order.\n\n${NO_BACKUP}\n\n${NO_INDEX_YET}`,
  ])
})

/** What the doctor says of backups, at a time. */
const ofBackups = async (cli: CommandLine, now: string) => {
  const [text, report] = [
    await cli.stetWith({ STET_NOW: now }, 'doctor'),
    await cli.stetWith({ STET_NOW: now }, 'doctor', '--json'),
  ]
  const { backups } = report.json() as { readonly backups?: unknown }
  return { code: text.code, said: text.out.split('\n\n').find((line) => line.includes('ackup')), backups }
}

test('the last backup of this computer is named with its age, and the exit code stays 0', async () => {
  const cli = await commandLine()
  await withStory(cli)
  for (const folder of ['stick', 'share']) await cli.stet('backup', '--to', folder)
  const [stick, share] = [join(cli.folder, 'stick'), join(cli.folder, 'share')]
  const last = { folder: share, made: expect.stringMatching(/^2026-10-30T09:00/) as string }
  const said = async (now: string, hours: number, age: string): Promise<void> =>
    expect(await ofBackups(cli, now)).toEqual({
      code: 0,
      said: `Last known backup of this library on this computer: 2026-10-30 09:00 UTC (${age}), in ${share}.`,
      backups: { folders: [stick, share], last: { ...last, hours } },
    })
  await said('2026-10-30T09:30:00Z', 0, 'less than an hour ago')
  await said('2026-10-30T10:30:00Z', 1, '1 hour ago')
  await said('2026-11-01T08:30:00Z', 47, '47 hours ago')
  await said('2026-11-09T10:30:00Z', 241, '10 days ago')
  // A clock that was set back.
  await said('2026-10-01T09:00:00Z', 0, 'less than an hour ago')
})

test('folders that an older Stet remembered without a time are named', async () => {
  const cli = await commandLine()
  await withStory(cli)
  await cli.stet('backup', '--to', 'stick')
  const memory = join(cli.cache, 'state', 'stet', 'backups')
  for (const name of await readdir(memory)) await writeFile(join(memory, name), '{"folders": ["/stick", "/share"]}')
  expect(await ofBackups(cli, '2026-10-30T10:00:00Z')).toEqual({
    code: 0,
    said: 'Backups of this library were made from this computer to these folders, but it is not known when: /stick, /share.',
    backups: { folders: ['/stick', '/share'] },
  })
})

test('beside a running app, the app says what it knows of backups', async () => {
  const cli = await commandLine()
  await withStory(cli)
  const now = '2026-10-30T09:00:00.000Z'
  const store = await openLibrary({ folder: cli.library, now: () => now, newId: () => 'x' })
  const usedFolders = new UsedFolders(join(cli.cache, 'used'))
  const room = await Newsroom.open({ store, clock: { now: () => now }, ids: idsFrom('sequential'), usedFolders })
  onTestFinished(() => room.close())
  store.serve(serveOwner(room, parseOwnerMessage))
  expect(await ofBackups(cli, now)).toEqual({ code: 0, said: NO_BACKUP, backups: { folders: [] } })
  const stick = join(cli.folder, 'stick')
  await cli.stet('backup', '--to', stick)
  expect(await ofBackups(cli, now)).toEqual({
    code: 0,
    said: `Last known backup of this library on this computer: 2026-10-30 09:00 UTC (less than an hour ago), in ${stick}.`,
    backups: { folders: [stick], last: { folder: stick, made: now, hours: 0 } },
  })
})

test('nothing is said of backups where no library is, and of an archive', async () => {
  const cli = await commandLine()
  await withStory(cli)
  await cli.stet('roster', 'add', 'Editor', '--role', 'editor')
  await cli.stet('move', 'story-1', 'spiked')
  const archive = join(cli.folder, 'archive')
  const moved = await cli.stetWith({ STET_USER: 'Editor' }, 'archive', '--before', '2026-10-31', '--to', archive)
  expect(moved.out).toContain('now in the archive')
  const empty = join(cli.folder, 'empty')
  await mkdir(empty)
  for (const [library, code] of [
    [archive, 0],
    [empty, 2],
  ] as const) {
    const report = await cli.stetWith({ STET_LIBRARY: library }, 'doctor', '--json')
    expect([report.code, Object.keys(report.json() as object)]).toEqual([code, ['ok', 'problems', 'index']])
  }
})

test('the owner has hours to read the whole library, and a minute for everything else', () => {
  const [minute, hours] = [60_000, 6 * 3_600_000]
  expect(
    (['library.doctor', 'library.tidy', 'library.backUp', 'story.show', 'story.export'] as const).map(answerTimeOf),
  ).toEqual([hours, hours, hours, minute, minute])
})
