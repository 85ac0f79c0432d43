import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { addFact, removeFactMark, replaceText, setField, updateFactTag } from '../../../src/document/editStory'
import { readCopy } from '../../../src/document/reading/readStory'
import { canonicalJson } from '../../../src/story/text/canonicalJson'
import type { FactType } from '../../../src/story/ledger/facts/fact'
import { MemoryStore } from '../../builders/library/memoryStore'
import { StorageError } from '../../../src/storage/disk/storageError'
import { busanDesk, newsDesk, notTaken, NOW, standing, windowOn } from '../newsDesk'

const line = (doc: Y.Doc, text: string) => {
  const block = readCopy(doc).findIndex((candidate) => candidate.text.includes(text))
  const from = readCopy(doc)[block]?.text.indexOf(text) ?? 0
  return { block, from, to: from + text.length }
}

describe('the typing of a window', () => {
  test('reaches the disk and the other windows, under the name of the window it came from', async () => {
    const desk = await busanDesk()
    const told: unknown[] = []
    const window = await windowOn(desk, desk.story, 'Reporter')
    desk.room.on('storyUpdated', ({ story, by, origin }) => told.push({ story, by, origin }))
    const open = await desk.room.storyNow(desk.story)
    await open.applyWindowUpdate(
      window.type((doc) => replaceText(doc, line(doc, '100'), '90')),
      'Reporter',
      'window-1',
    )
    expect(told).toEqual([{ story: desk.story, by: 'Reporter', origin: 'window-1' }])
    const { updates } = await desk.store.loadStory(desk.story)
    const stored = new Y.Doc()
    for (const update of updates) Y.applyUpdate(stored, update)
    expect(readCopy(stored)).toEqual(readCopy(open.doc))
    expect(readCopy(stored).some(({ text }) => text.includes('90 minutes'))).toBe(true)
  })

  test('may add a fact in its own name, which is noted once the typing has settled', async () => {
    const desk = await busanDesk()
    const window = await windowOn(desk, desk.story, 'Editor')
    const open = await desk.room.storyNow(desk.story)
    const update = window.type((doc) =>
      addFact(doc, { id: 'mine', type: 'figure', by: 'Editor', at: NOW }, [line(doc, '100 minutes')]),
    )
    await open.applyWindowUpdate(update, 'Editor')
    expect(await standing(desk, desk.story)).toEqual(['100 minutes: toCheck'])
    expect((await desk.act('Editor', 'story.history', { story: desk.story })).at(-1)).toMatchObject({
      kind: 'tagged',
      by: 'Editor',
      fact: 'mine',
      words: '100 minutes',
      writers: ['Reporter'],
    })
  })

  test('is refused whole when it changes anything else', async () => {
    const desk = await busanDesk()
    const open = await desk.room.storyNow(desk.story)
    const { id: fact } = await desk.act('Reporter', 'fact.tag', {
      story: desk.story,
      text: 'six years',
      type: 'superlative',
    })
    const before = open.state()
    const forgeries: readonly (readonly [message: string, forge: (doc: Y.Doc) => void])[] = [
      ['A window may not change “fields” by typing.', (doc) => setField(doc, 'author', 'Somebody')],
      ['A window may not change “writers” by typing.', (doc) => doc.getMap('writers').set('1', 'Editor')],
      ['A fact’s record can be changed only by an action.', (doc) => updateFactTag(doc, fact, { type: 'name' })],
      [
        'A new fact must have the name of the person who tagged it.',
        (doc) => addFact(doc, { id: 'forged', type: 'quote', by: 'Editor', at: NOW }, [line(doc, 'negotiator')]),
      ],
      ['A window may not change “somewhere else” by typing.', (doc) => doc.getMap('somewhere else').set('a', 1)],
    ]
    for (const [message, forge] of forgeries) {
      const window = await windowOn(desk, desk.story, 'Reporter')
      const clean = open.state()
      await expect(open.applyWindowUpdate(window.type(forge), 'Reporter')).rejects.toMatchObject({
        reason: 'refused',
        message: notTaken(message),
      })
      expect(open.state()).toEqual(clean)
    }
    await expect(open.applyWindowUpdate(new Uint8Array([1, 2, 3, 255, 255]), 'Reporter')).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('The update could not be read (Unexpected end of array).') as string,
    })
    const window = await windowOn(desk, desk.story, 'Reporter')
    await open.applyWindowUpdate(
      window.type((doc) => replaceText(doc, line(doc, 'glad'), 'very glad')),
      'Reporter',
    )
    expect(before).not.toEqual(open.state())
  })

  test('has a name: words that nobody would have written are refused', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const open = await desk.room.storyNow(story)
    const window = await windowOn(desk, story, 'Editor')
    window.doc.clientID = 4711
    const clean = open.state()
    const forged = window.type((doc) => replaceText(doc, line(doc, 'was glad'), 'was not glad'))
    await expect(open.applyWindowUpdate(forged, 'Editor')).rejects.toMatchObject({
      reason: 'refused',
      message: notTaken('A window may not type without a name.'),
    })
    expect(open.state()).toEqual(clean)
    expect((await act('Editor', 'story.show', { story })).blocks[2]?.text).not.toContain('not glad')
  })

  describe('the record of a fact', () => {
    async function taggedBy(by: string, type: FactType) {
      const desk = await busanDesk()
      const { id: fact } = await desk.act(by, 'fact.tag', { story: desk.story, text: 'left separately', type })
      const forget = async (who: string) => {
        const window = await windowOn(desk, desk.story, who)
        return (await desk.room.storyNow(desk.story)).applyWindowUpdate(
          window.type((doc) => {
            removeFactMark(doc, fact)
            doc.getMap('facts').delete(fact)
          }),
          who,
        )
      }
      return { ...desk, fact, forget }
    }
    /** Undoes the tag in a window of `who`, then types. Resolves with what the story has of both. */
    const undone = async (desk: Awaited<ReturnType<typeof taggedBy>>, who: string): Promise<readonly unknown[]> => {
      const { story, fact } = desk
      const opened = await desk.room.storyNow(story)
      const window = await windowOn(desk, story, who)
      const push = async (change: (doc: Y.Doc) => void): Promise<void> => {
        await opened.applyWindowUpdate(window.type(change), who)
        Y.applyUpdate(window.doc, opened.state())
      }
      const tag = opened.value().tags.get(fact)
      await push((doc) => {
        removeFactMark(doc, fact)
        doc.getMap('facts').delete(fact)
      })
      await push((doc) => replaceText(doc, line(doc, 'glad'), 'very glad'))
      const { tags, copy } = opened.value()
      return [
        canonicalJson(tags.get(fact)) === canonicalJson(tag),
        window.doc.getMap('facts').has(fact),
        copy.some(({ text }) => text.includes('very glad')),
      ]
    }

    test('goes with an undone tag, also when its own tagger has described it', async () => {
      const { act, story, fact, forget, ...desk } = await taggedBy('Reporter', 'event')
      await act('Reporter', 'fact.describe', { story, fact, statement: 'They left in two cars.' })
      await act('Reporter', 'fact.retype', { story, fact, type: 'paraphrase' })
      await forget('Reporter')
      expect(await standing({ act, ...desk }, story)).toEqual([])
    })
    test.each<[string, (desk: Awaited<ReturnType<typeof taggedBy>>) => Promise<unknown>]>([
      ['signed it', ({ act, story, fact }) => act('Editor', 'fact.sign', { story, fact, status: 'wrong' })],
      [
        'made an allegation of it',
        ({ act, story, fact }) => act('Editor', 'fact.retype', { story, fact, type: 'allegation' }),
      ],
      ['made a figure of it', ({ act, story, fact }) => act('Editor', 'fact.retype', { story, fact, type: 'figure' })],
      [
        'described it',
        ({ act, story, fact }) => act('Editor', 'fact.describe', { story, fact, statement: 'They left in two cars.' }),
      ],
      [
        'noted its original words',
        ({ act, story, fact }) =>
          act('Editor', 'fact.translate', {
            story,
            fact,
            translation: { original: '따로 떠났다', language: 'ko', translator: 'Editor' },
          }),
      ],
      [
        'worked it out',
        ({ act, story, fact }) =>
          act('Editor', 'fact.derive', {
            story,
            fact,
            derivation: { expression: 'a', inputs: [{ name: 'a', value: '2' }] },
          }),
      ],
    ])('stays when somebody else %s', async (_what, deal) => {
      const desk = await taggedBy('Reporter', 'event')
      await deal(desk)
      expect(await undone(desk, 'Reporter')).toEqual([true, true, true])
    })
    test('of an allegation goes only with an undo of its own tagger', async () => {
      const desk = await taggedBy('Editor', 'allegation')
      expect(await undone(desk, 'Reporter')).toEqual([true, true, true])
      await desk.forget('Editor')
      expect((await desk.room.storyNow(desk.story)).value().tags.has(desk.fact)).toBe(false)
    })
  })

  test('of two people is observed separately, so each change gets its own name', async () => {
    const desk = await busanDesk()
    const { id: fact } = await desk.act('Reporter', 'fact.tag', {
      story: desk.story,
      text: 'about 100 minutes',
      type: 'figure',
    })
    const open = await desk.room.storyNow(desk.story)
    const [first, second] = [await windowOn(desk, desk.story, 'Editor'), await windowOn(desk, desk.story, 'Legal')]
    await open.applyWindowUpdate(
      first.type((doc) => replaceText(doc, line(doc, '100'), '90')),
      'Editor',
    )
    Y.applyUpdate(second.doc, open.state())
    await open.applyWindowUpdate(
      second.type((doc) => replaceText(doc, line(doc, '90'), '95')),
      'Legal',
    )
    await desk.act('Editor', 'story.show', { story: desk.story })
    const reworded = (await desk.act('Editor', 'story.history', { story: desk.story })).filter(
      ({ kind }) => kind === 'reworded',
    )
    expect(reworded).toMatchObject([
      { by: 'Editor', fact, words: 'about 90 minutes' },
      { by: 'Legal', fact, words: 'about 95 minutes' },
    ])
  })

  test('moves cleared copy back to review by itself', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    await act('Editor', 'library.settings', { deskOfOne: true })
    await act('Reporter', 'story.move', { story, to: 'filed' })
    await act('Editor', 'story.move', { story, to: 'inReview' })
    await act('Editor', 'story.setField', { story, field: 'slug', value: 'busan' })
    await act('Editor', 'story.move', { story, to: 'cleared', override: 'for this test' })
    const window = await windowOn(desk, story, 'Reporter')
    await (
      await desk.room.storyNow(story)
    ).applyWindowUpdate(
      window.type((doc) => replaceText(doc, line(doc, 'glad'), 'sad')),
      'Reporter',
    )
    desk.settle.now()
    expect((await act('Editor', 'story.show', { story })).stage).toBe('inReview')
    expect((await act('Editor', 'story.history', { story })).at(-1)).toMatchObject({
      kind: 'moved',
      from: 'cleared',
      to: 'inReview',
      by: 'Stet',
      automatic: true,
    })
  })
})

describe('errors of the disk', () => {
  class FailingStore extends MemoryStore {
    fails = false
    override appendUpdate(id: string, update: Uint8Array): Promise<void> {
      return this.fails
        ? Promise.reject(new StorageError('state', 'the disk is full', 'All is safe.', 'Make room.'))
        : super.appendUpdate(id, update)
    }
    override appendLedger(...args: Parameters<MemoryStore['appendLedger']>): Promise<void> {
      return this.fails
        ? Promise.reject(new StorageError('ledger', 'the disk is full', 'All is safe.', 'Make room.'))
        : super.appendLedger(...args)
    }
  }

  test('a change that was not written is reported, and the next one writes the whole document', async () => {
    const store = new FailingStore('Reporter')
    const desk = await newsDesk(store)
    const { id } = await desk.act('Reporter', 'story.import', {
      name: 'a.txt',
      bytes: new TextEncoder().encode('A headline\n\nSome words of a story, and then more.'),
    })
    store.fails = true
    await expect(
      desk.act('Reporter', 'copy.replace', { story: id, replace: 'Some', with: 'Many' }),
    ).rejects.toMatchObject({ reason: 'failed', message: 'state: the disk is full. All is safe. Make room.' })
    store.fails = false
    await desk.act('Reporter', 'copy.replace', { story: id, replace: 'more', with: 'less' })
    const again = await newsDesk(store)
    expect((await again.act('Reporter', 'story.show', { story: id })).blocks.at(-1)?.text).toBe(
      'Many words of a story, and then less.',
    )
  })

  test('a sign-off that was not written is taken back', async () => {
    const store = new FailingStore('Reporter')
    const desk = await newsDesk(store)
    const { id: story } = await desk.act('Reporter', 'story.import', {
      name: 'a.txt',
      bytes: new TextEncoder().encode('A headline\n\nSome words of a story, and then more.'),
    })
    const { id: fact } = await desk.act('Reporter', 'fact.tag', { story, text: 'words', type: 'event' })
    store.fails = true
    await expect(desk.act('Editor', 'fact.sign', { story, fact, status: 'wrong' })).rejects.toMatchObject({
      reason: 'failed',
      message: expect.stringContaining('ledger: the disk is full.') as string,
    })
    expect(await standing(desk, story)).toEqual(['words: toCheck'])
    store.fails = false
    expect(await desk.act('Editor', 'fact.sign', { story, fact, status: 'disputed' })).toEqual({ entry: 3 })
    expect(await standing(desk, story)).toEqual(['words: disputed'])
  })
})
