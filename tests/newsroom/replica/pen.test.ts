/** What a window types while somebody else has the pen: nothing is refused, nothing is lost, and the copy stands. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { loadDoc } from '../../../src/document/createStoryDoc'
import { replaceText } from '../../../src/document/editStory'
import { readCopy, readStory } from '../../../src/document/reading/readStory'
import { suggestReplacement } from '../../../src/document/suggestions/suggestReplacement'
import { describeSuggestion } from '../../../src/story/copy/suggestions/suggestion'
import { typeStep } from '../../builders/copy/typing'
import { busanDesk, NOW, windowOn } from '../newsDesk'

const at = (doc: Y.Doc, text: string) => {
  const block = readCopy(doc).findIndex((candidate) => candidate.text.includes(text))
  const from = readCopy(doc)[block]?.text.indexOf(text) ?? 0
  return { block, from, to: from + text.length }
}

/** A filed story, open in a window of Editor; what the library sends to windows reaches it. */
async function filed() {
  const desk = await busanDesk()
  const { story } = desk
  await desk.act('Reporter', 'story.move', { story, to: 'filed' })
  const open = await desk.room.storyNow(story)
  const window = await windowOn(desk, story, 'Editor')
  desk.room.on('storyUpdated', ({ update }) => Y.applyUpdate(window.doc, update))
  const type = (change: (doc: Y.Doc) => void) => open.applyWindowUpdate(window.type(change), 'Editor')
  const pending = (doc: Y.Doc = open.doc) =>
    readStory(doc).suggestions.map((one) => `${one.by}: ${describeSuggestion(one)}`)
  return { desk, story, open, window, type, pending }
}

test('keys that are under way when the pen moves arrive as a suggestion, on the disk before they are acknowledged', async () => {
  const { desk, story, open, window, type, pending } = await filed()
  const before = readCopy(open.doc)
  // Typed before the window hears that Reporter took the pen.
  const underWay = window.type((doc) => replaceText(doc, at(doc, '100'), '90'))
  await desk.act('Reporter', 'story.movePen', { story })
  await open.applyWindowUpdate(underWay, 'Editor')
  expect(readCopy(open.doc)).toEqual(before)
  expect(pending()).toEqual(['Editor: “100” → “90”'])
  const { updates } = await desk.store.loadStory(story)
  expect(pending(loadDoc(updates))).toEqual(pending())
  expect(readCopy(loadDoc(updates))).toEqual(before)
  // The window goes on in what it typed, and reads the same as the library.
  await type((doc) => typeStep(doc, { do: 'type', block: at(doc, 'minutes').block, at: 0, text: 'Yes: ' }))
  expect(readCopy(window.doc)).toEqual(before)
  expect(pending(window.doc)).toEqual(['Editor: add “Yes:”', 'Editor: “100” → “90”'])
  const history = await desk.act('Editor', 'story.history', { story })
  expect(history.filter(({ kind, by }) => kind === 'suggested' && by === 'Editor')).toHaveLength(2)
})

test('a new paragraph and an undo under way become suggestions, too', async () => {
  const { desk, story, open, window, type, pending } = await filed()
  const { block } = at(open.doc, 'minutes')
  await type((doc) => typeStep(doc, { do: 'type', block, at: 0, text: 'Now: ' }))
  await desk.act('Reporter', 'story.movePen', { story })
  const before = readCopy(open.doc)
  await type((doc) => replaceText(doc, at(doc, 'Now: '), ''))
  await type((doc) => typeStep(doc, { do: 'split', block, at: 40 }))
  expect(readCopy(open.doc)).toEqual(before)
  expect(readCopy(window.doc)).toEqual(before)
  expect(pending()).toEqual(['Editor: cut “Now:”', 'Editor: new paragraph'])
})

test('the holder’s typing stands, and everybody’s once the pen is laid down', async () => {
  const { desk, story, open, type, pending } = await filed()
  await desk.act('Editor', 'story.movePen', { story })
  await type((doc) => replaceText(doc, at(doc, '100'), '90'))
  await desk.act('Editor', 'story.movePen', { story, to: 'Reporter' })
  await desk.act('Reporter', 'story.movePen', { story, to: '' })
  await type((doc) => replaceText(doc, at(doc, 'glad'), 'happy'))
  const text = readCopy(open.doc)
    .map((one) => one.text)
    .join('\n')
  expect([text.includes('90 minutes'), text.includes('was happy'), pending()]).toEqual([true, true, []])
})

test('a suggestion and a comment mark stay as the window made them', async () => {
  const { desk, story, open, window, type, pending } = await filed()
  await desk.act('Reporter', 'story.movePen', { story })
  await type((doc) => suggestReplacement(doc, { id: 's', by: 'Editor', at: NOW }, at(doc, '100'), '90'))
  expect(pending()).toEqual(['Editor: “100” → “90”'])
  expect(Y.encodeStateVector(open.doc)).toEqual(Y.encodeStateVector(window.doc))
  expect(readStory(open.doc).suggestions.map(({ id }) => id)).toEqual(['s'])
})

test('the holder accepts what became a suggestion, as any other', async () => {
  const { desk, story, open, type } = await filed()
  await desk.act('Reporter', 'story.movePen', { story })
  await type((doc) => replaceText(doc, at(doc, '100'), '90'))
  const [suggestion] = readStory(open.doc).suggestions
  await desk.act('Reporter', 'suggestion.accept', { story, suggestions: [{ id: suggestion?.id ?? '' }] })
  expect(readCopy(open.doc).some(({ text }) => text.includes('90 minutes'))).toBe(true)
  await desk.act('Reporter', 'story.movePen', { story, to: '' })
})

test('whoever typed without the pen is no writer of what stands', async () => {
  const { desk, story, open, type } = await filed()
  await desk.act('Reporter', 'story.movePen', { story })
  await type((doc) => replaceText(doc, at(doc, 'about 100'), '90'))
  await type((doc) => typeStep(doc, { do: 'split', block: at(doc, 'minutes').block, at: 40 }))
  await type((doc) => typeStep(doc, { do: 'remove', block: at(doc, 'negotiator').block, at: 0 }))
  for (const words of ['lasted about 100 minutes.', 'They left', 'tough negotiator'])
    expect([...open.writers.at([at(open.doc, words)])]).toEqual(['Reporter'])
})
