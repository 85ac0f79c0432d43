/** Words that a restored version brings back are still those of who wrote them. */
import { expect, test } from 'vitest'
import { deleteInBlock, insertAt } from '../../../src/document/editStory'
import { readCopy, textElements } from '../../../src/document/reading/readStory'
import { newsDesk, windowOn, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string }
type Step = (on: Desk) => Promise<unknown>

const SENTENCE = 'The people there paid 1111 won for it.'

/** Deletes words, and types others in their place. */
const type =
  (by: string, old: string, text = ''): Step =>
  async (on) => {
    const window = await windowOn(on, on.story, by)
    const update = window.type((doc) => {
      const block = readCopy(doc).findIndex((one) => one.text.includes(old))
      const from = readCopy(doc)[block]?.text.indexOf(old) ?? 0
      const element = textElements(doc)[block]?.element
      if (!element) throw new Error(`no “${old}”`)
      deleteInBlock(element, from, from + old.length)
      if (text !== '') insertAt(element, from, text, {})
    })
    await (await on.room.storyNow(on.story)).applyWindowUpdate(update, by)
  }
const replace =
  (by: string, old: string, text: string): Step =>
  ({ act, story }) =>
    act(by, 'copy.replace', { story, replace: old, with: text })
const deleteGraf =
  (by: string, words: string): Step =>
  async (on) => {
    const window = await windowOn(on, on.story, by)
    const update = window.type((doc) =>
      doc.getXmlFragment('copy').delete(
        readCopy(doc).findIndex(({ text }) => text.includes(words)),
        1,
      ),
    )
    await (await on.room.storyNow(on.story)).applyWindowUpdate(update, by)
  }

/** Checker wrote a sentence in a story of Reporter, which is kept. */
async function desk(): Promise<Desk & { readonly kept: number }> {
  const news = await newsDesk()
  await news.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  const bytes = new TextEncoder().encode(
    'Council meets\n\nA day in town\n\nMore of it was told later.\n\nThe end was near.',
  )
  const { id: story } = await news.act('Reporter', 'story.import', { name: 'a.txt', bytes })
  const on = { ...news, story }
  await type('Checker', ' told later.', ` told later. ${SENTENCE}`)(on)
  const { n: kept } = await news.act('Editor', 'version.keep', { story, name: 'With the sentence' })
  return { ...on, kept }
}

test.each<[string, readonly Step[]]>([
  [
    'a digit was changed, then the sentence deleted',
    [replace('Legal', '1111', '6111'), type('Editor', ` ${SENTENCE.replace('1111', '6111')}`)],
  ],
  [
    'a digit was changed and changed back, then the sentence deleted',
    [replace('Legal', '1111', '6111'), replace('Legal', '6111', '1111'), type('Editor', ` ${SENTENCE}`)],
  ],
  ['a digit was changed, then the graf deleted', [replace('Legal', '1111', '6111'), deleteGraf('Editor', '6111')]],
  [
    'a word was added, then the sentence deleted',
    [type('Legal', ' paid ', ' paid about '), type('Editor', ` ${SENTENCE.replace('paid', 'paid about')}`)],
  ],
  [
    'a digit was changed, then the sentence replaced',
    [
      replace('Legal', '1111', '6111'),
      replace('Editor', SENTENCE.replace('1111', '6111'), 'Nobody knew much of it then.'),
    ],
  ],
])('who wrote words does not verify them when somebody restores them after %s', async (_, steps) => {
  const on = await desk()
  const { act, story, kept } = on
  for (const step of steps) await step(on)
  await act('Reporter', 'version.restore', { story, n: kept })
  const { id: source } = await act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '1111 won', type: 'figure' })
  const verify = (by: string) =>
    act(by, 'fact.sign', {
      ...{ story, fact, status: 'verified' },
      evidence: { source, locator: 'p. 1', stance: 'supports' },
    })
  await expect(verify('Checker')).rejects.toThrow(
    'Checker wrote these words. Someone else must verify them, or first accept them as a suggestion.',
  )
})

test.each<[string, readonly Step[]]>([
  ['changed a digit', [replace('Editor', '1111', '6111')]],
  ['deleted the sentence', [type('Editor', ` ${SENTENCE}`)]],
  ['deleted the graf', [deleteGraf('Editor', SENTENCE)]],
])('who %s is no writer of the words that somebody else restores', async (_, steps) => {
  const on = await desk()
  const { act, story, kept } = on
  for (const step of steps) await step(on)
  await act('Reporter', 'version.restore', { story, n: kept })
  const { id: source } = await act('Editor', 'source.add', { name: 'Record', kind: 'official' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '1111 won', type: 'figure' })
  const evidence = { source, locator: 'p. 1', stance: 'supports' } as const
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence })
  expect((await act('Editor', 'story.show', { story })).facts.map(({ text, status }) => [text, status])).toEqual([
    ['1111 won', 'verified'],
  ])
})
