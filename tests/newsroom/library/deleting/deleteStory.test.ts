/** Who may delete which story, and what is left of it. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GOOD_REPORT } from '../../../builders/library/goodReport'
import { nodeFiles, type FileLayer } from '../../../../src/storage/disk/fileLayer'
import { openLibrary } from '../../../../src/storage/openLibrary'
import { runAction } from '../../../../src/newsroom/runAction'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { historyLines } from '../../../../src/story/history/historyLines'
import { BUSAN, newsDesk, NOW } from '../../newsDesk'
import { copyOf, deletionDesk, folders, opened, outcome, spiked, withFile, type DeletionDesk } from './deletionDesk'

describe('Deleting a story', { timeout: 60_000 }, () => {
  let desk: DeletionDesk
  beforeEach(async () => {
    desk = await deletionDesk()
  })
  afterEach(async () => {
    await desk.room.close()
    await desk.library.remove()
  })
  const again = async (): Promise<void> => {
    await desk.room.close()
    desk = await opened(desk.library)
  }
  const remove = (story: string, by = 'Editor'): Promise<string> => outcome(desk.act(by, 'story.delete', { story }))
  const doctor = (): Promise<unknown> => desk.act('Editor', 'library.doctor', {})
  const kept = async (): Promise<readonly string[]> => (await readdir(join(desk.library.folder, 'evidence'))).sort()

  it('is an editor’s, and only of spiked and killed stories', async () => {
    const { act } = desk
    const { id } = await act('Reporter', 'story.import', {
      name: 'busan.txt',
      bytes: new TextEncoder().encode(BUSAN),
    })
    expect(await remove(id, 'Reporter')).toBe(
      'refused: Only an editor can delete a story; Reporter is a reporter on the roster.',
    )
    expect(await remove(id, 'Legal')).toBe(
      'refused: Only an editor can delete a story; Legal is a legal reader on the roster.',
    )
    expect(await remove(id)).toBe(
      'refused: “Trump and Xi hold first talks in six years” has the stage “Draft”. Only spiked and killed stories can be deleted. Spike it first.',
    )
    await act('Editor', 'story.move', { story: id, to: 'spiked' })
    expect(await act('Editor', 'story.delete', { story: id })).toEqual({
      headline: 'Trump and Xi hold first talks in six years',
      removed: true,
      files: [],
    })
    expect([await folders(desk.library), await act('Editor', 'story.list', {})]).toEqual([[], []])
  })

  it('leaves a published story alone, also while its next version is open, until it is killed', async () => {
    const { act, room } = desk
    const { id } = await act('Reporter', 'story.alert', { headline: 'Quake off Busan', slug: 'quake' })
    await act('Editor', 'story.move', { story: id, to: 'cleared', override: 'test', seen: await seenAt(id, 'clear') })
    await act('Editor', 'story.move', { story: id, to: 'published', override: 'x', seen: await seenAt(id, 'publish') })
    const live =
      'refused: “Quake off Busan” is published. Only stories that no reader has can be deleted. Kill it first.'
    expect(await remove(id)).toBe(live)
    await act('Editor', 'story.move', { story: id, to: 'inReview', kind: 'update' })
    expect(await remove(id)).toBe(live)
    await act('Editor', 'story.move', { story: id, to: 'killed', reason: 'Withdrawn.' })
    expect([room.isOpen(id), await remove(id)]).toEqual([true, 'done'])

    async function seenAt(story: string, door: 'clear' | 'publish'): Promise<string> {
      return (await act('Editor', 'story.gate', { story, door })).seen ?? ''
    }
  })

  it('leaves a signed tombstone without headline and slug, forgets the head, and never gives the id again', async () => {
    const id = await spiked(desk)
    await desk.room.settleAll()
    expect(desk.room.heads.table.heads.get(id)).toBeDefined()
    expect(await remove(id)).toBe('done')
    expect(desk.room.heads.table.heads.get(id)).toBeUndefined()
    const history = await desk.act('Editor', 'library.history', {})
    const entry = history.find(({ kind }) => kind === 'storyDeleted')
    expect(entry).toMatchObject({ kind: 'storyDeleted', by: 'Editor', story: id, stage: 'spiked' })
    expect(
      Object.keys(entry ?? {})
        .sort()
        .join(' '),
    ).toBe('at by entries follows guid hash head heads kind ledger seq signature signer stage story vouches')
    expect(
      JSON.stringify(
        historyLines(
          [entry].flatMap((one) => one ?? []),
          (one) => one,
        ),
      ),
    ).toContain(`deleted the story ${id} for good`)
    await again()
    expect(desk.room.heads.table.heads.get(id)).toBeUndefined()
    expect((await desk.act('Reporter', 'story.create', {})).id).not.toBe(id)
    expect(await outcome(desk.act('Editor', 'story.show', { story: id }))).toBe(
      `refused: The story ${id} was deleted by Editor on 30 Oct 2026.`,
    )
    expect(await remove(id)).toBe(`refused: The story ${id} was deleted by Editor on 30 Oct 2026.`)
    expect(await doctor()).toEqual(GOOD_REPORT)
  })

  it('is known without a look at all the stories, which may be many', async () => {
    const id = await spiked(desk)
    await remove(id)
    const looks = vi.spyOn(desk.room.store, 'listStories')
    expect(await outcome(desk.act('Editor', 'story.show', { story: id }))).toMatch(/^refused: .* was deleted by Editor/)
    expect(looks).not.toHaveBeenCalled()
  })

  it('leaves the head out of the table when the table is next compacted', async () => {
    const [first, second] = [await spiked(desk), await spiked(desk)]
    await remove(first)
    await desk.room.heads.replace()
    const table = await readFile(join(desk.library.folder, 'heads.jsonl'), 'utf8')
    expect([table.includes(`${first} `), table.includes(`${second} `)]).toEqual([false, true])
    await again()
    expect(await doctor()).toEqual(GOOD_REPORT)
  })

  it('tells every window that the story is gone', async () => {
    const id = await spiked(desk)
    const told: unknown[] = []
    desk.room.on('storiesChanged', (event) => told.push(event))
    await remove(id)
    expect(told.at(-1)).toEqual({ rows: [], gone: [id] })
  })

  it('takes the files that no other story uses, by the rule of tidying, and leaves the others', async () => {
    const [going, staying] = [await spiked(desk), await spiked(desk)]
    const alone = await withFile(desk, going, 'only here')
    const shared = await withFile(desk, going, 'in both')
    await withFile(desk, staying, 'in both')
    await again()
    expect((await desk.act('Editor', 'story.deletion', { stories: [going] })).files).toEqual({
      count: 1,
      size: 9,
      waiting: 0,
    })
    expect((await desk.act('Editor', 'story.deletion', { stories: [going, staying] })).files.count).toBe(2)
    const { files } = await desk.act('Editor', 'story.delete', { story: going })
    expect(files).toEqual([alone, shared].sort())
    expect(await kept()).toEqual([alone, shared].sort())
    const { removed } = await desk.act('Editor', 'library.tidy', { only: files })
    expect(removed.map(({ sha256 }) => sha256)).toEqual([alone])
    expect(await kept()).toEqual([shared])
    expect(await doctor()).toEqual(GOOD_REPORT)
  })

  it('answers for the stories, or for the files that only they use, when it is asked for one of them', async () => {
    const [first, second] = [await spiked(desk), await spiked(desk)]
    for (const id of [first, second]) await withFile(desk, id, 'in both')
    await again()
    const ask = (stories: readonly string[], only: 'stories' | 'files') =>
      desk.act('Editor', 'story.deletion', { stories, only })
    const lines = await ask([first], 'stories')
    expect([lines.stories.map(({ id }) => id), lines.files.count]).toEqual([[first], 0])
    expect(await ask([first], 'files')).toEqual({ stories: [], files: { count: 0, size: 0, waiting: 0 } })
    expect(await ask([first, second], 'files')).toEqual({ stories: [], files: { count: 1, size: 7, waiting: 0 } })
  })

  it('a story that somebody deleted meanwhile keeps no other from being asked about', async () => {
    const [gone, id] = [await spiked(desk), await spiked(desk)]
    await remove(gone)
    const { stories } = await desk.act('Editor', 'story.deletion', { stories: [gone, id], only: 'stories' })
    expect(stories.map((line) => [line.id, line.why])).toEqual([
      [gone, `The story ${gone} was deleted by Editor on 30 Oct 2026.`],
      [id, undefined],
    ])
    expect(await outcome(desk.act('Editor', 'story.deletion', { stories: [gone, id] }))).toMatch(
      /was deleted by Editor on 30 Oct 2026\.$/,
    )
  })

  it('removes no file while a story cannot be read', async () => {
    const [going, damaged] = [await spiked(desk), await spiked(desk)]
    const alone = await withFile(desk, going, 'only here')
    await again()
    await desk.room.close()
    const state = join(desk.library.folder, 'stories', damaged, 'ledger.jsonl')
    await writeFile(state, (await readFile(state, 'utf8')).replace('"created"', '"cr3ated"'))
    desk = await opened(desk.library)
    const { files } = await desk.act('Editor', 'story.delete', { story: going })
    expect(await outcome(desk.act('Editor', 'library.tidy', { only: files }))).toMatch(
      /^failed: .*something is wrong with it, and what cannot be read may refer to any file\. Nothing was deleted\./,
    )
    expect(await kept()).toEqual([alone])
  })

  it('keeps files that were captured less than a day ago, and says so before', async () => {
    const id = await spiked(desk)
    await withFile(desk, id, 'a')
    // Captured again today, in a form that is still open.
    const { upload } = await desk.act('Reporter', 'file.begin', { name: 'a.txt' })
    await desk.act('Reporter', 'file.write', { upload, bytes: new TextEncoder().encode('a') })
    const { sha256 } = await desk.act('Reporter', 'file.keep', { upload })
    await again()
    expect((await desk.act('Editor', 'story.deletion', { stories: [id] })).files).toEqual({
      count: 1,
      size: 1,
      waiting: 1,
    })
    const { files } = await desk.act('Editor', 'story.delete', { story: id })
    expect((await desk.act('Editor', 'library.tidy', { only: files })).removed).toEqual([])
    expect(await kept()).toEqual([sha256])
  })

  it('is refused while a lost entry may have published the story', async () => {
    const id = await spiked(desk)
    await desk.room.close()
    const ledger = join(desk.library.folder, 'stories', id, 'ledger.jsonl')
    const lines = (await readFile(ledger, 'utf8')).split('\n')
    await writeFile(
      ledger,
      lines.map((line, at) => (at === 0 ? line.replace(/"hash":"./, '"hash":"x') : line)).join('\n'),
    )
    desk = await opened(desk.library)
    expect(await remove(id)).toMatch(/^refused: /)
    expect(await folders(desk.library)).toEqual([id])
  })

  it('does nothing to a story that is restored before the tombstone is written', async () => {
    const id = await spiked(desk)
    await desk.room.close()
    let restore = (): void => undefined
    const files: FileLayer = {
      ...nodeFiles,
      rename: async (from, to) => {
        await nodeFiles.rename(from, to)
        if (to.endsWith('.deleting')) restore()
      },
    }
    desk = await opened(desk.library, files)
    const open = await desk.room.storyNow(id)
    let written: Promise<void> | undefined
    restore = () => {
      const move = { from: 'spiked', to: 'draft', copyHash: '', blocks: 0, warns: 0, overrides: [] } as const
      ;({ written } = open.note('Editor', { kind: 'moved', ...move }))
    }
    expect(await remove(id)).toMatch(
      /^refused: .* has the stage “Draft”\. Only spiked and killed stories can be deleted/,
    )
    await written
    await again()
    expect((await desk.act('Editor', 'story.list', {})).map(({ stage }) => stage)).toEqual(['draft'])
    expect(await doctor()).toEqual(GOOD_REPORT)
  })

  describe('whose folder is put back by hand', () => {
    let id: string
    beforeEach(async () => {
      id = await spiked(desk)
      await desk.room.close()
      const folder = join(desk.library.folder, 'stories', id)
      await copyOf(folder, join(desk.library.folder, '..', 'backup'))
      desk = await opened(desk.library)
      await remove(id)
      await desk.room.close()
      await copyOf(join(desk.library.folder, '..', 'backup'), folder)
      desk = await opened(desk.library)
    })

    it('shows nothing of it, and says that it is there again', async () => {
      expect(await desk.act('Editor', 'story.list', {})).toEqual([])
      expect(await outcome(desk.act('Editor', 'story.show', { story: id }))).toMatch(/was deleted by Editor/)
      expect(await desk.act('Editor', 'story.thereAgain', {})).toMatchObject([
        { id, headline: 'Trump and Xi hold first talks in six years', again: { by: 'Editor' } },
      ])
      expect(await doctor()).toMatchObject({
        ok: false,
        problems: [
          {
            what: `the story ${id} was deleted by Editor on 30 Oct 2026, but its folder is back`,
            safe: 'The story is not shown and does not count.',
          },
        ],
      })
    })

    it('removes it again when an editor says so', async () => {
      expect(await remove(id, 'Reporter')).toMatch(/^refused/)
      expect(await remove(id)).toBe('done')
      expect([await folders(desk.library), await doctor()]).toEqual([[], GOOD_REPORT])
    })

    it('takes it back when an editor says so, for good', async () => {
      const takeBack = (by: string): Promise<string> => outcome(desk.act(by, 'story.takeBack', { story: id }))
      expect(await takeBack('Reporter')).toMatch(/^refused/)
      expect([await takeBack('Editor'), await takeBack('Editor')]).toEqual([
        'done',
        `usage: The story ${id} is not a deleted story whose folder is back.`,
      ])
      await again()
      expect((await desk.act('Editor', 'story.list', {})).map((row) => row.id)).toEqual([id])
      expect(await doctor()).toEqual(GOOD_REPORT)
    })
  })

  it('sees it when a folder that was put back, and is taken back, is older than the story was', async () => {
    const { id } = await desk.act('Reporter', 'story.create', {})
    await desk.room.close()
    const folder = join(desk.library.folder, 'stories', id)
    await copyOf(folder, join(desk.library.folder, '..', 'backup'))
    desk = await opened(desk.library)
    await desk.act('Editor', 'story.move', { story: id, to: 'spiked' })
    await remove(id)
    await desk.room.close()
    await copyOf(join(desk.library.folder, '..', 'backup'), folder)
    desk = await opened(desk.library)
    await desk.act('Editor', 'story.takeBack', { story: id })
    const kinds = async (): Promise<readonly string[] | undefined> =>
      (await desk.act('Editor', 'story.show', { story: id })).losses?.map(({ kind }) => kind)
    expect(await kinds()).toEqual(['ledgerEnd'])
    await again()
    expect(await kinds()).toEqual(['ledgerEnd'])
  })

  it('is not said to be missing while the whole library is gone, as with an unplugged drive', async () => {
    const id = await spiked(desk)
    const { folder } = desk.library
    await desk.room.close()
    const store = await openLibrary({ folder, lock: 'none', now: () => NOW, newId: () => '' })
    const room = await Newsroom.open({ store, clock: { now: () => NOW }, ids: sequentialIds })
    await rename(folder, `${folder}-gone`)
    const unplugged = await outcome(runAction(room, '', 'story.show', { story: id }))
    await rename(`${folder}-gone`, folder)
    const again = await outcome(runAction(room, '', 'story.show', { story: id }))
    await room.close()
    expect([unplugged, again]).toEqual([
      `failed: ${join(folder, 'stories')}: it does not exist. Nothing was changed. Plug in the drive again, or restore the file from a backup.`,
      'done',
    ])
    desk = await opened(desk.library)
  })

  it('is still an alarm when a folder is gone that nobody deleted', async () => {
    const id = await spiked(desk)
    await desk.room.close()
    await rm(join(desk.library.folder, 'stories', id), { recursive: true })
    desk = await opened(desk.library)
    expect(await doctor()).toMatchObject({
      ok: false,
      problems: [{ what: `the story ${id} is missing, but no one deleted it` }],
    })
    expect(await outcome(desk.act('Editor', 'story.show', { story: id }))).toBe(
      `failed: The folder of the story ${id} is missing from the library, but no one deleted the story. Restore the folder from a backup.`,
    )
  })
})

it('A story in memory is deleted by the same rules', async () => {
  const desk = await newsDesk()
  const id = await spiked(desk)
  await desk.act('Editor', 'story.delete', { story: id })
  expect(await desk.act('Editor', 'story.list', {})).toEqual([])
})
