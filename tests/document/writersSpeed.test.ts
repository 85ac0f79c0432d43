/** Reading who wrote words stays quick where they were deleted and put back thousands of times. */
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { createStoryState, loadDoc, registerWriter } from '../../src/document/createStoryDoc'
import { blockElements } from '../../src/document/reading/readStory'
import { itemsIn } from '../../src/document/reading/yjsItems'
import { noteHands } from '../../src/document/writers/characters/hands'
import { writersOf } from '../../src/document/writers/wordWriters'
import { HandsWatch } from '../../src/document/writers/watch/watchHands'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import { timed } from '../builders/time/peerTime'

const TIMES = 2000
/** The longest time for it, in milliseconds. It took far longer when each row was read for each other one. */
const MOST = 1000

test('a figure that was typed again two thousand times is read within a second', async () => {
  const copy = [{ role: 'paragraph' as const, text: 'Some people paid 4812 won.', spans: [] }]
  const doc = loadDoc([createStoryState({ copy, fields: {}, tags: [] }, 1, 'Ana')])
  const text = blockElements(doc)[0]?.get(0)
  if (!(text instanceof Y.XmlText)) throw new Error('The paragraph has no text.')
  const from = 'Some people paid '.length
  doc.clientID = 2
  registerWriter(doc, 2, 'Lee')
  doc.transact(() => {
    for (let times = 0; times < TIMES; times++) {
      text.insert(from, '4812')
      text.delete(from + 4, 4)
    }
  })
  const first = [...itemsIn(text)].find(({ id, deleted }) => deleted && id.client === 1)
  noteHands(doc, [['took', 'Lee', 1, first?.id.clock ?? 0, 4]])
  const { result, milliseconds } = await timed(() => writersOf(doc, [{ block: 0, from, to: from + 4 }]))
  expect([...result]).toEqual(['Ana'])
  expect(milliseconds).toBeLessThan(MOST)
})

test('a graf of which somebody took every second word is read within three seconds', async () => {
  const words = Array.from({ length: 2 * TIMES }, (_, at) => `word${at}`)
  const copy = [{ role: 'paragraph' as const, text: words.join(' '), spans: [] }]
  const doc = loadDoc([createStoryState({ copy, fields: {}, tags: [] }, 1, 'Ana')])
  const text = blockElements(doc)[0]?.get(0)
  if (!(text instanceof Y.XmlText)) throw new Error('The paragraph has no text.')
  doc.clientID = 2
  registerWriter(doc, 2, 'Lee')
  doc.transact(() => {
    let at = text.length
    for (const [nth, word] of [...words.entries()].toReversed()) {
      at -= word.length
      if (nth % 2 === 1) text.delete(at, word.length)
      at -= 1
    }
  })
  const gone = [...itemsIn(text)].filter(({ deleted }) => deleted)
  noteHands(
    doc,
    gone.map(({ id, length }) => ['took', 'Lee', id.client, id.clock, length]),
  )
  const { result, milliseconds } = await timed(() => writersOf(doc, [{ block: 0, from: 0, to: 5 }]))
  expect([...result]).toEqual(['Ana'])
  expect(milliseconds).toBeLessThan(3 * MOST)
})

test('a paste of three thousand grafs is read within a second', async () => {
  const copy = [{ role: 'paragraph' as const, text: 'Some people paid 4812 won.', spans: [] }]
  const doc = loadDoc([createStoryState({ copy, fields: {}, tags: [] }, 1, 'Ana')])
  doc.clientID = 2
  registerWriter(doc, 2, 'Lee')
  const watch = new HandsWatch()
  let pasted: Y.Transaction | undefined
  doc.once('afterTransaction', (transaction: Y.Transaction) => (pasted = transaction))
  doc.transact(() => {
    const grafs = Array.from({ length: 3000 }, (_, at) => {
      const graf = new Y.XmlElement('block')
      graf.insert(0, [new Y.XmlText(`Graf ${at} is what somebody wrote on Monday.`)])
      return graf
    })
    doc.getXmlFragment(COPY_FRAGMENT).push(grafs)
  })
  if (!pasted) throw new Error('Nothing was pasted.')
  const transaction = pasted
  const { result, milliseconds } = await timed(() => watch.read(transaction, 'Lee'))
  expect(result).toEqual([])
  expect(milliseconds).toBeLessThan(MOST)
})
