/** What an undo in a window may do to a tag that others dealt with. No window can be trusted with it. */
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { addFact, removeFactMark, replaceText } from '../../../src/document/editStory'
import { readCopy } from '../../../src/document/reading/readStory'
import { newsDesk, standing, windowOn } from '../newsDesk'

const TAG = { id: 'f1', type: 'event', by: 'Reporter', at: '2026-10-30T03:00:00Z' } as const

/** A story in which a window of Reporter tagged “hall was full”. */
async function taggedInWindow() {
  const desk = await newsDesk()
  const bytes = new TextEncoder().encode('Council meets\n\nA day in town\n\nthe hall was full by noon.')
  const { id: story } = await desk.act('Reporter', 'story.import', { name: 'a.txt', bytes })
  const opened = await desk.room.storyNow(story)
  const window = await windowOn(desk, story, 'Reporter')
  const type = async (change: (doc: Y.Doc) => void): Promise<void> => {
    await opened.applyWindowUpdate(window.type(change), 'Reporter')
    Y.applyUpdate(window.doc, opened.state())
  }
  await type((doc) => {
    const from = readCopy(doc)[2]?.text.indexOf('hall') ?? 0
    addFact(doc, TAG, [{ block: 2, from, to: from + 'hall was full'.length }])
  })
  const untag = (doc: Y.Doc): void => {
    removeFactMark(doc, TAG.id)
    doc.getMap('facts').delete(TAG.id)
  }
  const rules = async (): Promise<readonly string[]> =>
    (await desk.act('Editor', 'story.gate', { story, door: 'clear' })).blocks.map(({ rule }) => rule)
  return { ...desk, story, type, untag, rules, standing: () => standing(desk, story) }
}

test('it removes a tag that nobody has dealt with', async () => {
  const desk = await taggedInWindow()
  await desk.type(desk.untag)
  expect(await desk.standing()).toEqual([])
})

test('it removes no tag that has a verdict: the words cannot be typed away afterwards', async () => {
  const desk = await taggedInWindow()
  await desk.act('Editor', 'fact.sign', { story: desk.story, fact: TAG.id, status: 'wrong', reason: 'Half empty.' })
  await desk.type(desk.untag)
  expect(await desk.standing()).toEqual(['hall was full: wrong'])
  await desk.type((doc) => {
    const from = readCopy(doc)[2]?.text.indexOf('hall') ?? 0
    replaceText(doc, { block: 2, from, to: from + 'hall was full'.length }, 'room was packed')
  })
  expect([await desk.standing(), await desk.rules()]).toEqual([
    ['room was packed: reCheck (words)'],
    expect.arrayContaining(['factStatus']),
  ])
})

test('it puts the tag back on the words that stay, not on what was deleted', async () => {
  const desk = await taggedInWindow()
  await desk.act('Editor', 'fact.sign', { story: desk.story, fact: TAG.id, status: 'disputed', reason: 'Who counted?' })
  await desk.type((doc) => {
    const from = readCopy(doc)[2]?.text.indexOf(' was full') ?? 0
    desk.untag(doc)
    replaceText(doc, { block: 2, from, to: from + ' was full'.length }, '')
  })
  expect((await desk.standing())[0]).toMatch(/^hall: /u)
})

test('a tag that is removed with a reason stays removed', async () => {
  const desk = await taggedInWindow()
  const { story } = desk
  await desk.act('Editor', 'fact.sign', { story, fact: TAG.id, status: 'wrong', reason: 'Half empty.' })
  await desk.act('Editor', 'fact.untag', { story, fact: TAG.id, reason: 'No statement.' })
  expect(await desk.standing()).toEqual(['hall was full: untagged'])
})
