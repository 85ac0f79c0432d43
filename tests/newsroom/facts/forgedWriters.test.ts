import { expect, test } from 'vitest'
import { replaceText } from '../../../src/document/editStory'
import { busanDesk, windowOn, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string; readonly pool: string }

/** Editor verifies a fact of which a note with the library's key, which is not encrypted, names fewer writers. */
async function verifyUnderForgedNote({ act, room, story, pool }: Desk, fact: string): Promise<unknown> {
  const { record } = (await room.storyNow(story)).assessment(fact)
  expect(record.wordings.map(({ writers }) => [...writers].sort())).toEqual([['Editor', 'Reporter']])
  Object.assign(record.wordings[0] ?? {}, { writers: ['Reporter'] })
  const evidence = { source: pool, locator: '¶ 2', stance: 'supports' } as const
  return act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence })
}

test('who wrote the words is read from the document, too, when somebody signs', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  await act('Editor', 'copy.replace', { story, replace: '100', with: '90' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '90 minutes', type: 'figure' })
  await expect(verifyUnderForgedNote(desk, fact)).rejects.toThrow('Editor wrote these words')
})

test('the document also says who typed a digit beside the tag', async () => {
  const desk = await busanDesk()
  const { act, room, story } = desk
  const window = await windowOn(desk, story, 'Editor')
  const open = await room.storyNow(story)
  const at = (open.value().copy[3]?.text.indexOf('100') ?? 0) + 3
  await open.applyWindowUpdate(
    window.type((doc) => replaceText(doc, { block: 3, from: at, to: at }, '0')),
    'Editor',
    'window-1',
  )
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100', type: 'figure' })
  expect(open.assessment(fact)).toMatchObject({ words: '1000', text: '100' })
  await expect(verifyUnderForgedNote(desk, fact)).rejects.toThrow('Editor wrote these words')
})
