/** Stories are moved to an archive whole, and their ticks read the same there. */
import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GOOD_REPORT } from '../../../builders/library/goodReport'
import { examineLibrary } from '../../../../src/storage/doctor/examineLibrary'
import { nodeFiles, type FileLayer } from '../../../../src/storage/disk/fileLayer'
import { openLibrary } from '../../../../src/storage/openLibrary'
import { runAction } from '../../../../src/newsroom/runAction'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { faultyFiles } from '../../../storage/faultyFiles'
import { throwawayLibrary } from '../../../storage/throwawayLibrary'
import { newsDesk, NOW } from '../../newsDesk'
import { deletionDesk, folders, opened, outcome, spiked, withFile, type DeletionDesk } from './deletionDesk'

/** Calls from one fault to the next. `STET_RUNS=all` tries every call. */
const STEP = process.env['STET_RUNS'] === 'all' ? 1 : 29
const LATER = '2026-10-31T00:00:00.000Z'

/** Reads an archive as anybody does. */
async function reading<T>(folder: string, work: (room: Newsroom) => Promise<T>): Promise<T> {
  const store = await openLibrary({ folder, lock: 'none', now: () => NOW, newId: () => '' })
  const room = await Newsroom.open({ store, clock: { now: () => NOW }, ids: sequentialIds })
  try {
    return await work(room)
  } finally {
    await room.close()
  }
}
/** What a story says of itself, with every status. */
const told = async (room: Newsroom, id: string): Promise<readonly [unknown, readonly object[], unknown]> => {
  const { updated: _updated, ...view } = (await room.storyNow(id)).view()
  return [view, (await room.story(id)).entries, await room.store.snapshotNumbers(id)]
}

describe('Moving stories to an archive', { timeout: 120_000 }, () => {
  let desk: DeletionDesk
  let to: string
  const archive = (stories: readonly string[], by = 'Editor', before = LATER) =>
    desk.act(by, 'story.archive', { stories, before, to })
  const ids = async (): Promise<readonly string[]> =>
    (await desk.act('Editor', 'story.list', {})).map(({ id }) => id).sort()
  const idsIn = async (room: Newsroom): Promise<readonly string[]> =>
    (await runAction(room, '', 'story.list', {})).map(({ id }) => id).toSorted()
  const archived = (): Promise<readonly string[]> => reading(to, idsIn)
  /** The archive has these stories as they were before. Returns the IDs of all that it has. */
  const expectArchived = (
    stories: readonly string[],
    before: ReadonlyMap<string, unknown>,
  ): Promise<readonly string[]> =>
    reading(to, async (room) => {
      for (const id of stories) expect(await told(room, id)).toEqual(before.get(id))
      return idsIn(room)
    })
  const again = async (): Promise<void> => {
    await desk.room.close()
    desk = await opened(desk.library)
  }

  beforeEach(async () => {
    desk = await deletionDesk()
    to = join(dirname(desk.library.folder), 'archive')
  })
  afterEach(async () => {
    await desk.room.close()
    await desk.library.remove()
  })

  /** A spiked story with a verified figure that rests on a captured file. */
  async function checked(words: string): Promise<string> {
    const story = await spiked(desk)
    const file = await withFile(desk, story, words)
    const { facts } = await desk.act('Editor', 'story.show', { story })
    await desk.act('Editor', 'fact.sign', { story, fact: facts[0]?.id ?? '', status: 'verified' })
    expect((await desk.act('Editor', 'story.show', { story })).facts.map(({ status }) => status)).toEqual(['verified'])
    await desk.room.settleAll()
    return `${story} ${file}`
  }

  it('takes document, history, snapshots, files and every status along, and both libraries are whole', async () => {
    const [story = '', file = ''] = (await checked('It ran for 100 minutes.')).split(' ')
    const draft = (await desk.act('Reporter', 'story.create', {})).id
    await desk.room.settleAll()
    await again()
    const before = await told(desk.room, story)
    expect(await archive([story, draft])).toEqual({
      archive: 'archive-1',
      moved: [{ id: story, headline: 'Trump and Xi hold first talks in six years' }],
      stayed: [
        {
          id: draft,
          headline: '',
          why: 'Its stage is “Draft”. Only published, killed and spiked stories can be moved to an archive.',
        },
      ],
      files: [file],
    })
    expect(await reading(to, (room) => told(room, story))).toEqual(before)
    expect([await ids(), await archived(), await readdir(join(to, 'evidence'))]).toEqual([[draft], [story], [file]])
    expect(await examineLibrary({ folder: to, now: NOW })).toEqual({ ok: true, problems: [] })
    expect(await desk.act('Editor', 'library.doctor', {})).toMatchObject(GOOD_REPORT)
    expect(await outcome(desk.act('Editor', 'story.show', { story }))).toBe(
      `refused: The story ${story} was moved to the archive archive-1 by Editor on 30 Oct 2026.`,
    )
    await desk.act('Editor', 'library.tidy', { only: [file] })
    expect(await readdir(join(desk.library.folder, 'evidence'))).toEqual([])
    await again()
    expect(await ids()).toEqual([draft])
    expect(await reading(to, (room) => told(room, story))).toEqual(before)
  })

  it('ends whole before the library closes: no story is left in both places, and a move that waited does not begin', async () => {
    const stories = [await spiked(desk), await spiked(desk), await spiked(desk)].toSorted()
    const [waits = '', ...going] = stories
    await desk.room.settleAll()
    const { store } = desk.room
    const copy = store.archiveInto.bind(store)
    const begun = new Promise<void>((tell) => {
      store.archiveInto = (request) => {
        tell()
        return copy(request)
      }
    })
    const first = outcome(archive(going))
    await begun
    const second = outcome(archive([waits]))
    await desk.room.close()
    expect(await first).toBe('done')
    expect(await second).toBe(
      'refused: Stet is closing. These stories were not moved. They are unchanged in the library. Start Stet again, and archive again to move them.',
    )
    desk = await opened(desk.library)
    expect([await ids(), await archived()]).toEqual([[waits], going])
    expect(await examineLibrary({ folder: to, now: NOW })).toEqual({ ok: true, problems: [] })
    expect(await desk.act('Editor', 'library.doctor', {})).toMatchObject(GOOD_REPORT)
  })

  it('puts the names of all stories of a batch on the disk at once, before the first leaves the library', async () => {
    const stories = [await spiked(desk), await spiked(desk), await spiked(desk)]
    await desk.room.close()
    const calls: string[] = []
    const { files } = faultyFiles({
      strike: (operation, path) => {
        if (operation === 'syncFolder' && path === join(to, 'stories')) calls.push('archive')
        if (operation === 'rename' && path.endsWith('.deleting')) calls.push('library')
        return undefined
      },
    })
    desk = await opened(desk.library, files)
    expect((await archive(stories)).moved).toHaveLength(3)
    expect([calls[0], calls.filter((one) => one === 'archive').length]).toEqual(['archive', 1])
  })

  it('goes on with an archive after the roster and the source book have grown', async () => {
    const [first = ''] = (await checked('one')).split(' ')
    await archive([first])
    const [second = ''] = (await checked('two')).split(' ')
    await desk.act('Editor', 'roster.add', { name: 'Ida', role: 'checker' })
    await archive([second])
    expect([await archived(), await ids()]).toEqual([[first, second].sort(), []])
    expect(await reading(to, async (room) => room.onRoster('Ida'))).toMatchObject({ name: 'Ida' })
    const statuses = await reading(to, async (room) =>
      Promise.all(
        [first, second].map(async (id) => (await room.storyNow(id)).view().facts.map(({ status }) => status)),
      ),
    )
    expect(statuses).toEqual([['verified'], ['verified']])
    expect(await examineLibrary({ folder: to, now: NOW })).toEqual({ ok: true, problems: [] })
  })

  it('moves each story once when two windows move the same ones, and says who moved the others', async () => {
    const stories = [await spiked(desk), await spiked(desk), await spiked(desk)]
    const [first, second] = await Promise.all([archive(stories), archive(stories)])
    expect([first.moved.map(({ id }) => id), first.stayed, second.moved]).toEqual([stories, [], []])
    expect(second.stayed).toEqual(
      stories.map((id) => ({
        id,
        headline: '',
        why: `The story ${id} was moved to the archive ${first.archive} by Editor on 30 Oct 2026.`,
      })),
    )
    expect([await ids(), await archived()]).toEqual([[], stories.toSorted()])
    expect(await examineLibrary({ folder: to, now: NOW })).toEqual({ ok: true, problems: [] })
  })

  it('is an editor’s, and leaves what changed since', async () => {
    const story = await spiked(desk)
    expect(await outcome(archive([story], 'Reporter'))).toMatch(/^refused: Only an editor can delete a story/)
    expect((await archive([story], 'Editor', '2026-10-30T00:00:00.000Z')).stayed).toEqual([
      {
        id: story,
        headline: 'Trump and Xi hold first talks in six years',
        why: 'It stays: its latest change, on 30 Oct 2026, is too recent.',
      },
    ])
    expect(await desk.act('Editor', 'story.archivable', { before: LATER })).toEqual([
      { id: story, headline: 'Trump and Xi hold first talks in six years' },
    ])
    expect(await desk.act('Editor', 'story.archivable', { before: NOW })).toEqual([])
  })

  it('is refused where it could lose or mix something', async () => {
    const story = await spiked(desk)
    const refusal = (): Promise<string> => outcome(archive([story]))
    const inside = join(desk.library.folder, 'archive')
    ;[to] = [inside]
    expect(await refusal()).toBe(
      `refused: ${inside} is inside a library. An archive needs its own folder. Nothing was moved.`,
    )
    to = await mkdtemp(join(tmpdir(), 'stet-archive-'))
    await writeFile(join(to, 'notes.txt'), 'mine')
    expect(await refusal()).toMatch(/^failed: .*it already contains something that is not an archive of this library/)
    await rm(join(to, 'notes.txt'))
    const other = await throwawayLibrary()
    const otherDesk = await newsDesk(await other.open({ newId: () => 'other' }))
    const theirs = await spiked(otherDesk)
    await otherDesk.act('Editor', 'story.archive', { stories: [theirs], before: LATER, to })
    await otherDesk.room.close()
    await other.remove()
    expect(await refusal()).toMatch(/^failed: .*it is the archive of another library/)
    const gone = await spiked(desk)
    await desk.act('Editor', 'story.delete', { story: gone })
    expect(await outcome(desk.act('Editor', 'story.takeBack', { story: gone, from: to }))).toMatch(
      /^failed: .*it is the archive of another library/,
    )
    await rm(to, { recursive: true })
    expect(await ids()).toEqual([story])
  })

  it('is refused after somebody wrote in the archive: its people could not be told from the library’s', async () => {
    const [first, second] = [await spiked(desk), await spiked(desk)]
    await archive([first])
    await appendFile(join(to, 'ledger.jsonl'), '{}\n')
    // The library goes on, too: its ledger is the longer one.
    await desk.act('Editor', 'roster.add', { name: 'Kim' })
    expect(await outcome(archive([second]))).toMatch(
      /^failed: .*its history does not match the beginning of the library’s own/,
    )
    expect(await ids()).toEqual([second])
  })

  it('gives a story back whole, which can be worked on and moved again', async () => {
    const [story = '', file = ''] = (await checked('100 minutes')).split(' ')
    await again()
    const before = await told(desk.room, story)
    const { files } = await archive([story])
    await desk.act('Editor', 'library.tidy', { only: files })
    expect(await readdir(join(desk.library.folder, 'evidence'))).toEqual([])
    const takeBack = (by: string, from = to, id = story): Promise<string> =>
      outcome(desk.act(by, 'story.takeBack', { story: id, from }))
    expect(await takeBack('Reporter')).toMatch(/^refused: Only an editor can delete a story/)
    expect(await takeBack('Editor', desk.library.folder)).toMatch(/^failed: .*it is not an archive\./)
    expect(await takeBack('Editor', to, 'story-9')).toBe(
      'usage: The story story-9 was neither deleted nor moved to an archive.',
    )
    expect([await takeBack('Editor'), await takeBack('Editor')]).toEqual([
      'done',
      `usage: The story ${story} was neither deleted nor moved to an archive.`,
    ])
    const bare = ([view, entries, snapshots]: readonly [unknown, readonly object[], unknown]): unknown => [
      view,
      entries.length,
      snapshots,
    ]
    expect([bare(await told(desk.room, story)), await readdir(join(desk.library.folder, 'evidence'))]).toEqual([
      bare(before),
      [file],
    ])
    await desk.act('Editor', 'story.move', { story, to: 'draft' })
    await desk.act('Editor', 'story.move', { story, to: 'spiked' })
    await again()
    expect(await desk.act('Editor', 'library.doctor', {})).toEqual(GOOD_REPORT)
    const later = await told(desk.room, story)
    expect((await archive([story])).stayed).toEqual([])
    expect([await ids(), await reading(to, (room) => told(room, story))]).toEqual([[], later])
    expect(await examineLibrary({ folder: to, now: NOW })).toEqual({ ok: true, problems: [] })
  })

  it('is only read: nobody opens an archive to write, and who tries learns how a story comes back', async () => {
    await archive([await spiked(desk)])
    await expect(openLibrary({ folder: to, now: () => NOW, newId: () => '' })).rejects.toThrow(
      [
        `${to}: it is an archive, which is read-only. Nothing was changed. You can read and export its stories.`,
        'To work on one, take it back into its library: “Take stories back from an archive…”, or “stet take-back ID --from ARCHIVE”.',
        '“stet search WORDS --also ARCHIVE” shows its ID.',
      ].join(' '),
    )
  })

  it('leaves a story in the library whose copy does not read the same', async () => {
    const [first, second] = [await spiked(desk), await spiked(desk)]
    await desk.room.settleAll()
    await desk.room.close()
    const files: FileLayer = {
      ...nodeFiles,
      // The lock of the archive goes when everything is copied. Then a snapshot of the first story is lost there.
      remove: async (path) => {
        await nodeFiles.remove(path)
        if (path.startsWith(to) && path.endsWith('.lock')) await rm(join(to, 'stories', first, 'versions', '1.json'))
      },
    }
    desk = await opened(desk.library, files)
    const { moved, stayed } = await archive([first, second])
    expect([moved.map(({ id }) => id), stayed.map(({ id, why }) => [id, why]), await ids()]).toEqual([
      [second],
      [[first, 'Its copy in the archive does not match. It stays in the library.']],
      [first],
    ])
    expect((await archive([first])).stayed.length).toBe(1)
    await again()
    expect((await archive([first])).stayed).toEqual([])
  })

  it('leaves a story in the library whose captured file is not what was captured', async () => {
    const [story = '', file = ''] = (await checked('100 minutes')).split(' ')
    await desk.room.close()
    await writeFile(join(desk.library.folder, 'evidence', file), 'other words')
    desk = await opened(desk.library)
    const answer = await outcome(archive([story]))
    expect([answer === 'done' ? 'stayed' : 'refused', await ids()]).toEqual([expect.anything(), [story]])
  })

  it.each([['EIO' as const], [{ code: 'ENOSPC', half: true } as const]])(
    'never loses a story, whichever call is the last one (%j), and running it again finishes',
    async (strike) => {
      const [story = ''] = (await checked('100 minutes')).split(' ')
      const other = await spiked(desk)
      await again()
      const before = new Map([
        [story, await told(desk.room, story)],
        [other, await told(desk.room, other)],
      ])
      await desk.room.close()
      const saved = join(await mkdtemp(join(tmpdir(), 'stet-archive-')), 'library')
      await cp(desk.library.folder, saved, { recursive: true })
      let ends = 0
      // The two kinds of fault begin at different calls.
      for (let nth = strike === 'EIO' ? 1 : 7; ; nth += STEP) {
        await rm(to, { recursive: true, force: true })
        await rm(desk.library.folder, { recursive: true, force: true })
        await cp(saved, desk.library.folder, { recursive: true })
        const { files, faults } = faultyFiles()
        const dying = await opened(desk.library, files)
        for (const id of before.keys()) await dying.room.storyNow(id)
        await dying.room.settleAll()
        let calls = 0
        faults.strike = () => (++calls === nth ? strike : calls > nth ? 'EIO' : undefined)
        await outcome(dying.act('Editor', 'story.archive', { stories: [...before.keys()], before: LATER, to }))
        faults.strike = () => undefined
        await dying.store.close()

        // The process is dead; its lock is not of a process that lives.
        for (const name of await readdir(to).catch(() => [])) if (name.endsWith('.lock')) await rm(join(to, name))
        desk = await opened(desk.library)
        const left = new Set(await ids())
        const gone = [...before.keys()].filter((id) => !left.has(id))
        for (const id of left) expect(await told(desk.room, id)).toEqual(before.get(id))
        if (gone.length > 0) await expectArchived(gone, before)
        if (left.size > 0) expect((await archive([...left])).stayed).toEqual([])
        expect([await ids(), await folders(desk.library)]).toEqual([[], []])
        expect(await expectArchived([...before.keys()], before)).toEqual([...before.keys()].sort())
        await desk.room.close()
        ends++
        if (calls < nth) break
      }
      expect(ends).toBeGreaterThan(5)
      await rm(dirname(saved), { recursive: true })
      desk = await opened(desk.library)
    },
  )
})
