import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readableText } from '../../../src/newsroom/reading/readableText'
import { COPY_FRAGMENT } from '../../../src/story/copy/documentSchema'
import { MemoryStore } from '../../builders/library/memoryStore'
import type { SetAside } from '../../../src/storage/disk/storyStore'
import { busanDesk, newsDesk, NOW, windowOn } from '../newsDesk'

const copyRoot = (doc: Y.Doc) => doc.getXmlFragment(COPY_FRAGMENT)

/** Ann deletes the last graf while Ben types into it. */
async function collision() {
  const desk = await busanDesk()
  const { room, story } = desk
  const [ann, ben] = [await windowOn(desk, story, 'Reporter'), await windowOn(desk, story, 'Editor')]
  const open = await room.storyNow(story)
  const deletes = ann.type((doc) => copyRoot(doc).delete(3, 1))
  const types = ben.type((doc) =>
    ((copyRoot(doc).get(3) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Officials say: '),
  )
  await open.applyWindowUpdate(deletes, 'Reporter')
  await open.applyWindowUpdate(types, 'Editor')
  return { ...desk, ben }
}

describe('the recovery tray', () => {
  test('holds words that a merge dropped, with their typist and the words around them', async () => {
    const { act, story, store } = await collision()
    const [entry, ...more] = await act('Reporter', 'tray.list', { story })
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      kind: 'words',
      text: 'Officials say: ',
      after: 'The meeting lasted about 100 minutes. They left separately.',
      by: ['Editor'],
      at: NOW,
    })
    // On disk together with the acknowledged change.
    const doc = new Y.Doc({ gc: false })
    for (const update of (await store.loadStory(story)).updates) Y.applyUpdate(doc, update)
    expect(doc.getMap('tray').size).toBe(1)
  })

  test('puts words back as a graf where their graf was, and is then empty', async () => {
    const { act, story } = await collision()
    const [entry] = await act('Reporter', 'tray.list', { story })
    await act('Reporter', 'tray.putBack', { story, ref: entry?.ref ?? '' })
    const { blocks } = await act('Reporter', 'story.show', { story })
    expect(blocks.map(({ text }) => text).slice(2)).toEqual([
      'President Donald Trump called Xi “a very tough negotiator,” and said he was glad.',
      'Officials say: ',
    ])
    expect(await act('Reporter', 'tray.list', { story })).toEqual([])
    await expect(act('Reporter', 'tray.putBack', { story, ref: entry?.ref ?? '' })).rejects.toMatchObject({
      reason: 'usage',
      message: expect.stringContaining('The recovery tray of this story has no entry “1001.173~1006”.') as string,
    })
    expect((await act('Reporter', 'story.history', { story })).at(-1)).toMatchObject({
      kind: 'rescued',
      outcome: 'putBack',
      text: 'Officials say: ',
      by: 'Reporter',
    })
  })

  test('keeps dismissed words in the history, and lists later ones again', async () => {
    const { act, story, room, ben } = await collision()
    const [entry] = await act('Reporter', 'tray.list', { story })
    await act('Editor', 'tray.letGo', { story, ref: entry?.ref ?? '' })
    expect(await act('Reporter', 'tray.list', { story })).toEqual([])
    expect((await act('Reporter', 'story.history', { story })).at(-1)).toMatchObject({
      kind: 'rescued',
      outcome: 'letGo',
      text: 'Officials say: ',
    })
    await (
      await room.storyNow(story)
    ).applyWindowUpdate(
      ben.type((doc) => ((copyRoot(doc).get(3) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Late. ')),
      'Editor',
    )
    expect((await act('Reporter', 'tray.list', { story })).map(({ text }) => text)).toEqual(['Late. '])
  })

  test('a window cannot write into it', async () => {
    const desk = await busanDesk()
    const ann = await windowOn(desk, desk.story, 'Reporter')
    const forged = ann.type((doc) => void doc.getMap('tray').set('1.1', { text: 'forged' }))
    await expect((await desk.room.storyNow(desk.story)).applyWindowUpdate(forged, 'Reporter')).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('A window may not change “tray” by typing.') as string,
    })
  })

  test('holds the readable words of a damaged file, and puts them back at the end of the copy', async () => {
    const torn: SetAside = {
      name: 'changes-1.log.damaged-120',
      at: NOW,
      content: new TextEncoder().encode('\u0001\u0002block\u0007\u0018The minister said nothing.\u0000\u0001role'),
    }
    const blank: SetAside = { name: 'ledger.jsonl.torn-9', at: NOW, content: new Uint8Array([1, 2, 3]) }
    class Scarred extends MemoryStore {
      override async listSetAside(): Promise<readonly never[]> {
        return [torn, blank] as unknown as readonly never[]
      }
    }
    const { act } = await newsDesk(new Scarred('Reporter'))
    const { id: story } = await act('Reporter', 'story.create', {})
    const entries = await act('Reporter', 'tray.list', { story })
    expect(entries.map(({ ref, text }) => [ref, text])).toEqual([
      ['file changes-1.log.damaged-120', 'The minister said nothing.'],
      ['file ledger.jsonl.torn-9', ''],
    ])
    expect(entries[0]?.origin).toContain('A damaged part of the change log could not be read and was saved as')
    await act('Reporter', 'tray.putBack', { story, ref: 'file changes-1.log.damaged-120' })
    expect((await act('Reporter', 'story.show', { story })).blocks.at(-1)).toEqual({
      role: 'paragraph',
      text: 'The minister said nothing.',
    })
    await expect(act('Reporter', 'tray.putBack', { story, ref: 'file ledger.jsonl.torn-9' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('None of it can be read, so it cannot be restored.') as string,
    })
    await act('Reporter', 'tray.letGo', { story, ref: 'file ledger.jsonl.torn-9' })
    expect(await act('Reporter', 'tray.list', { story })).toEqual([])
  })

  test('finds words in bytes, without the names of the format', () => {
    expect(
      readableText(
        new TextEncoder().encode(
          '\u0000copy\u0001role\u0002paragraph\u0003\u0011부산 정상회담\u0000ab\u0000x1\u0000fact--abc=',
        ),
      ),
    ).toBe('부산 정상회담')
    expect(readableText(new Uint8Array([255, 254, 0, 1]))).toBe('')
  })
})
