/** The doctor repairs `archive.json` from its other copy, or from what the archive's signed records prove. */
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { runAction } from '../../../../src/newsroom/runAction'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { nodeFiles } from '../../../../src/storage/disk/fileLayer'
import { examineAlone } from '../../../../src/storage/doctor/examineLibrary'
import { openLibrary } from '../../../../src/storage/openLibrary'
import { archiveMarker } from '../../../../src/storage/records/archiveMarker'
import type { LibraryReport } from '../../../../src/story/requests/requests'
import { NOW } from '../../newsDesk'
import { deletionDesk, spiked, type DeletionDesk } from './deletionDesk'

const WELL: LibraryReport = { ok: true, problems: [] }
const FROM_BACKUP =
  'Restore archive.json and archive.json.prev from a copy of the archive’s folder (“stet backup” copies no archive). Stet writes archive.json only from the signed history.'

describe('The marker of an archive', { timeout: 60_000 }, () => {
  let desk: DeletionDesk
  let to: string
  let stories: readonly string[]
  const marker = (): string => join(to, 'archive.json')
  const previous = (): string => `${marker()}.prev`
  const check = (repair = false): Promise<LibraryReport> => examineAlone({ folder: to, repair, now: () => NOW })
  const rot = async (path: string): Promise<void> => {
    const bytes = await readFile(path)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 12) ^ 1, bytes.length - 12)
    await writeFile(path, bytes)
  }
  const archive = (ids: readonly string[]) =>
    desk.act('Editor', 'story.archive', { stories: ids, before: '2026-10-31T00:00:00.000Z', to })
  const read = async (): Promise<readonly string[]> => {
    const store = await openLibrary({ folder: to, lock: 'none', now: () => NOW, newId: () => '' })
    const room = await Newsroom.open({ store, clock: { now: () => NOW }, ids: sequentialIds })
    const ids = (await runAction(room, '', 'story.list', {})).map(({ id }) => id).toSorted()
    await room.close()
    return ids
  }
  const copies = () => archiveMarker(nodeFiles, to).file.examine()
  const bothGood = async () => {
    const { current, previous: before } = await copies()
    return [current.is, before.is]
  }
  /** What the doctor says before, and that a repair solves all of it. */
  const repaired = async (): Promise<LibraryReport['problems']> => {
    const before = await check()
    const { ok, problems } = await check(true)
    expect([ok, problems]).toEqual([true, before.problems.map((problem) => ({ ...problem, done: true }))])
    expect([await check(), await bothGood(), await read()]).toEqual([WELL, ['good', 'good'], stories])
    return before.problems
  }

  beforeEach(async () => {
    desk = await deletionDesk()
    to = join(dirname(desk.library.folder), 'archive')
    stories = [await spiked(desk), await spiked(desk)].toSorted()
    await archive(stories)
  })
  afterEach(async () => {
    await desk.room.close()
    await desk.library.remove()
  })

  it('is written from its good copy when the other is damaged or missing', async () => {
    expect(await check()).toEqual(WELL)
    const good = {
      safe: 'Its second copy is complete and is used. Nothing is lost.',
      action: 'Replace it with the good copy. Damaged bytes are kept under another name.',
    }
    await rot(marker())
    expect(await repaired()).toEqual([{ path: marker(), what: 'its checksum does not match', ...good }])
    await rot(previous())
    expect(await repaired()).toEqual([{ path: previous(), what: 'its checksum does not match', ...good }])
    await rm(marker())
    expect(await repaired()).toEqual([{ path: marker(), what: 'it is missing', ...good }])
    await rm(previous())
    expect(await repaired()).toEqual([{ path: previous(), what: 'it is missing', ...good }])
    expect((await readdir(to)).filter((name) => name.endsWith('.damaged')).toSorted()).toEqual([
      'archive.json.damaged',
      'archive.json.prev.damaged',
    ])
  })

  const proven = (why: string) => ({
    path: marker(),
    what: `this is an archive, but neither copy of archive.json can be used: ${why}`,
    safe: 'The stories in it are unchanged. The signed history and the signed table of heads prove that it is the archive archive-1.',
    action: 'Write both copies of archive.json again from what is proven. Damaged bytes are kept under another name.',
  })

  it('is written from the signed records when both copies are damaged', async () => {
    const before = await archiveMarker(nodeFiles, to).read()
    for (const path of [marker(), previous()]) await rot(path)
    expect(await repaired()).toEqual([proven('its checksum does not match')])
    expect(await archiveMarker(nodeFiles, to).read()).toEqual({ ...before, made: NOW })
    const third = await spiked(desk)
    expect((await archive([third])).archive).toBe('archive-1')
    stories = [...stories, third].toSorted()
    expect(await read()).toEqual(stories)
  })

  it('is written from the signed records when both copies are gone, and no story counts as deleted', async () => {
    for (const path of [marker(), previous()]) await rm(path)
    expect(await repaired()).toEqual([proven('it is missing')])
  })

  const refused = (what: string, safe: string) => ({ path: marker(), what, safe, action: FROM_BACKUP })

  it.each(['heads.jsonl', 'heads.twin.jsonl'])('is not written when %s is lost, which would prove it', async (name) => {
    for (const path of [marker(), previous()]) await rot(path)
    await rename(join(to, name), join(dirname(to), name))
    for (const repair of [false, true]) {
      const { ok, problems } = await check(repair)
      expect([ok, problems[0]]).toEqual([
        false,
        refused(
          'this is an archive, but neither copy of archive.json can be used: its checksum does not match',
          'The stories in it are unchanged. The archive is not opened until archive.json can be read.',
        ),
      ])
    }
    expect(await bothGood()).toEqual(['damaged', 'damaged'])
  })

  it('is not written when a story more or less lies there than the signed table has', async () => {
    for (const path of [marker(), previous()]) await rot(path)
    const [first = ''] = stories
    await rename(join(to, 'stories', first), join(dirname(to), first))
    expect((await check(true)).problems[0]?.action).toBe(FROM_BACKUP)
    await rename(join(dirname(to), first), join(to, 'stories', first))
    await cp(join(to, 'stories', first), join(to, 'stories', 'another'), { recursive: true })
    expect((await check(true)).problems[0]?.action).toBe(FROM_BACKUP)
    expect(await bothGood()).toEqual(['damaged', 'damaged'])
  })

  it('is not written when the history is shorter than the table says', async () => {
    for (const path of [marker(), previous()]) await rot(path)
    const ledger = join(to, 'ledger.jsonl')
    const lines = (await readFile(ledger, 'utf8')).split('\n')
    await writeFile(ledger, [...lines.slice(0, -2), ''].join('\n'))
    const { problems } = await check(true)
    expect(problems.find(({ path }) => path === marker())?.action).toBe(FROM_BACKUP)
    expect(await bothGood()).toEqual(['damaged', 'damaged'])
  })

  it('of another archive is told and not replaced', async () => {
    const record = archiveMarker(nodeFiles, to)
    const mine = await record.read()
    for (let copy = 0; copy < 2; copy++) await record.write({ ...mine, id: 'archive-2' })
    const what = 'it belongs to another archive, or its two copies differ'
    for (const repair of [false, true])
      expect((await check(repair)).problems).toEqual([refused(what, 'The stories are unchanged.')])
    expect((await record.read()).id).toBe('archive-2')
  })

  it('is not made in the library when a story is put back from the archive by hand', async () => {
    const [first = ''] = stories
    await desk.room.settleAll()
    await desk.room.close()
    const { folder } = desk.library
    await cp(join(to, 'stories', first), join(folder, 'stories', first), { recursive: true })
    const { ok, problems } = await examineAlone({ folder, repair: true, now: () => NOW })
    expect([ok, problems.map(({ path, what }) => [path.slice(folder.length + 1), what])]).toEqual([
      false,
      [
        [
          'archive.json',
          'stories that were moved to the archive archive-1 are in this folder. Perhaps it is that archive and has lost archive.json',
        ],
        [join('stories', first), `the story ${first} was deleted by Editor on 30 Oct 2026, but its folder is back`],
      ],
    ])
    expect((await readdir(folder)).filter((name) => name.startsWith('archive'))).toEqual([])
  })
})
