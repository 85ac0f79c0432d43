/** A colleague whose Stet says what it likes of who wrote what. The document here knows better. */
import { expect, test, vi } from 'vitest'
import type { Verdict } from '../../../src/story/assessment/finding'
import { trust } from './machines'
import { bothTrust, handOver, merge, replace, two, verify } from './twoMachines'

/** Ben's figure, on both machines. */
async function figure() {
  const both = await two()
  const { desk, train, story } = both
  await bothTrust(desk, train)
  await replace(desk, 'Ben', story, 'They left separately.', 'They said 12 people were not hurt.')
  const { id: fact } = await desk.act('Ben', 'fact.tag', { story, text: '12 people', type: 'figure' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  return { ...both, fact }
}

type Both = Awaited<ReturnType<typeof figure>>

/** What Kim does with a Stet that says of everything that Ben wrote it, and notes no change but this one. */
async function lying({ train, story, fact }: Both, words: string | undefined, act: () => Promise<void>): Promise<void> {
  const open = await train.room.story(story)
  const spies = [
    vi.spyOn(open, 'observe').mockImplementation(() => Promise.resolve()),
    vi.spyOn(open.writers, 'at').mockImplementation(() => new Set(['Ben'])),
    vi.spyOn(open.writers, 'around').mockImplementation(() => ['Ben']),
  ]
  const { edit } = open
  const noted = vi.spyOn(open, 'edit').mockImplementation((...asked: Parameters<typeof edit>) => {
    const done = edit.apply(open, asked)
    if (words !== undefined) void open.note('Stet', { kind: 'reworded', fact, words, writers: ['Ben'] })
    return done
  })
  try {
    await act()
  } finally {
    for (const spy of [...spies, noted]) spy.mockRestore()
  }
}

/** What the desk says of the fact after a bundle of the train, and what it noted. */
async function after({ desk, train, story, fact }: Both) {
  const done = await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  const { facts } = await desk.act('Lee', 'story.show', { story })
  const open = await desk.room.story(story)
  return {
    refused: done?.refused,
    fact: facts.flatMap(({ id, text, status, reasons }) => (id === fact ? [[text, status, ...reasons]] : [])),
    found: open.entries.flatMap((entry) =>
      entry.kind === 'reworded' && entry.of !== undefined ? [[entry.by, entry.writers, entry.around]] : [],
    ),
  }
}

test.each<[string, string | undefined]>([
  ['a false note of who wrote them', '99 people'],
  ['no note', undefined],
])('nobody verifies their own words by %s', async (_what, note) => {
  const both = await figure()
  const { train, story, fact } = both
  await lying(both, note, async () => {
    await replace(train, 'Kim', story, '12 people', '99 people')
    await verify(train, 'Kim', story, fact)
  })
  expect(await after(both)).toEqual({
    refused: undefined,
    fact: [['99 people', 'toCheck', 'notEntitled']],
    found: [['Stet', ['Kim'], ['Kim']]],
  })
})

test('nobody is done with a context that they wrote, although the tick names others', async () => {
  const both = await figure()
  const { train, story, fact } = both
  await lying(both, undefined, async () => {
    await replace(train, 'Kim', story, 'were not hurt', 'were hurt')
    await verify(train, 'Kim', story, fact)
  })
  expect(await after(both)).toEqual({
    refused: undefined,
    fact: [['12 people', 'reCheck', 'ownContext']],
    found: [['Stet', [], ['Kim']]],
  })
})

test('nobody accepts the own change around another person’s tick, although nobody noted it', async () => {
  const both = await figure()
  const { desk, train, story, fact } = both
  await verify(desk, 'Lee', story, fact)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await lying(both, undefined, async () => {
    await replace(train, 'Kim', story, 'were not hurt', 'were hurt')
    await train.act('Kim', 'fact.acceptContext', { story, facts: [{ fact }] })
  })
  expect(await after(both)).toEqual({
    refused: undefined,
    fact: [['12 people', 'reCheck', 'ownContext']],
    found: [['Stet', [], ['Kim']]],
  })
})

/** Lee's tick on the train's machine, too. It names Kim, who has a byline and wrote in the sentence before. */
async function tickNamingKim() {
  const both = await figure()
  const { desk, train, story, fact } = both
  const value = [{ name: 'Ben' }, { name: 'Kim' }]
  await desk.act('Lee', 'story.setField', { story, field: 'byline', value } as never)
  await replace(train, 'Kim', story, 'They said', 'Police said')
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  await verify(desk, 'Lee', story, fact)
  return both
}

test('nobody accepts a later change of their own, although the tick names them for an earlier one', async () => {
  const both = await tickNamingKim()
  const { desk, train, story, fact } = both
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  const open = await train.room.story(story)
  await lying(both, undefined, async () => {
    await replace(train, 'Kim', story, 'were not hurt', 'were hurt')
    // As if the giver of the tick alone had changed it.
    vi.spyOn(open.writers, 'around').mockImplementation(() => ['Lee'])
    await train.act('Kim', 'fact.acceptContext', { story, facts: [{ fact }] })
  })
  expect(await after(both)).toEqual({
    refused: undefined,
    fact: [['12 people', 'reCheck', 'ownContext']],
    found: [['Stet', [], ['Kim']]],
  })
})

test('whom the tick names for an earlier change accepts that of its giver', async () => {
  const both = await tickNamingKim()
  const { desk, train, story, fact } = both
  await replace(desk, 'Lee', story, 'were not hurt', 'were hurt')
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'fact.acceptContext', { story, facts: [{ fact }] })
  expect(await after(both)).toEqual({ refused: undefined, fact: [['12 people', 'verified']], found: [] })
})

/** Kim verified words of her own, with such a Stet. The desk has her verdict, and does not trust her key yet. */
async function notTrustedYet() {
  const both = await two()
  const { desk, train, story } = both
  await trust('Kim', train, 'Lee', desk, 'editor')
  await trust('Kim', train, 'Ben', desk, 'reporter')
  await replace(desk, 'Ben', story, 'They left separately.', 'They said 12 people were not hurt.')
  const { id: fact } = await desk.act('Ben', 'fact.tag', { story, text: '12 people', type: 'figure' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await lying({ ...both, fact }, '99 people', async () => {
    await replace(train, 'Kim', story, '12 people', '99 people')
    await verify(train, 'Kim', story, fact)
  })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  return { desk, train, story, fact }
}

test.each(['open', 'closed'] as const)(
  'verdicts whose key is trusted later are asked of the document: %s',
  async (is) => {
    const { desk, train, story, fact } = await notTrustedYet()
    const status = async () => {
      const { facts } = await desk.act('Lee', 'story.show', { story })
      return facts.flatMap(({ id, text, status: now, reasons }) => (id === fact ? [[text, now, ...reasons]] : []))
    }
    expect(await status()).toEqual([['99 people', 'toCheck']])
    if (is === 'closed') expect(await desk.room.restStories(() => new Set()).look(Infinity)).toEqual([story])
    await trust('Lee', desk, 'Kim', train, 'editor')
    expect(await status()).toEqual([['99 people', 'toCheck', 'notEntitled']])
  },
)

test('a look at a story leaves verdicts trusted later as they are, and who uses it after that asks of them once', async () => {
  const { desk, train, story, fact } = await notTrustedYet()
  const found = async () => {
    const { ledger } = await desk.store.loadStory(story)
    return ledger.flatMap((entry) => (entry.kind === 'reworded' && entry.of !== undefined ? [entry.fact] : []))
  }
  expect(await desk.room.restStories(() => new Set()).look(Infinity)).toEqual([story])
  await trust('Lee', desk, 'Kim', train, 'editor')
  await desk.room.unload(story)
  expect(desk.room.isOpen(story)).toBe(false)
  await desk.act('Lee', 'story.setField', { story, field: 'desk', value: 'World', preview: true })
  expect([desk.room.isOpen(story), await found()]).toEqual([false, []])
  await desk.room.lookAt(story, async () => {
    expect(await found()).toEqual([])
    await Promise.all([desk.room.story(story), desk.room.visit(story, found), desk.room.story(story)])
    expect(await found()).toEqual([fact])
  })
  await desk.room.story(story)
  expect([desk.room.isOpen(story), await found()]).toEqual([true, [fact]])
})

test('a look at a move says of verdicts trusted later what the move does, and leaves them as they are', async () => {
  const { desk, train, story } = await notTrustedYet()
  for (const to of ['filed', 'inReview'] as const) await desk.act('Lee', 'story.move', { story, to })
  expect(await desk.room.restStories(() => new Set()).look(Infinity)).toEqual([story])
  await trust('Lee', desk, 'Kim', train, 'editor')
  await desk.room.unload(story)
  const move = (preview: boolean) =>
    desk.act('Lee', 'story.move', { story, to: 'cleared', preview }).then(
      ({ stage }) => stage,
      ({ message, verdict }: Error & { readonly verdict?: Verdict }) => [message, verdict],
    )
  const { ledger } = await desk.store.loadStory(story)
  const looked = await move(true)
  expect([desk.room.isOpen(story), (await desk.store.loadStory(story)).ledger]).toEqual([false, ledger])
  expect(looked).toMatchObject([expect.any(String), { blocks: expect.arrayContaining([OWN_WORDS]) }])
  expect(looked).toEqual(await move(false))
})

const OWN_WORDS = expect.objectContaining({ rule: 'factStatus', message: expect.stringContaining('“99 people”') })

test('a disk that takes no note of a verdict trusted later is told, and the story is asked when it is opened again', async () => {
  const { desk, train, story, fact } = await notTrustedYet()
  const troubles: unknown[] = []
  desk.room.on('storageFailed', (trouble) => void troubles.push(trouble))
  const append = vi.spyOn(desk.store, 'appendLedger').mockRejectedValue(new Error('The disk is full.'))
  // The key is trusted all the same: that stands in the ledger of the library.
  await trust('Lee', desk, 'Kim', train, 'editor')
  append.mockRestore()
  expect(troubles).toEqual([{ story, message: 'The disk is full.' }])
  const status = async () => {
    const { facts } = await desk.act('Lee', 'story.show', { story })
    return facts.flatMap(({ id, status: now, reasons }) => (id === fact ? [[now, ...reasons]] : []))
  }
  expect(await desk.room.restStories(() => new Set()).look(Infinity)).toEqual([story])
  expect(await status()).toEqual([['toCheck', 'notEntitled']])
})

test('a tick on words of others stands, and nothing is noted', async () => {
  const both = await figure()
  await verify(both.train, 'Kim', both.story, both.fact)
  expect(await after(both)).toEqual({ refused: undefined, fact: [['12 people', 'verified']], found: [] })
})

test('what the document says goes to the other machine, and is noted once', async () => {
  const both = await figure()
  const { desk, train, story, fact } = both
  await lying(both, '99 people', async () => {
    await replace(train, 'Kim', story, '12 people', '99 people')
    await verify(train, 'Kim', story, fact)
  })
  const once = await after(both)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  const { facts } = await train.act('Kim', 'story.show', { story })
  expect(facts.flatMap(({ id, status }) => (id === fact ? [status] : []))).toEqual(['toCheck'])
  expect(await after(both)).toEqual(once)
})
