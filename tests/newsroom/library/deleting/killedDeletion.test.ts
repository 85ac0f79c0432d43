/** A process that dies while it deletes a story leaves the story whole, or deleted for good. Never half. */
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GOOD_REPORT } from '../../../builders/library/goodReport'
import { hashText } from '../../../../src/story/ledger/hash'
import { faultyFiles, type Faults } from '../../../storage/faultyFiles'
import type { Throwaway } from '../../../storage/throwawayLibrary'
import { deletionDesk, folders, opened, spiked, type DeletionDesk } from './deletionDesk'

describe('A deletion that is cut short', { timeout: 120_000 }, () => {
  let library: Throwaway
  let saved: string
  let story: string
  let other: string
  /** The library as it was, with the story. */
  const begin = async (): Promise<void> => {
    await rm(library.folder, { recursive: true, force: true })
    await cp(saved, library.folder, { recursive: true })
  }

  beforeAll(async () => {
    const desk = await deletionDesk()
    library = desk.library
    story = await spiked(desk)
    other = await spiked(desk)
    await desk.act('Editor', 'version.keep', { story, name: 'Before' })
    await desk.room.close()
    saved = join(await mkdtemp(join(tmpdir(), 'stet-deletion-')), 'library')
    await cp(library.folder, saved, { recursive: true })
  })
  afterAll(async () => {
    await library.remove()
    await rm(join(saved, '..'), { recursive: true })
  })

  /** Everything that a later process says of the library. */
  async function found(): Promise<{ readonly is: 'whole' | 'deleted'; readonly text: string }> {
    const desk = await opened(library)
    const [stories, report] = [
      await desk.act('Editor', 'story.list', {}),
      await desk.act('Editor', 'library.doctor', {}),
    ]
    const ids = stories.map(({ id }) => id).sort()
    const said = await told(desk)
    const there = await folders(library)
    await desk.room.close()
    expect(report).toEqual(GOOD_REPORT)
    const is = ids.includes(story) ? 'whole' : 'deleted'
    expect([ids, there]).toEqual(is === 'whole' ? [[story, other].sort(), [story, other].sort()] : [[other], [other]])
    return { is, text: said }
  }

  /** What the story says, or that it was deleted. */
  async function told({ act }: DeletionDesk): Promise<string> {
    try {
      const view = await act('Editor', 'story.show', { story })
      const snapshots = await act('Editor', 'version.list', { story })
      const entries = await act('Editor', 'story.history', { story })
      return hashText(JSON.stringify([view, snapshots, entries]))
    } catch (error) {
      return (error as Error).message
    }
  }

  /** Deletes the story; from the nth call on, no call reaches the disk. Says how many there were, and how it ended. */
  async function cutShort(nth: number, strike: ReturnType<Faults['strike']>): Promise<[calls: number, ended: string]> {
    const { files, faults } = faultyFiles()
    const desk = await opened(library, files)
    await desk.room.storyNow(story)
    await desk.room.settleAll()
    let calls = 0
    faults.strike = () => (++calls === nth ? strike : calls > nth ? 'EIO' : undefined)
    const ended = await desk.act('Editor', 'story.delete', { story }).then(
      () => 'done',
      () => 'rejected',
    )
    faults.strike = () => undefined
    // The process is dead: nothing more is written.
    await desk.store.close()
    return [calls, ended]
  }

  it.each([
    ['before a call', 'EIO' as const],
    ['in the middle of a write', { code: 'ENOSPC', half: true } as const],
  ])('%s leaves the story whole, or deleted for good', async (_name, strike) => {
    await begin()
    const whole = await found()
    const seen: string[] = []
    for (let nth = 1; ; nth++) {
      await begin()
      const [calls, ended] = await cutShort(nth, strike)
      const after = await found()
      if (after.is === 'whole') expect(after).toEqual(whole)
      else expect(after.text).toBe(`The story ${story} was deleted by Editor on 30 Oct 2026.`)
      if (ended === 'done') expect(after.is).toBe('deleted')
      seen.push(`${after.is} ${ended}`)
      // A second process finds the same.
      if (nth % 4 === 0) expect(await found()).toEqual(after)
      if (calls < nth) break
    }
    expect(new Set(seen)).toContain('whole rejected')
    expect(seen.at(-1)).toBe('deleted done')
    expect(seen.length).toBeGreaterThan(10)
  })

  it('finishes a deletion of which half the files are gone', async () => {
    await begin()
    // The tombstone is written, and the folder is half removed.
    const desk = await opened(library)
    await desk.act('Editor', 'story.delete', { story })
    await desk.room.close()
    const away = join(library.folder, 'stories', `${story}.deleting`)
    await cp(join(saved, 'stories', story), away, { recursive: true })
    await rm(join(away, 'state.yjs'))
    expect((await found()).is).toBe('deleted')
  })

  it('puts a story back whose deletion nobody decided, and leaves it if there is another folder', async () => {
    await begin()
    const [folder, away] = [story, `${story}.deleting`].map((name) => join(library.folder, 'stories', name)) as [
      string,
      string,
    ]
    await rename(folder, away)
    expect((await found()).is).toBe('whole')
    await cp(folder, away, { recursive: true })
    const desk = await opened(library)
    expect(await folders(library)).toEqual([story, `${story}.deleting`, other].sort())
    expect(await desk.act('Editor', 'library.doctor', {})).toMatchObject({
      ok: false,
      problems: [{ what: expect.stringContaining('and the story has a second folder') as string }],
    })
    await desk.room.close()
  })

  it('finishes nothing while the library’s ledger lacks its end: the tombstone may be lost', async () => {
    await begin()
    const desk = await opened(library)
    await desk.act('Editor', 'story.delete', { story })
    await desk.room.close()
    const away = join(library.folder, 'stories', `${story}.deleting`)
    await cp(join(saved, 'stories', story), away, { recursive: true })
    await cp(join(saved, 'ledger.jsonl'), join(library.folder, 'ledger.jsonl'))
    const later = await opened(library)
    expect(later.room.library.losses.map(({ kind }) => kind)).toContain('libraryLedger')
    await later.act('Editor', 'library.doctor', { repair: true })
    expect(await folders(library)).toEqual([`${story}.deleting`, other].sort())
    await later.room.close()
  })
})
