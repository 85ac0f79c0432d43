/** Who deletes words and undoes that, or types them again, changes nothing: the words are still their writers’. */
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { putWords } from './putWords'
import { newsDesk, windowOn, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string }
type Change = (doc: Y.Doc) => void

/** Puts other words in the place of some. */
const put =
  (old: string, text = ''): Change =>
  (doc) =>
    putWords(doc, old, text)

/** A window that keeps its own undo. */
async function windowWithUndo(on: Desk, by: string) {
  const open = await on.room.storyNow(on.story)
  const window = await windowOn(on, on.story, by)
  const history = new Y.UndoManager(window.doc.getXmlFragment('copy'), { captureTimeout: 0 })
  const sent = async (change: Change): Promise<void> => {
    Y.applyUpdate(window.doc, open.state(), 'others')
    await open.applyWindowUpdate(window.type(change), by)
  }
  return {
    type: sent,
    undo: async () => {
      Y.applyUpdate(window.doc, open.state(), 'others')
      const before = Y.encodeStateVector(window.doc)
      history.undo()
      await open.applyWindowUpdate(Y.encodeStateAsUpdate(window.doc, before), by)
    },
  }
}

async function desk(): Promise<Desk> {
  const news = await newsDesk()
  await news.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  await news.act('Editor', 'roster.add', { name: 'Second', role: 'editor' })
  const bytes = new TextEncoder().encode(
    'Council meets\n\nA day in town\n\nMore of it was told later.\n\nThe end was near.',
  )
  const { id: story } = await news.act('Reporter', 'story.import', { name: 'a.txt', bytes })
  return { ...news, story }
}

/** Checker wrote the words, and somebody took a digit out of them. */
async function written(on: Desk, words: string, by: string): Promise<void> {
  const mistyped = words.replace('900', '9007')
  const checker = await windowWithUndo(on, 'Checker')
  await checker.type(put('told later.', `told later. ${mistyped}`))
  await (by === 'Checker' ? checker : await windowWithUndo(on, by)).type(put(mistyped, words))
}
async function verify({ act, story }: Desk, by: string): Promise<unknown> {
  const { id: source } = await act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '900 won', type: 'figure' })
  const evidence = { source, locator: 'p. 1', stance: 'supports' } as const
  await act(by, 'fact.sign', { story, fact, status: 'verified', evidence })
  return (await act('Editor', 'story.show', { story })).facts.map(({ text, status }) => [text, status])
}
const OWN = 'Checker wrote these words. Someone else must verify them, or first accept them as a suggestion.'

describe.each(['900 won', 'It cost 900 won.', 'It cost 900 won that year, people said there.'])('“%s”', (words) => {
  test.each(['Checker', 'Second'])('deleted and undone, with a digit that %s had taken out', async (by) => {
    for (const person of ['Checker', 'Editor']) {
      const on = await desk()
      await written(on, words, by)
      const editor = await windowWithUndo(on, 'Editor')
      await editor.type(put(` ${words}`))
      await editor.undo()
      if (person === 'Checker') await expect(verify(on, person)).rejects.toThrow(OWN)
      else expect(await verify(on, person)).toEqual([['900 won', 'verified']])
    }
  })

  test('deleted, and typed again in its place', async () => {
    const on = await desk()
    await written(on, words, 'Checker')
    const editor = await windowWithUndo(on, 'Editor')
    await editor.type(put(` ${words}`))
    await editor.type(put('told later.', `told later. ${words}`))
    await expect(verify(on, 'Checker')).rejects.toThrow(OWN)
  })
})

test('a sentence that was cut, with a digit gone from it before, keeps its writer where somebody pastes it', async () => {
  const on = await desk()
  await written(on, 'It cost 900 won.', 'Checker')
  await (await windowWithUndo(on, 'Editor')).type(put(' It cost 900 won.'))
  await (await windowWithUndo(on, 'Second')).type(put('was near.', 'was near. It cost 900 won.'))
  await expect(verify(on, 'Checker')).rejects.toThrow(OWN)
})

test('who deletes some of the words for good, and undoes the rest, has written', async () => {
  const on = await desk()
  await written(on, 'It cost 900 won.', 'Second')
  const editor = await windowWithUndo(on, 'Editor')
  await editor.type(put('It cost 900 won.', 'It cost 90 won.'))
  await editor.type(put(' It cost 90 won.'))
  await editor.undo()
  const { id: fact } = await on.act('Reporter', 'fact.tag', { story: on.story, text: '90 won', type: 'figure' })
  const { id: source } = await on.act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  const evidence = { source, locator: 'p. 1', stance: 'supports' } as const
  await expect(on.act('Editor', 'fact.sign', { story: on.story, fact, status: 'verified', evidence })).rejects.toThrow(
    'Editor wrote these words. Someone else must verify them, or first accept them as a suggestion.',
  )
})
