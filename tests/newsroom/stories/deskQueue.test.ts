/** What waits for a person is read from each fact once, and is never behind. */
import { expect, test } from 'vitest'
import type { QueueItem } from '../../../src/story/requests/requests'
import { newsDesk } from '../newsDesk'

test('each change of a fact, of its question and of the desk shows at once', async () => {
  const { act } = await newsDesk()
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Headline\n\nDeck\n\nIt cost 100 won.\n\nIt cost 200 won.'),
  })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100', type: 'figure' })
  await act('Reporter', 'fact.tag', { story, text: '200', type: 'figure' })
  const queue = async (person: string): Promise<readonly string[]> =>
    (await act(person, 'desk.queue', {})).map(({ kind, words, note }: QueueItem) => `${kind}: ${words} (${note})`)
  expect(await queue('Legal')).toEqual([])
  const ask = (by: string, addressee: string, question: string) =>
    act(by, 'fact.sign', { story, fact, status: 'queried', reason: question, addressee })
  await ask('Editor', 'Legal', 'Which year?')
  expect([await queue('Legal'), await queue('Reporter')]).toEqual([['asked: 100 (Editor: Which year?)'], []])
  await ask('Editor', 'Reporter', 'Who said so?')
  expect([await queue('Legal'), await queue('Reporter')]).toEqual([[], ['asked: 100 (Editor: Who said so?)']])
  await act('Reporter', 'fact.answer', { story, fact, text: 'The ministry' })
  expect([await queue('Reporter'), await queue('Editor')]).toEqual([[], ['answered: 100 (The ministry)']])
  await act('Editor', 'fact.sign', { story, fact, status: 'wrong', reason: 'It cost 300 won' })
  expect(await queue('Editor')).toEqual([])
  await act('Editor', 'story.setField', { story, field: 'assignee', value: 'Legal' })
  expect(await queue('Legal')).toEqual(['assigned: 2 open facts ()'])
})
