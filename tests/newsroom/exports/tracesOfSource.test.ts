/** A source that is protected after something named it: where its name still is, and what may have left. */
import { expect, test } from 'vitest'
import { tracesInWords } from '../../../src/story/requests/library/tracesInWords'
import { busanDesk } from '../newsDesk'

test('who protects a source is told where its name is, what left with it, and never the name', async () => {
  const { act, story } = await busanDesk()
  await act('Reporter', 'story.import', {
    name: 'other.txt',
    bytes: new TextEncoder().encode('Other\n\nNobody spoke.'),
  })
  const { id: source } = await act('Reporter', 'source.add', { name: 'Jane Roe', kind: 'person' })
  await act('Editor', 'comment.add', { story, text: 'Did Jane Roe say so?' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  const evidence = { source, locator: 'Jane Roe, 30 Oct, by phone', stance: 'supports' } as const
  await act('Reporter', 'fact.addEvidence', { story, fact, evidence })
  await act('Editor', 'story.export', { story, format: 'factsheet', edition: 'internal', destination: 'desk.html' })
  await act('Reporter', 'version.keep', { story, name: 'After Jane Roe called' })
  await act('Editor', 'words.add', { list: 'spelling', words: 'Jane Roe', source: 'The desk' })
  await expect(act('Editor', 'source.traces', { source })).rejects.toThrow('Only the name of a protected source')
  await act('Editor', 'source.edit', { source, protected: true })
  const traces = await act('Editor', 'source.traces', { source })
  expect(traces).toEqual({
    stories: [
      {
        story,
        title: 'Trump and Xi hold first talks in six years',
        places: ['a comment', '2 entries of the history', '2 snapshots'],
        left: ['desk.html'],
      },
    ],
    library: ['the words of the desk', 'the history of the library'],
    unread: [],
  })
  expect(JSON.stringify(traces)).not.toContain('Roe')
  expect(tracesInWords(traces, 'Source A').slice(0, 2)).toEqual([
    `${story}  Trump and Xi hold first talks in six years: a comment; 2 entries of the history; 2 snapshots; ` +
      'may have left: desk.html',
    'The library: the words of the desk, the history of the library',
  ])
})

test('an entry that a source’s name and its alias are found in counts once', async () => {
  const { act, story } = await busanDesk()
  const person = { name: 'Daniel Okafor', kind: 'person', aliases: ['Okafor'] } as const
  const { id: source } = await act('Reporter', 'source.add', person)
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  const evidence = { source, locator: 'Daniel Okafor, by phone', stance: 'supports' } as const
  await act('Reporter', 'fact.addEvidence', { story, fact, evidence })
  await act('Editor', 'source.edit', { source, protected: true })
  const { stories } = await act('Editor', 'source.traces', { source })
  expect(stories.map(({ places }) => places)).toEqual([['1 entry of the history']])
})

test('the stories that are looked into stay in memory only if somebody uses them', async () => {
  const { act, room, story } = await busanDesk()
  const others: string[] = []
  for (const name of ['one.txt', 'two.txt', 'three.txt']) {
    const bytes = new TextEncoder().encode('Other\n\nJane Roe spoke.')
    others.push((await act('Reporter', 'story.import', { name, bytes })).id)
  }
  const person = { name: 'Jane Roe', kind: 'person', protected: true } as const
  const { id: source } = await act('Reporter', 'source.add', person)
  const [first = '', ...more] = others
  for (const id of more) await room.unload(id)
  await room.story(story)
  await room.story(first)
  const before = [...room.openIds()]
  const { stories, unread } = await act('Editor', 'source.traces', { source })
  expect([stories.map((one) => one.story), unread]).toEqual([others, []])
  expect([...room.openIds()]).toEqual(before)
  expect(before).toEqual(expect.not.arrayContaining(more))
})

test('a protected source that nothing names leaves no trace', async () => {
  const { act } = await busanDesk()
  const { id: source } = await act('Reporter', 'source.add', { name: 'Jane Roe', kind: 'person', protected: true })
  const traces = await act('Editor', 'source.traces', { source })
  expect(traces).toEqual({ stories: [], library: [], unread: [] })
  expect(tracesInWords(traces, 'Source A')[0]).toBe('The name of Source A was not found.')
})

test('the list of the desk’s words keeps no protected name where a word is from', async () => {
  const { act } = await busanDesk()
  await act('Reporter', 'source.add', { name: 'Jane Roe', kind: 'person', protected: true })
  const { word } = await act('Editor', 'words.add', {
    list: 'spelling',
    words: 'Kimchi',
    source: 'Jane Roe spells it so',
  })
  expect(word.source).toBe('Source A spells it so')
})
