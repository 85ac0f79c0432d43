/** What waits for a person is read from each fact once, and is never behind. */
import { expect, test } from 'vitest'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import type { QueueItem } from '../../../src/story/requests/requests'
import { defined } from '../../../src/story/text/defined'
import { MemoryStore } from '../../builders/library/memoryStore'
import { deletionDesk, opened, outcome } from '../library/deleting/deletionDesk'
import { newsDesk, NOW } from '../newsDesk'

test('each change of a fact, of its question and of the desk shows at once', async () => {
  const { act } = await newsDesk()
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Headline\n\nDeck\n\nIt cost 100 won.\n\nIt cost 200 won.'),
  })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100', type: 'figure' })
  await act('Reporter', 'fact.tag', { story, text: '200', type: 'figure' })
  const queue = async (person: string): Promise<readonly string[]> =>
    (await act(person, 'desk.queue', {})).items.map(({ kind, words, note }: QueueItem) => `${kind}: ${words} (${note})`)
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

test('a story that is deleted while the queue reads its names is not in it, and one that cannot be read is told', async () => {
  const first = await deletionDesk()
  await first.act('Editor', 'source.add', { name: 'Zebedee Okonkwo', kind: 'person', protected: true })
  const { id: story } = await first.act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Okonkwo speaks\n\nDeck\n\nZebedee Okonkwo paid 100 won.'),
  })
  await first.act('Reporter', 'fact.tag', { story, text: '100', type: 'figure' })
  await first.act('Editor', 'story.setField', { story, field: 'assignee', value: 'Legal' })
  await first.room.close()
  const { act, store, room } = await opened(first.library)
  const queue = async () => (await act('Legal', 'desk.queue', {})).items.map(({ headline }) => headline)
  expect(await queue()).toEqual(['Okonkwo speaks'])
  const readEntry = store.readEntry.bind(store)
  store.readEntry = () => Promise.reject(new Error('The drive is gone.'))
  expect(await outcome(queue())).toContain('The drive is gone.')
  store.readEntry = async (id) => {
    store.readEntry = readEntry
    await act('Editor', 'story.move', { story: id, to: 'spiked' })
    await act('Editor', 'story.delete', { story: id })
    return readEntry(id)
  }
  expect(await queue()).toEqual([])
  await room.close()
  await first.library.remove()
})

test('a comment that mentions a person, or is assigned to them, waits until they answer or it is resolved', async () => {
  const { act } = await newsDesk()
  await act('Editor', 'roster.add', { name: 'Legal Aid', role: 'reporter' })
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Headline\n\nDeck\n\nIt cost 100 won.'),
  })
  const queue = async (person: string) =>
    (await act(person, 'desk.queue', {})).items.map(({ kind, comment, words, note }) => [kind, comment, words, note])
  const { id } = await act('Editor', 'comment.add', { story, text: 'Ask @legal, please.' })
  expect([await queue('Legal'), await queue('Legal Aid'), await queue('Editor')]).toEqual([
    [['mentioned', id, 'Ask @legal, please.', 'Editor']],
    [],
    [],
  ])
  await act('Legal', 'comment.reply', { story, comment: id, text: 'Done.' })
  expect(await queue('Legal')).toEqual([])
  await act('Editor', 'comment.reply', { story, comment: id, text: '@Legal Aid: and you?' })
  expect([await queue('Legal'), await queue('Legal Aid')]).toEqual([
    [],
    [['mentioned', id, '@Legal Aid: and you?', 'Editor']],
  ])
  await act('Editor', 'comment.change', { story, comment: id, assignee: 'Reporter' })
  expect(await queue('Reporter')).toEqual([['mentioned', id, '@Legal Aid: and you?', 'Editor']])
  await act('Editor', 'comment.change', { story, comment: id, resolved: true })
  expect([await queue('Reporter'), await queue('Legal Aid')]).toEqual([[], []])
})

test('mentions are found in the index, also in a story that is not open and has a protected name', async () => {
  const first = await deletionDesk()
  const { id: story } = await first.act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Okonkwo speaks\n\nDeck\n\nZebedee Okonkwo paid 100 won.'),
  })
  await first.act('Editor', 'comment.add', { story, text: 'Is it the same Okonkwo, (@Legal)?' })
  await first.act('Editor', 'source.add', { name: 'Zebedee Okonkwo', kind: 'person', protected: true })
  await first.room.close()
  const { act, room } = await opened(first.library)
  const found = (await act('Legal', 'desk.queue', {})).items.map(({ kind, words }) => [kind, words])
  expect([found, room.index.open(story)]).toEqual([[['mentioned', 'Is it the same Okonkwo, (@Legal)?']], undefined])
  await room.close()
})

test('a story that is filed waits for the desk, or for the one it is assigned to, until somebody takes it up', async () => {
  const first = await deletionDesk()
  const { act } = first
  await act('Editor', 'roster.add', { name: 'Ida', role: 'checker' })
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Ferry sails\n\nDeck\n\nIt sailed.'),
  })
  for (const [field, value] of [
    ['slug', 'ferry'],
    ['author', 'Reporter'],
  ] as const)
    await act('Reporter', 'story.setField', { story, field, value })
  const queue = async (person: string) =>
    (await act(person, 'desk.queue', {})).items.map(({ kind, words, note, stage }) => [kind, words, note, stage])
  expect(await queue('Editor')).toEqual([])
  await act('Reporter', 'story.move', { story, to: 'filed' })
  const filed = [['filed', 'Ferry sails', 'By Reporter', 'filed']]
  expect([await queue('Editor'), await queue('Ida'), await queue('Reporter'), await queue('Legal')]).toEqual([
    filed,
    filed,
    [],
    [],
  ])
  await act('Editor', 'story.setField', { story, field: 'assignee', value: 'Ida' })
  expect([await queue('Editor'), await queue('Ida')]).toEqual([[], filed])
  // Also from the index, when the story is not open.
  await first.room.close()
  const next = await opened(first.library)
  const kinds = async (person: string) => (await next.act(person, 'desk.queue', {})).items.map(({ kind }) => kind)
  expect([await kinds('Ida'), await kinds('Editor')]).toEqual([['filed'], []])
  await next.act('Editor', 'story.setField', { story, field: 'assignee', value: '' })
  expect([await kinds('Ida'), await kinds('Editor'), await kinds('Reporter')]).toEqual([['filed'], ['filed'], []])
  await next.act('Ida', 'story.move', { story, to: 'inReview' })
  expect([await kinds('Ida'), await kinds('Editor')]).toEqual([[], []])
  await next.room.close()
  await first.library.remove()
})

test('a comment that must be fixed waits for whose story it is, then for its writer, until it is resolved', async () => {
  const first = await deletionDesk()
  const { act } = first
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Ferry sails\n\nDeck\n\nIt sailed.'),
  })
  await act('Reporter', 'story.setField', { story, field: 'author', value: 'Reporter' })
  const { id: comment } = await act('Editor', 'comment.add', { story, text: 'Name the ferry.', mustFix: true })
  const queue = async (person: string) =>
    (await act(person, 'desk.queue', {})).items.map(({ kind, words, note }) => [kind, words, note])
  expect([await queue('Reporter'), await queue('Editor')]).toEqual([[['mustFix', 'Name the ferry.', 'Editor']], []])
  await act('Reporter', 'comment.reply', { story, comment, text: 'Done.' })
  expect([await queue('Reporter'), await queue('Editor')]).toEqual([[], [['mustFix', 'Done.', 'Reporter']]])
  await first.room.close()
  const next = await opened(first.library)
  const kinds = async (person: string) => (await next.act(person, 'desk.queue', {})).items.map(({ kind }) => kind)
  expect([await kinds('Reporter'), await kinds('Editor')]).toEqual([[], ['mustFix']])
  await next.act('Editor', 'comment.change', { story, comment, resolved: true })
  expect(await kinds('Editor')).toEqual([])
  await next.room.close()
  await first.library.remove()
})

test('a part of the queue tells how many wait in all, and looks only at the files of the stories in it', async () => {
  const first = await deletionDesk()
  for (const name of ['a', 'b', 'c']) {
    const { id: story } = await first.act('Reporter', 'story.import', {
      name: `${name}.txt`,
      bytes: new TextEncoder().encode(`Ferry ${name}\n\nDeck\n\nIt sailed.`),
    })
    await first.act('Editor', 'comment.add', { story, text: 'Whose, @Legal?' })
  }
  await first.room.close()
  const { act, room, store } = await opened(first.library)
  const looks: string[] = []
  const hasStamp = store.hasStamp.bind(store)
  await act('Legal', 'story.list', {})
  store.hasStamp = (id, stamp) => {
    looks.push(id)
    return hasStamp(id, stamp)
  }
  const part = async (limit?: number) => {
    looks.length = 0
    const { items, total } = await act('Legal', 'desk.queue', defined({ limit }))
    return [items.map(({ headline }) => headline), total, looks.length]
  }
  expect([await part(0), await part(2), await part(3), await part()]).toEqual([
    [[], 3, 0],
    [['Ferry a', 'Ferry b'], 3, 2],
    [['Ferry a', 'Ferry b', 'Ferry c'], 3, 3],
    [['Ferry a', 'Ferry b', 'Ferry c'], 3, 3],
  ])
  // Stories in memory tell of themselves: what waits in them is counted once, as it is now.
  const [story = ''] = (await act('Legal', 'story.list', {})).map(({ id }) => id)
  await act('Editor', 'comment.add', { story, text: 'And when, @Legal?' })
  expect([await part(1), await part(2), await part(9)]).toEqual([
    [['Ferry a'], 4, 1],
    [['Ferry a', 'Ferry a'], 4, 2],
    [['Ferry a', 'Ferry a', 'Ferry b', 'Ferry c'], 4, 2],
  ])
  await room.close()
  await first.library.remove()
})

test('of each kind the queue gives as many as are asked for, and tells how many there are', async () => {
  const { act } = await newsDesk()
  for (const name of ['a', 'b', 'c']) {
    const { id: story } = await act('Reporter', 'story.import', {
      name: `${name}.txt`,
      bytes: new TextEncoder().encode(`Ferry ${name}\n\nDeck\n\nIt cost 100 won.`),
    })
    await act('Editor', 'comment.add', { story, text: 'Whose, @Legal?' })
    if (name === 'a') await act('Editor', 'comment.add', { story, text: 'And when, @Legal?' })
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100', type: 'figure' })
    if (name === 'b')
      await act('Editor', 'fact.sign', { story, fact, status: 'queried', reason: 'Which?', addressee: 'Legal' })
  }
  const queue = async (request: { readonly limit?: number; readonly perKind?: number }) => {
    const { items, ...counts } = await act('Legal', 'desk.queue', request)
    expect(counts).toEqual({ total: 5, kinds: { mentioned: 4, asked: 1 } })
    return items.map(({ kind, headline }) => `${kind} ${headline}`)
  }
  expect([await queue({ perKind: 0 }), await queue({ perKind: 1 }), await queue({ perKind: 2, limit: 2 })]).toEqual([
    [],
    ['mentioned Ferry a', 'asked Ferry b'],
    ['mentioned Ferry a', 'mentioned Ferry a'],
  ])
  expect(await queue({ perKind: 3 })).toEqual([
    ...['mentioned Ferry a', 'mentioned Ferry a', 'asked Ferry b', 'mentioned Ferry b'],
  ])
})

test('a story that is opened or let go while the index answers is counted once, as it was when it was asked', async () => {
  const { act, room } = await newsDesk()
  const ids: string[] = []
  for (const name of ['open', 'shut']) {
    const { id: story } = await act('Reporter', 'story.import', {
      name: `${name}.txt`,
      bytes: new TextEncoder().encode(`Ferry ${name}\n\nDeck\n\nIt sailed.`),
    })
    await act('Editor', 'comment.add', { story, text: 'Whose, @Legal?' })
    ids.push(story)
  }
  const [open = '', shut = ''] = ids
  const rest = (held: readonly string[]) => room.restStories(() => new Set(held)).look(performance.now() + 1_000_000)
  await rest([open])
  await act('Editor', 'comment.add', { story: open, text: 'And when, @Legal?' })
  expect([room.index.open(open)?.id, room.index.open(shut)]).toEqual([open, undefined])
  const question = room.index.question.bind(room.index)
  room.index.question = async (call, ...asked) => {
    const answer = await question(call, ...asked)
    room.index.question = question
    await act('Editor', 'comment.add', { story: shut, text: 'And when, @Legal?' })
    await rest([shut])
    return answer
  }
  const { items, total } = await act('Legal', 'desk.queue', {})
  expect([items.map(({ headline }) => headline), total]).toEqual([['Ferry open', 'Ferry open', 'Ferry shut'], 3])
  const after = await act('Legal', 'desk.queue', {})
  expect([after.items.length, after.total]).toEqual([4, 4])
})

test('a filed story waits for the first person, who stays an editor when another is named', async () => {
  const room = await Newsroom.open({ store: new MemoryStore('Ann'), clock: { now: () => NOW }, ids: sequentialIds })
  await runAction(room, 'Ann', 'roster.add', { name: 'Ben' })
  const bytes = new TextEncoder().encode('Ferry sails\n\nDeck\n\nIt sailed.')
  const { id: story } = await runAction(room, 'Ben', 'story.import', { name: 'a.txt', bytes })
  await runAction(room, 'Ben', 'story.move', { story, to: 'filed' })
  const kinds = async (person: string) =>
    (await runAction(room, person, 'desk.queue', {})).items.map(({ kind }) => kind)
  expect([await kinds('Ann'), await kinds('Ben')]).toEqual([['filed'], []])
  await runAction(room, 'Ann', 'roster.add', { name: 'Cho', role: 'editor' })
  expect([await kinds('Ann'), await kinds('Cho')]).toEqual([['filed'], ['filed']])
  await room.close()
})
