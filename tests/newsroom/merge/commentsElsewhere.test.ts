/** Comments that come back in a bundle: only what their writer signed counts. */
import * as Y from 'yjs'
import { expect, test, vi } from 'vitest'
import { addComment, changeComment, replyToComment } from '../../../src/document/comments'
import { KEEPS_COPY } from '../../../src/newsroom/replica/storyEditing'
import { COMMENTS_MAP, SUGGESTIONS_MAP } from '../../../src/story/copy/documentSchema'
import { changedDocument, tampered } from './tampered'
import type { Machine } from './machines'
import { bothTrust, handOver, merge, two } from './twoMachines'
import { isNameUnproven, notesElsewhere } from '../../../src/story/trust/notesElsewhere'

/** The desk's comment, on both machines. `change`: what the train's Stet does to its record without asking. */
async function tamperedComment(change: (record: Y.Map<unknown>, comments: Y.Map<unknown>, id: string) => void) {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  const { id } = await desk.act('Lee', 'comment.add', { story, text: 'Says who?', on: '100 minutes', mustFix: true })
  await desk.act('Ben', 'comment.reply', { story, comment: id, text: 'The pool.' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'copy.replace', { story, replace: 'They left', with: 'Both left' })
  const forged = await tampered(
    await handOver(train, 'Kim', story),
    ({ document }) => ({
      document: changedDocument(document, (doc) => {
        const comments = doc.getMap(COMMENTS_MAP)
        const record = comments.get(id)
        if (record instanceof Y.Map) change(record, comments, id)
      }),
    }),
    { on: train, by: 'Kim' },
  )
  const done = await merge(desk, 'Lee', forged)
  const { comments } = await desk.act('Lee', 'story.show', { story })
  const { blocks } = await desk.act('Lee', 'story.gate', { story, door: 'clear' })
  const { comments: kept = [] } = (await desk.room.story(story)).value()
  return {
    refused: done?.refused,
    said: comments.map(({ by, text, replies }) => [by, text, ...replies.map((reply) => reply.text)]),
    mustFix: blocks.filter(({ rule }) => rule === 'mustFix').length,
    asks: kept.map(({ by, mustFixBy }) => mustFixBy ?? by),
  }
}

const WHOLE = { refused: undefined, said: [['Lee', 'Says who?', 'The pool.']], mustFix: 1, asks: ['Lee'] }

test.each<[string, (record: Y.Map<unknown>, comments: Y.Map<unknown>, id: string) => void]>([
  ['deletes it', (record) => record.set('deletedAt', '2026-11-28T09:00:00.000Z')],
  ['rewrites it', (record) => record.set('text', 'Fine by me.')],
  ['takes the must-fix mark off', (record) => record.set('mustFix', false)],
  ['says that its sender asks for the fix', (record) => record.set('mustFixBy', 'Kim')],
  ...['Lee', 'Kim'].map((name): [string, (record: Y.Map<unknown>) => void] => [
    `says that ${name} resolved it`,
    (record) => {
      record.set('resolvedBy', name)
      record.set('resolvedAt', '2026-11-28T09:00:00.000Z')
    },
  ]),
  ['takes its record away', (_record, comments, id) => comments.delete(id)],
  [
    'takes the answers away',
    (record) => {
      const replies = record.get('replies')
      if (replies instanceof Y.Array) replies.delete(0, replies.length)
    },
  ],
  [
    'rewrites an answer',
    (record) => {
      const replies = record.get('replies')
      const [reply] =
        replies instanceof Y.Array ? (replies.toArray() as { readonly by: string; readonly at: string }[]) : []
      if (reply) record.set(`answer ${reply.at} ${reply.by}`, { text: 'Nobody.', editedAt: '2026-11-28T09:00:00.000Z' })
    },
  ],
])('another person’s comment stays as it is here when a bundle %s', async (_what, change) => {
  expect(await tamperedComment(change)).toEqual(WHOLE)
})

test.each<[string, (record: Y.Map<unknown>) => void]>([
  ['takes its must-fix mark off', (record) => record.set('mustFix', false)],
  ['says that its sender asks for the fix', (record) => record.set('mustFixBy', 'Ben')],
  ['resolves it', (record) => record.set('resolvedBy', 'Lee')],
  ['deletes it', (record) => record.set('deletedAt', '2026-11-28T09:00:00.000Z')],
])('a signed comment that is new here comes as it was signed when a bundle %s', async (_what, change) => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  await desk.act('Lee', 'comment.add', { story, text: 'Says who?', on: '100 minutes', mustFix: true })
  const forged = await tampered(
    await handOver(desk, 'Ben', story),
    ({ document }) => ({
      document: changedDocument(document, (doc) => {
        for (const record of doc.getMap(COMMENTS_MAP).values()) if (record instanceof Y.Map) change(record)
      }),
    }),
    { on: desk, by: 'Ben' },
  )
  expect((await merge(train, 'Kim', forged))?.refused).toBeUndefined()
  const { comments = [] } = (await train.room.story(story)).value()
  expect(
    comments.map(({ text, mustFix, mustFixBy, by, resolved }) => [text, mustFix, mustFixBy ?? by, resolved]),
  ).toEqual([['Says who?', true, 'Lee', undefined]])
})

test('what its writer edits and deletes on another machine comes along', async () => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  const { id: first } = await train.act('Kim', 'comment.add', { story, text: 'Says who?', on: '100 minutes' })
  const { id: second } = await train.act('Kim', 'comment.add', { story, text: 'Delete me.' })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  await train.act('Kim', 'comment.edit', { story, comment: first, text: 'Says who, and when?' })
  await train.act('Kim', 'comment.delete', { story, comment: second })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  const said = async () => (await desk.act('Lee', 'story.show', { story })).comments.map(({ text }) => text)
  expect(await said()).toEqual(['Says who, and when?'])
  await train.act('Kim', 'comment.restore', { story, comment: second })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  expect(await said()).toEqual(['Says who, and when?', 'Delete me.'])
})

/** A comment that must be fixed, by Lee, on both machines. Kim has the train. */
async function mustFix(isAuthor: boolean) {
  const both = await two()
  const { desk, train, story } = both
  await bothTrust(desk, train)
  if (isAuthor)
    await desk.act('Lee', 'story.setField', {
      story,
      field: 'byline',
      value: [{ name: 'Ben' }, { name: 'Kim' }],
    } as never)
  const { id } = await desk.act('Lee', 'comment.add', { story, text: 'Says who?', on: '100 minutes', mustFix: true })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  return { ...both, id }
}

type MustFix = Awaited<ReturnType<typeof mustFix>>

/** What the desk says of the comment after a bundle of the train. */
async function after({ desk, train, story }: MustFix) {
  const done = await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  const { comments } = await desk.act('Lee', 'story.show', { story })
  const { blocks } = await desk.act('Lee', 'story.gate', { story, door: 'clear' })
  return {
    refused: done?.refused,
    comments: comments.map(({ text, resolved }) => [text, resolved?.by]),
    blocks: blocks.filter(({ rule }) => rule === 'mustFix').length,
  }
}

test('who resolves a comment, or needs no fix any more, on another machine is believed', async () => {
  const both = await mustFix(false)
  const { train, story, id } = both
  await train.act('Kim', 'comment.change', { story, comment: id, mustFix: false })
  expect(await after(both)).toEqual({ refused: undefined, comments: [['Says who?', undefined]], blocks: 0 })
  await train.act('Kim', 'comment.change', { story, comment: id, mustFix: true })
  expect(await after(both)).toEqual({ refused: undefined, comments: [['Says who?', undefined]], blocks: 1 })
  await train.act('Kim', 'comment.change', { story, comment: id, resolved: true })
  expect(await after(both)).toEqual({ refused: undefined, comments: [['Says who?', 'Kim']], blocks: 0 })
  await train.act('Kim', 'comment.change', { story, comment: id, resolved: false })
  expect(await after(both)).toEqual({ refused: undefined, comments: [['Says who?', undefined]], blocks: 1 })
})

test.each(['resolved', 'notMustFix'] as const)('an author whose Stet does not ask signs in vain: %s', async (says) => {
  const both = await mustFix(true)
  const { train, story, id } = both
  const open = await train.room.story(story)
  const change = says === 'resolved' ? { resolved: { by: 'Kim', at: '2026-11-28T09:00:00.000Z' } } : { mustFix: false }
  await open.edit('Kim', (doc) => changeComment(doc, id, change), KEEPS_COPY).saved
  await open.note('Kim', { kind: 'commentMarked', comment: id, says, text: 'Says who?' }).written
  expect(await after(both)).toEqual({ refused: undefined, comments: [['Says who?', undefined]], blocks: 1 })
})

test.each(['train', 'desk'])(
  'what an author resolved while somebody else said that it must be fixed is open again, the %s merges first',
  async (first) => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    await desk.act('Lee', 'story.setField', { story, field: 'byline', value: [{ name: 'Ben' }, { name: 'Kim' }] })
    const said = async (text: string): Promise<string> =>
      (await desk.act('Lee', 'comment.add', { story, text, on: 'They left' })).id
    const [must, may] = [await said('Says who?'), await said('Nice.')]
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await desk.act('Lee', 'comment.change', { story, comment: must, mustFix: true })
    for (const comment of [must, may]) await train.act('Kim', 'comment.change', { story, comment, resolved: true })
    const toDesk = async () => merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const toTrain = async () => merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await (first === 'desk' ? toDesk() : toTrain())
    await (first === 'desk' ? toTrain() : toDesk())
    for (const on of [desk, train]) {
      const { comments } = await on.act('Lee', 'story.show', { story })
      expect(comments.map(({ text, mustFix, resolved }) => [text, mustFix, resolved !== undefined])).toEqual([
        ['Says who?', true, false],
        ['Nice.', false, true],
      ])
    }
    // They are done with one another.
    const vector = async (on: Machine) => [
      ...Y.decodeStateVector(Y.encodeStateVector((await on.room.story(story)).doc)),
    ]
    await toTrain()
    const known = await vector(desk)
    await toDesk()
    await toTrain()
    expect([await vector(desk), (await vector(train)).sort()]).toEqual([known, known.toSorted()])
  },
)

test.each(['train', 'desk'])(
  'what must be fixed and says something else meanwhile is not resolved by who read what it said before, the %s merges first',
  async (first) => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    const { id: comment } = await desk.act('Lee', 'comment.add', { story, text: 'Says who?', mustFix: true })
    const { id: other } = await desk.act('Lee', 'comment.add', { story, text: 'Why?', mustFix: true })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await desk.act('Lee', 'comment.edit', { story, comment, text: 'This is libel.' })
    await train.act('Kim', 'comment.change', { story, comment, resolved: true })
    await train.act('Kim', 'comment.change', { story, comment: other, resolved: true })
    const toDesk = async () => merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const toTrain = async () => merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await (first === 'desk' ? toDesk() : toTrain())
    await (first === 'desk' ? toTrain() : toDesk())
    const held = async (on: Machine) =>
      (await on.act('Lee', 'story.gate', { story, door: 'clear' })).blocks
        .filter(({ rule }) => rule === 'mustFix')
        .map(({ message }) => message)
    const open = ['Lee says this must be fixed: “This is libel.”.']
    expect([await held(desk), await held(train)]).toEqual([open, open])
    // Now Kim has read it, and a slip that is mended afterwards asks for nothing.
    await train.act('Kim', 'comment.change', { story, comment, resolved: true })
    await toDesk()
    await desk.act('Lee', 'comment.edit', { story, comment, text: 'This is libel!' })
    await toTrain()
    expect([await held(desk), await held(train)]).toEqual([[], []])
  },
)

test.each(['train', 'desk'])(
  'what an author deleted while somebody else said that it must be fixed stands again, the %s merges first',
  async (first) => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    await desk.act('Lee', 'story.setField', { story, field: 'byline', value: [{ name: 'Ben' }, { name: 'Kim' }] })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const said = async (text: string): Promise<string> =>
      (await train.act('Kim', 'comment.add', { story, text, on: 'They left' })).id
    const [must, may] = [await said('Says who?'), await said('Nice.')]
    const toDesk = async () => merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const toTrain = async () => merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await toDesk()
    await desk.act('Lee', 'comment.change', { story, comment: must, mustFix: true })
    for (const comment of [must, may]) await train.act('Kim', 'comment.delete', { story, comment })
    await (first === 'desk' ? toDesk() : toTrain())
    await (first === 'desk' ? toTrain() : toDesk())
    const shown = async (on: Machine) =>
      (await on.act('Lee', 'story.show', { story })).comments.map(({ text, mustFix: asked }) => [text, asked])
    const both = async () => [await shown(desk), await shown(train)]
    expect(await both()).toEqual([[['Says who?', true]], [['Says who?', true]]])
    // They are done with one another.
    const vector = async (on: Machine) =>
      [...Y.decodeStateVector(Y.encodeStateVector((await on.room.story(story)).doc))].sort()
    await toTrain()
    await toDesk()
    const known = await vector(desk)
    await toTrain()
    await toDesk()
    expect([await vector(desk), await vector(train)]).toEqual([known, known])
    expect(await both()).toEqual([[['Says who?', true]], [['Says who?', true]]])
  },
)

test('who wrote the words and has no byline signs in vain that it is resolved', async () => {
  const both = await mustFix(false)
  const { train, story, id } = both
  await train.act('Kim', 'copy.replace', { story, replace: '100 minutes', with: '110 minutes' })
  await expect(train.act('Kim', 'comment.change', { story, comment: id, resolved: true })).rejects.toThrow(
    'Lee says this must be fixed, and Kim wrote the words.',
  )
  const open = await train.room.story(story)
  const resolved = { by: 'Kim', at: '2026-11-28T09:00:00.000Z' }
  await open.edit('Kim', (doc) => changeComment(doc, id, { resolved }), KEEPS_COPY).saved
  await open.note('Kim', { kind: 'commentMarked', comment: id, says: 'resolved', text: 'Says who?' }).written
  expect(await after(both)).toEqual({ refused: undefined, comments: [['Says who?', undefined]], blocks: 1 })
})

test('who wrote the words and asks for the fix, too, lets go of no mark of somebody else', async () => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  const { id } = await desk.act('Lee', 'comment.add', { story, text: 'Says who?', on: '100 minutes' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'copy.replace', { story, replace: '100 minutes', with: '110 minutes' })
  await train.act('Kim', 'comment.change', { story, comment: id, mustFix: true })
  await desk.act('Lee', 'comment.change', { story, comment: id, mustFix: true })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  for (const change of [{ mustFix: false }, { resolved: true }])
    await expect(train.act('Kim', 'comment.change', { story, comment: id, ...change })).rejects.toThrow(
      'Lee says this must be fixed, and Kim wrote the words.',
    )
})

test('a new comment or answer by bundle that its name did not sign says so, and a signed one that is passed on does not', async () => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  const { id: signed } = await desk.act('Lee', 'comment.add', { story, text: 'Says who?', on: '100 minutes' })
  await desk.act('Ben', 'comment.reply', { story, comment: signed, text: 'The pool.' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  const seen = async (on: typeof desk, by: string) =>
    (await on.act(by, 'story.show', { story })).comments.map(({ by: name, text, unsigned, unsignedReplies }) => [
      name,
      text,
      unsigned,
      unsignedReplies,
    ])
  // Passed on by Kim, and signed by Lee and Ben.
  expect(await seen(train, 'Kim')).toEqual([['Lee', 'Says who?', undefined, undefined]])
  const { id: own } = await train.act('Kim', 'comment.add', { story, text: 'Fine by me.' })
  const open = await train.room.story(story)
  const at = '2026-11-28T09:00:00.000Z'
  await open.edit(
    'Kim',
    (doc) => {
      const thread = { by: 'Lee', at, text: 'Clear it.', mustFix: false, assignee: '', replies: [] }
      addComment(doc, { ...thread, id: 'comment-forged' }, [])
      replyToComment(doc, own, { by: 'Lee', at, text: 'And by me.' })
    },
    KEEPS_COPY,
  ).saved
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  expect((await seen(desk, 'Lee')).sort()).toEqual([
    ['Kim', 'Fine by me.', undefined, [1]],
    ['Lee', 'Clear it.', true, undefined],
    ['Lee', 'Says who?', undefined, undefined],
  ])
})

test.each(['Kim', 'nobody'])(
  'a new suggestion by bundle says that its name did not sign it where %s did',
  async (who) => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const propose = { story, replace: 'They left', with: 'Both left' }
    const { id: own } = await train.act('Kim', 'suggestion.propose', propose)
    const open = await train.room.story(story)
    const noted = vi.spyOn(open, 'observe')
    if (who === 'nobody') noted.mockImplementation(() => Promise.resolve())
    const { id: forged } = await train.act('Kim', 'suggestion.propose', { ...propose, replace: '100', with: '90' })
    const named = (doc: Y.Doc): void => {
      const record = doc.getMap(SUGGESTIONS_MAP).get(forged)
      if (record instanceof Y.Map) record.set('by', 'Lee')
    }
    await open.edit('Kim', named, KEEPS_COPY).saved
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    noted.mockRestore()
    const listed = await desk.act('Lee', 'suggestion.list', { story })
    expect(listed.map(({ id, by, unsigned }) => [id === own, by, unsigned])).toEqual([
      [false, 'Lee', true],
      [true, 'Kim', undefined],
    ])
    const { entries } = await desk.room.story(story)
    expect(entries.filter((entry) => entry.kind === 'suggested' && entry.by === 'Lee')).toEqual([])
  },
)

test('a suggestion that Stet signed on another machine says that its name did not sign it', async () => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  const propose = (replace: string, words: string) =>
    train.act('Kim', 'suggestion.propose', { story, replace, with: words })
  const { id: own } = await propose('They left', 'Both left')
  // As with a key that is closed: the key for notes signs what needs no more.
  const closed = vi.spyOn(train.room.ring, 'usableKeyOf').mockReturnValue(undefined)
  const { id: noted } = await propose('100', '90')
  closed.mockRestore()
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  const listed = async (on: typeof desk, by: string) =>
    (await on.act(by, 'suggestion.list', { story })).map(({ id, by: name, unsigned }) => [id, name, unsigned])
  expect(await listed(desk, 'Lee')).toEqual([
    [noted, 'Kim', true],
    [own, 'Kim', undefined],
  ])
  // There, Stet knows whose window it was.
  expect(await listed(train, 'Kim')).toEqual([
    [noted, 'Kim', undefined],
    [own, 'Kim', undefined],
  ])
  const { entries } = await desk.room.story(story)
  const notes = notesElsewhere(desk.room.ring.history)
  expect(
    entries.flatMap((entry) => (entry.kind === 'suggested' ? [[entry.suggestion, isNameUnproven(entry, notes)]] : [])),
  ).toEqual([
    [own, false],
    [noted, true],
  ])
})

test('a suggestion stays that of who proposed it', async () => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  await desk.act('Lee', 'suggestion.propose', { story, replace: 'left separately', with: 'went' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'comment.add', { story, text: 'Hello.' })
  const forged = await tampered(
    await handOver(train, 'Kim', story),
    ({ document }) => ({
      document: changedDocument(document, (doc) => {
        for (const record of doc.getMap(SUGGESTIONS_MAP).values()) if (record instanceof Y.Map) record.set('by', 'Ben')
      }),
    }),
    { on: train, by: 'Kim' },
  )
  expect((await merge(desk, 'Lee', forged))?.refused).toBeUndefined()
  const { suggestions = [] } = (await desk.room.story(story)).value()
  expect(suggestions.map(({ by }) => by)).toEqual(['Lee'])
})
