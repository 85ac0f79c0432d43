import { describe, expect, test } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { MemoryStore } from '../../builders/library/memoryStore'
import { StorageError } from '../../../src/storage/disk/storageError'
import type { StorySnapshot } from '../../../src/storage/disk/storyStore'
import { typeAtEnd } from '../../builders/copy/shapes'
import { busanDesk, newsDesk, standing, windowOn } from '../newsDesk'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const evidence = (source: string) => ({ source, locator: '¶ 2', stance: 'supports' as const })

async function checkedDesk() {
  const desk = await busanDesk()
  const { story, act, pool } = desk
  const { id: quote } = await act('Reporter', 'fact.tag', { story, text: 'a very tough negotiator', type: 'quote' })
  const { id: figure } = await act('Reporter', 'fact.tag', { story, text: 'about 100 minutes', type: 'figure' })
  for (const fact of [quote, figure])
    await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(pool) })
  return { ...desk, quote, figure }
}
const copyOf = async ({ act, story }: Awaited<ReturnType<typeof checkedDesk>>) =>
  (await act('Editor', 'story.show', { story })).blocks.map(({ text }) => text)

describe('snapshots', () => {
  test('are kept at every move, at every export and on demand', async () => {
    const { act, story } = await busanDesk()
    await act('Reporter', 'story.move', { story, to: 'filed' })
    await act('Editor', 'story.move', { story, to: 'draft', reason: 'More' })
    await act('Reporter', 'version.keep', { story, name: '  Before the rewrite ' })
    await act('Editor', 'story.export', { story, format: 'text', draft: true })
    await act('Reporter', 'story.move', { story, to: 'spiked' })
    const { versions: snapshots, limit } = await act('Editor', 'version.list', { story })
    expect(snapshots.map(({ n, kind, by, why, name }) => [n, kind, by, name ?? why])).toEqual([
      [5, 'move', 'Reporter', 'Spike'],
      [4, 'export', 'Editor', 'Export as text'],
      [3, 'named', 'Reporter', 'Before the rewrite'],
      [2, 'move', 'Editor', 'Send back'],
      [1, 'move', 'Reporter', 'File to desk'],
    ])
    expect(snapshots.every(({ words, bytes }) => words > 30 && bytes > 500)).toBe(true)
    expect(limit).toBe(64_000_000)
    await expect(act('Reporter', 'version.keep', { story, name: ' ' })).rejects.toMatchObject({
      reason: 'usage',
      message: expect.stringContaining('Enter a name for the snapshot.') as string,
    })
    await expect(act('Reporter', 'version.show', { story, n: 9 })).rejects.toMatchObject({
      reason: 'usage',
      message: 'This story has no snapshot 9.',
    })
  })

  test('are shared by exports of an unchanged story only', async () => {
    const { act, story, room } = await busanDesk()
    const out = async (format: 'text' | 'html' | 'ninjs'): Promise<number | undefined> => {
      const { entry: seq } = await act('Editor', 'story.export', { story, format, draft: true })
      const entry = (await act('Editor', 'story.history', { story })).find((one) => one.seq === seq)
      return entry?.kind === 'exported' ? entry.version : undefined
    }
    expect([await out('text'), await out('html'), await out('ninjs')]).toEqual([1, 1, 1])
    await act('Editor', 'version.keep', { story, name: 'Sent' })
    expect(await out('html')).toBe(1)
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'about 100 minutes', type: 'figure' })
    expect([await out('html'), await out('text')]).toEqual([3, 3])
    await act('Editor', 'fact.sign', { story, fact, status: 'wrong', reason: 'It was 90' })
    expect(await out('html')).toBe(4)
    await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'two hours' })
    expect(await out('html')).toBe(5)
    await act('Reporter', 'copy.replace', { story, replace: 'two hours', with: 'about 100 minutes' })
    expect([await out('html'), await out('text')]).toEqual([6, 6])
    await room.store.removeSnapshot(story, 6)
    expect([await out('html'), (await act('Editor', 'version.list', { story })).versions.map(({ n }) => n)]).toEqual([
      6,
      [6, 5, 4, 3, 2, 1],
    ])
  })

  test('restore every word after a rewrite, and facts have the status of their verdicts', async () => {
    const desk = await checkedDesk()
    const { act, story, figure } = desk
    const before = await copyOf(desk)
    const { n } = await act('Reporter', 'version.keep', { story, name: 'Checked' })
    await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'nearly two hours' })
    await act('Reporter', 'copy.replace', {
      story,
      replace: 'They left separately.',
      with: 'Nobody saw them leave together.',
    })
    await act('Reporter', 'copy.replace', { story, replace: 'a very tough negotiator', with: 'tough' })
    expect(await standing(desk, story)).toEqual(['tough: reCheck (words)', 'nearly two hours: reCheck (words)'])
    const { facts } = await act('Reporter', 'version.restore', { story, n })
    expect(await copyOf(desk)).toEqual(before)
    expect(facts).toEqual({ verified: 2 })
    expect(await standing(desk, story)).toEqual(['a very tough negotiator: verified', 'about 100 minutes: verified'])
    const history = await act('Editor', 'story.history', { story })
    expect(history.slice(-5).map((entry) => [entry.kind, entry.by])).toEqual([
      ['versionRestored', 'Reporter'],
      ['reworded', 'Reporter'],
      ['restored', 'Reporter'],
      ['reworded', 'Reporter'],
      ['restored', 'Reporter'],
    ])
    // The same facts: same ids, with their sign-offs.
    expect((await act('Editor', 'story.show', { story })).facts.find(({ id }) => id === figure)?.signed).toMatchObject({
      by: 'Editor',
      status: 'verified',
    })
  })

  test('keep the copy before a restore, so that a restore can be undone', async () => {
    const desk = await checkedDesk()
    const { act, story } = desk
    const { n } = await act('Reporter', 'version.keep', { story, name: 'One' })
    await act('Reporter', 'copy.replace', { story, replace: 'separately', with: 'apart' })
    const now = await copyOf(desk)
    const { kept } = await act('Editor', 'version.restore', { story, n })
    await act('Editor', 'version.restore', { story, n: kept })
    expect(await copyOf(desk)).toEqual(now)
  })

  test('words that somebody types while the copy is kept before a restore are in a snapshot', async () => {
    const typed: string[] = []
    let type = (): Promise<void> => Promise.resolve()
    class Typing extends MemoryStore {
      override async writeSnapshot(id: string, snapshot: StorySnapshot): Promise<void> {
        await super.writeSnapshot(id, snapshot)
        if (snapshot.kind === 'restore') await type()
      }
    }
    const desk = await newsDesk(new Typing('Reporter'))
    const { act, room } = desk
    const { id: story } = await act('Reporter', 'story.import', {
      name: 'a.txt',
      bytes: bytesOf('Head\n\nDeck\n\nWords.'),
    })
    const { n } = await act('Reporter', 'version.keep', { story, name: 'One' })
    const window = await windowOn(desk, story, 'Editor')
    const open = await room.storyNow(story)
    const write = (word: string): Promise<void> => {
      typed.push(word)
      return open.applyWindowUpdate(
        window.type((doc) => typeAtEnd(doc, 2, ` ${word}`)),
        'Editor',
      )
    }
    type = () => (typed.length < 2 ? write(`word${typed.length}`) : Promise.resolve())
    const { kept } = await act('Reporter', 'version.restore', { story, n })
    const view = await act('Editor', 'version.show', { story, n: kept })
    expect([typed, view.blocks.at(-1)?.text]).toEqual([['word0', 'word1'], 'Words. word0 word1'])
    expect((await act('Editor', 'story.show', { story })).blocks.at(-1)?.text).toBe('Words.')

    // Somebody who does not stop keeps their words, and nothing is restored.
    type = () => write(`word${typed.length}`)
    await expect(act('Reporter', 'version.restore', { story, n })).rejects.toMatchObject({
      reason: 'refused',
      message:
        `Snapshot ${n} was not restored: someone is typing in the story. Nothing was changed. ` +
        'Try again when they pause.',
    })
    const now = (await act('Editor', 'story.show', { story })).blocks.at(-1)?.text ?? ''
    expect(typed.slice(2).filter((word) => !now.includes(word))).toEqual([])
  })

  test('a later verdict holds on the restored words only if they are its words', async () => {
    const desk = await checkedDesk()
    const { act, story, pool, figure } = desk
    const { n } = await act('Reporter', 'version.keep', { story, name: 'Old figure' })
    await act('Reporter', 'copy.replace', { story, replace: '100', with: '90' })
    await act('Editor', 'fact.sign', { story, fact: figure, status: 'verified', evidence: evidence(pool) })
    await act('Reporter', 'version.restore', { story, n })
    expect(await standing(desk, story)).toEqual([
      'a very tough negotiator: verified',
      'about 100 minutes: reCheck (words)',
    ])
  })

  test('tags set since stay on their words, and a restored tag is noted', async () => {
    const desk = await checkedDesk()
    const { act, story, quote } = desk
    const { n } = await act('Reporter', 'version.keep', { story, name: 'Before' })
    const { id: late } = await act('Editor', 'fact.tag', { story, text: 'six years', type: 'superlative' })
    await act('Editor', 'fact.sign', { story, fact: late, status: 'wrong', reason: 'five' })
    await act('Editor', 'fact.untag', { story, fact: quote, reason: 'no quote' })
    await act('Reporter', 'version.restore', { story, n })
    expect(await standing(desk, story)).toEqual([
      'six years: wrong',
      'a very tough negotiator: verified',
      'about 100 minutes: verified',
    ])
    expect((await act('Editor', 'story.history', { story })).slice(-2).map(({ kind }) => kind)).toEqual([
      'versionRestored',
      'retagged',
    ])
  })

  test('fields are restored on demand, but not the people of the story nor legal review', async () => {
    const { act, story } = await busanDesk()
    await act('Reporter', 'story.setField', { story, field: 'slug', value: 'one' })
    const { n } = await act('Reporter', 'version.keep', { story, name: 'One' })
    await act('Reporter', 'story.setField', { story, field: 'slug', value: 'two' })
    await act('Reporter', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    await act('Reporter', 'story.setField', { story, field: 'assignee', value: 'Editor' })
    expect((await act('Editor', 'version.restore', { story, n })).fields).toEqual([])
    expect((await act('Editor', 'version.restore', { story, n, fields: true })).fields).toEqual(['slug'])
    const { fields } = await act('Editor', 'story.show', { story })
    expect([fields.slug, fields.needsLegal, fields.assignee]).toEqual(['one', 'required', 'Editor'])
  })

  test('are kept of cleared copy that is edited, which moves back by itself', async () => {
    const { act, story, room } = await busanDesk()
    await act('Reporter', 'story.move', { story, to: 'filed' })
    await act('Editor', 'story.move', { story, to: 'inReview' })
    expect(await act('Editor', 'story.move', { story, to: 'cleared', override: 'as a test' })).toMatchObject({
      stage: 'cleared',
    })
    await act('Reporter', 'copy.replace', { story, replace: 'separately', with: 'apart' })
    await room.settleAll()
    expect((await act('Editor', 'version.list', { story })).versions.slice(0, 2)).toMatchObject([
      { kind: 'move', by: 'Stet', why: 'Edited after it was cleared' },
      { kind: 'move', by: 'Editor', why: 'Clear' },
    ])
  })

  test('one that cannot be read says so in the timeline; the others stay, and no number is used twice', async () => {
    class Damaged extends MemoryStore {
      override readSnapshot(id: string, n: number): Promise<StorySnapshot> {
        return n === 1
          ? Promise.reject(
              new StorageError(
                'versions/1.json',
                'it is damaged',
                'The others are untouched.',
                'Restore it from a backup.',
                'DAMAGED',
              ),
            )
          : super.readSnapshot(id, n)
      }
    }
    const { act } = await newsDesk(new Damaged('Reporter'))
    const { id: story } = await act('Reporter', 'story.create', {})
    for (const name of ['One', 'Two']) await act('Reporter', 'version.keep', { story, name })
    const { versions: snapshots } = await act('Reporter', 'version.list', { story })
    expect(snapshots.map(({ n, name, trouble }) => [n, name, trouble])).toEqual([
      [2, 'Two', undefined],
      [1, undefined, 'versions/1.json: it is damaged. The others are untouched. Restore it from a backup.'],
    ])
    await expect(act('Reporter', 'version.restore', { story, n: 1 })).rejects.toMatchObject({
      reason: 'failed',
      message: expect.stringContaining('versions/1.json: it is damaged.') as string,
    })
    expect((await act('Reporter', 'version.keep', { story, name: 'Three' })).n).toBe(3)
  })
})

describe('the autosaved history', () => {
  async function writing() {
    let now = Date.parse('2026-10-30T09:00:00.000Z')
    const settle = debounceByHand()
    const store = new MemoryStore('Reporter')
    const room = await Newsroom.open({
      store,
      clock: { now: () => new Date(now).toISOString() },
      ids: sequentialIds,
      debouncer: settle,
    })
    const { id: story } = await runAction(room, 'Reporter', 'story.import', {
      name: 'a.txt',
      bytes: new TextEncoder().encode('Head of it\n\nA graf with [0] in it.'),
    })
    const at = async (minutes: number, from: number) => {
      now += minutes * 60_000
      await runAction(room, 'Reporter', 'copy.replace', { story, replace: `[${from}]`, with: `[${from + 1}]` })
      settle.now()
      await room.settleAll()
    }
    const kept = async () =>
      (await runAction(room, 'Reporter', 'version.list', { story })).versions.map(({ n, kind, at: when }) => [
        n,
        kind,
        when.slice(11, 16),
      ])
    /** Lets the story go, and opens it in a window when minutes have passed. */
    const openAfter = async (minutes: number) => {
      const gone = await room.restStories(() => new Set()).look(performance.now() + 150_000)
      now += minutes * 60_000
      await (await room.story(story)).join('Reporter')
      settle.now()
      await room.settleAll()
      return gone
    }
    return { at, kept, room, openAfter }
  }

  test('keeps no second snapshot of words that nobody changed when a story is opened again', async () => {
    const { at, kept, openAfter } = await writing()
    await at(11, 0)
    expect([await openAfter(30), await kept()]).toEqual([['story-1'], [[1, 'auto', '09:11']]])
  })

  test('keeps a snapshot every ten minutes of writing, and none without changes', async () => {
    const { at, kept } = await writing()
    await at(1, 0)
    expect(await kept()).toEqual([])
    await at(10, 1)
    await at(1, 2)
    await at(8, 3)
    expect(await kept()).toEqual([[1, 'auto', '09:11']])
    await at(1, 4)
    expect(await kept()).toEqual([
      [2, 'auto', '09:21'],
      [1, 'auto', '09:11'],
    ])
  })

  test('continues when the clock was set back by years', async () => {
    const { at, kept } = await writing()
    await at(15, 0)
    await at(-60 * 24 * 3650, 1)
    await at(11, 2)
    expect((await kept()).length).toBeGreaterThanOrEqual(2)
  })

  test('keeps to the limit that people set', async () => {
    const { at, kept, room } = await writing()
    await runAction(room, 'Reporter', 'library.settings', { historyLimit: 1_000_000 })
    for (let round = 0; round < 20; round++) await at(60, round)
    expect((await kept()).length).toBe(20)
  })
})
