/** What two people did to the same words without having heard of one another, or one after the other. */
import type * as Y from 'yjs'
import { expect, test } from 'vitest'
import { deleteInBlock, replaceText } from '../../../src/document/editStory'
import { readCopy, textElements } from '../../../src/document/reading/readStory'
import { blockElement } from '../../../src/document/reading/storyElements'
import { insertRuns, sliceOf } from '../../oracle/window'
import { newsDesk, windowOn, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string; readonly record: string }
type Change = (doc: Y.Doc) => void

/** A story of Reporter that Editor edits and Checker verifies. */
async function desk(body: string): Promise<Desk> {
  const news = await newsDesk()
  await news.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  const bytes = new TextEncoder().encode(`Council meets\n\nA day in town\n\n${body}`)
  const { id: story } = await news.act('Reporter', 'story.import', { name: 'a.txt', bytes })
  const { id: record } = await news.act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  return { ...news, story, record }
}

/** Verified by Checker: how the fact reads then. */
async function signed({ act, story, record }: Desk, fact: string): Promise<string> {
  const evidence = { source: record, locator: 'p. 1', stance: 'supports' } as const
  await act('Checker', 'fact.sign', { story, fact, status: 'verified', evidence })
  const found = (await act('Editor', 'story.show', { story })).facts.find(({ id }) => id === fact)
  return [found?.status, ...(found?.reasons ?? [])].join(' ')
}

async function type({ room, story, ...on }: Desk, by: string, ...changes: readonly Change[]): Promise<void> {
  const window = await windowOn({ room, ...on }, story, by)
  const opened = await room.storyNow(story)
  for (const change of changes) await opened.applyWindowUpdate(window.type(change), by)
}

/** Types other characters in the place of some, behind some words. */
const put =
  (behind: string, old: string, text: string): Change =>
  (doc) => {
    const block = readCopy(doc).findIndex((one) => one.text.includes(behind + old))
    const from = (readCopy(doc)[block]?.text.indexOf(behind + old) ?? 0) + behind.length
    replaceText(doc, { block, from, to: from + old.length }, text)
  }

/** Moves a graf to the end, tags and all. */
const moveGraf =
  (graf: string): Change =>
  (doc) => {
    const copy = doc.getXmlFragment('copy')
    const block = readCopy(doc).findIndex((one) => one.text.includes(graf))
    const source = readCopy(doc)[block]
    const element = textElements(doc)[block]?.element
    if (!source || !element) throw new Error(`no graf with ${graf}`)
    copy.delete(copy.toArray().indexOf(element), 1)
    copy.push([blockElement(source)])
  }

/** Cuts a sentence and pastes it behind words at the end of a graf, tags and all. */
const moveSentence =
  (sentence: string, behind: string): Change =>
  (doc) => {
    const at = readCopy(doc).findIndex((one) => one.text.includes(sentence))
    const to = readCopy(doc).findIndex((one) => one.text.endsWith(behind))
    const [source, target] = [readCopy(doc)[at], readCopy(doc)[to]]
    const [taken, given] = [textElements(doc)[at]?.element, textElements(doc)[to]?.element]
    if (!source || !target || !taken || !given) throw new Error(`no place for ${sentence}`)
    const from = source.text.indexOf(sentence)
    doc.transact(() => {
      insertRuns(given, target.text.length, sliceOf(source, from, from + sentence.length))
      deleteInBlock(taken, from, from + sentence.length)
    })
  }

test('who parts a number that somebody else meanwhile joined wrote it', async () => {
  const on = await desk('It cost 10 00 won.')
  const { act, story } = on
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '10 00', type: 'figure' })
  const [editor, checker] = [await windowOn(on, story, 'Editor'), await windowOn(on, story, 'Checker')]
  const opened = await on.room.storyNow(story)
  await opened.applyWindowUpdate(editor.type(put('10', ' ', '')), 'Editor')
  await opened.applyWindowUpdate(checker.type(put('10', ' ', '\u00A0')), 'Checker')
  await expect(signed(on, fact)).rejects.toThrow('Checker wrote these words')
})

test('who moved a graf to which somebody else then moved a sentence has not put the two together', async () => {
  const on = await desk('Kim asked. Lee said the talks would go on.\n\nThe vote was long.\n\nThe doors were open.')
  const { act, story, room } = on
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'the talks would go on', type: 'paraphrase' })
  const opened = await room.storyNow(story)
  await type(on, 'Checker', moveGraf('The vote'))
  const editor = await windowOn(on, story, 'Editor')
  await opened.applyWindowUpdate(
    editor.type(moveSentence(' Lee said the talks would go on.', 'The vote was long.')),
    'Editor',
  )
  expect(readCopy(opened.doc).at(-1)?.text).toBe('The vote was long. Lee said the talks would go on.')
  expect(await signed(on, fact)).toBe('verified')
})

test.each<[string, readonly string[]]>([
  ['pastes it at the same place', [' Lee said the talks would go on.']],
  ['takes it back and puts it there again', ['Kim asked.', 'The vote was long.']],
])('who moved a sentence beside another one put them together, also where somebody else %s', async (_what, places) => {
  const on = await desk('Kim asked. Lee said the talks would go on.\n\nThe vote was long.')
  const { act, story } = on
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'the talks would go on', type: 'paraphrase' })
  const sentence = ' Lee said the talks would go on.'
  await type(on, 'Checker', moveSentence(sentence, 'The vote was long.'))
  for (const behind of places) await type(on, 'Editor', moveSentence(sentence, behind))
  expect(readCopy((await on.room.storyNow(story)).doc).at(-1)?.text).toBe(`The vote was long.${sentence}`)
  expect(await signed(on, fact)).toBe('reCheck ownContext')
})

test.each([
  ['another person ends it otherwise', 'Reporter', 'verified'],
  ['they end it otherwise', 'Checker', 'reCheck ownContext'],
])('who moves a graf whole has not written a sentence in it where %s', async (_what, by, found) => {
  const on = await desk(
    'The old chair and Park met on the third day in Seoul. They left the hall.\n\nThe vote was long.',
  )
  const { act, story } = on
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'the third day', type: 'date' })
  await type(on, 'Checker', moveGraf('The old chair'))
  await type(on, by, put('in Seoul', '.', '?'))
  expect(readCopy((await on.room.storyNow(story)).doc).at(-1)?.text).toContain('in Seoul? They left')
  expect(await signed(on, fact)).toBe(found)
})

test('who typed a space before which somebody else then types a word has not written that word', async () => {
  const on = await desk('The vote was 57 in the hall.')
  const { act, story } = on
  await type(on, 'Checker', put('was ', '', 'נור '))
  await type(on, 'Reporter', put('נור', '', ' again'))
  expect(readCopy((await on.room.storyNow(story)).doc).at(-1)?.text).toBe('The vote was נור again 57 in the hall.')
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'again', type: 'name' })
  expect(await signed(on, fact)).toMatch(/^verified|^reCheck ownContext/)
})

test.each<[string, readonly (readonly [string, Change])[], RegExp]>([
  [
    'that somebody else takes out with the space',
    [
      ['Checker', put('hall ', 'at', 'she')],
      ['Editor', put('hall', ' she', '')],
    ],
    /^(?:verified|reCheck ownContext)$/,
  ],
  [
    'after somebody else took the space out',
    [
      ['Editor', put('hall', ' ', '')],
      ['Checker', put('hall', 'at', '')],
    ],
    /Checker wrote these words/,
  ],
])('who takes a word behind the words, %s', async (_what, changes, found) => {
  const on = await desk('Lee walked outside the hall at night')
  const { act, story } = on
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'outside the hall', type: 'place' })
  for (const [by, change] of changes) await type(on, by, change)
  expect(readCopy((await on.room.storyNow(story)).doc).at(-1)?.text).toBe('Lee walked outside the hall night')
  expect(await signed(on, fact).catch(String)).toMatch(found)
})
