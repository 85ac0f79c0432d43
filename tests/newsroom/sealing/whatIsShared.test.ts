/** Only those sources are sealed that the person saw in the plan, and each with its own story. */
import { describe, expect, test, vi } from 'vitest'
import { refusal } from '../devices/machines'
import type { Machine } from '../merge/machines'
import { handOver, merge, replace } from '../merge/twoMachines'
import { sealedIn } from './resealed'
import { guarded, handOverFor, kept, NAME, second, sourceHere, withKim, withPat } from './sealedStory'

const PIOTR = { name: 'Piotr Zielinski', kind: 'person', protected: true } as const
const BOOK_CHANGED =
  'refused: Nothing was handed over, because someone has changed the source book. Hand over the story again.'

const namesIn = async (bytes: Uint8Array, on: Machine, by: string): Promise<readonly string[]> =>
  (await sealedIn(bytes, { on, by })).sources.map(({ name }) => name)

/** A second story, with a fact. */
async function another(desk: Machine) {
  const bytes = new TextEncoder().encode('Other\n\nPrices rose by 12 percent.\n')
  const { id: story } = await desk.act('Ben', 'story.import', { name: 'other.txt', bytes })
  const { id: fact } = await desk.act('Ben', 'fact.tag', { story, text: '12 percent', type: 'figure' })
  return { story, fact }
}

/** Does something in the first moment in which a bundle is made. */
function meanwhile(desk: Machine, what: () => Promise<unknown>): () => Promise<unknown> {
  let done: Promise<unknown> | undefined
  const { now } = desk.room.clock
  vi.spyOn(desk.room.clock, 'now').mockImplementation(() => {
    done ??= Promise.resolve().then(what)
    return now()
  })
  return async () => await done
}

describe('a source that nobody chose', () => {
  test('is not shared by an entry that counts for nobody', async () => {
    const { desk, train, story, fact } = await guarded()
    const pats = await withPat(desk)
    const { id: piotr } = await desk.act('Lee', 'source.add', PIOTR)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await train.room.changeDesk('Kim', (facts) => ({
      facts: {
        ...facts,
        sources: [
          ...facts.sources,
          { ...PIOTR, id: piotr, name: 'Wire', groundRules: 'onTheRecord', groundRulesVersion: 1, aliases: [] },
        ],
      },
      answer: undefined,
      events: [],
    }))
    await train.act('Kim', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source: piotr, locator: '¶ 1', stance: 'supports' },
    })
    // Nobody at the desk trusts Kim: the entry stays apart.
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const plan = await desk.act('Lee', 'story.handOverName', { stories: [story], for: ['Pat'] })
    const { bytes, shared } = await handOverFor(desk, 'Lee', [story], 'Pat')
    expect([plan.sources, shared, await namesIn(bytes, pats, 'Pat')]).toEqual([['Source A'], ['Source A'], [NAME]])
  })

  test('is not shared by its id in a text', async () => {
    const { desk, train, story, fact } = await withKim()
    const { id: piotr } = await desk.act('Lee', 'source.add', PIOTR)
    const { id: wire } = await desk.act('Ben', 'source.add', { name: 'Wire', kind: 'outlet' })
    await desk.act('Ben', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source: wire, locator: piotr, stance: 'supports' },
    })
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect(await namesIn(bytes, train, 'Kim')).toEqual([NAME])
  })

  test('refuses the hand-over when it came after the plan', async () => {
    const { desk, train, story, fact } = await withKim()
    const { sources, shares } = await desk.act('Lee', 'story.handOverName', { stories: [story], for: ['Kim'] })
    expect(sources).toEqual(['Source A'])
    const { id: piotr } = await desk.act('Lee', 'source.add', PIOTR)
    const evidence = { source: piotr, locator: '1', stance: 'supports' } as const
    await desk.act('Ben', 'fact.addEvidence', { story, fact, evidence })
    const request = { stories: [story], for: ['Kim'], shares }
    expect(await refusal(desk.act('Lee', 'story.handOver', request))).toBe(
      'refused: Nothing was handed over: the identity of Source B would be included, too, and you have not seen that yet. Look again, then hand it over.',
    )
    const seen = await desk.act('Lee', 'story.handOverName', { stories: [story], for: ['Kim'] })
    const { bytes } = await desk.act('Lee', 'story.handOver', { ...request, shares: seen.shares })
    expect(await namesIn(bytes, train, 'Kim')).toEqual([NAME, PIOTR.name])
  })

  test('of one story is told with no other story of the bundle', async () => {
    const { desk, train, story } = await withKim()
    const { id: piotr } = await desk.act('Lee', 'source.add', PIOTR)
    await replace(desk, 'Ben', story, 'They left separately.', `${PIOTR.name} left.`)
    await desk.act('Ben', 'version.keep', { story, name: 'With the name' })
    await replace(desk, 'Ben', story, `${PIOTR.name} left.`, 'They left separately.')
    const other = await another(desk)
    const evidence = { source: piotr, locator: 'Call', stance: 'supports' } as const
    await desk.act('Ben', 'fact.addEvidence', { ...other, evidence })
    const { bytes, losses } = await handOverFor(desk, 'Lee', [story, other.story], 'Kim')
    expect((await sealedIn(bytes, { on: train, by: 'Kim' })).snapshots).toEqual([])
    expect(losses.map(({ count }) => count)).toEqual([1])
    await train.act('Kim', 'story.merge', { name: 'x.stet', bytes, only: [story] })
    expect(sourceHere(train, piotr)).toBeUndefined()
  })
})

describe('what changes while the bundle is made', () => {
  test('stops it where an identity is destroyed', async () => {
    const { desk, story, source } = await withKim()
    const max = await second(desk, 'Lee')
    const ended = meanwhile(desk, () => desk.act(max, 'source.destroy', { source, reason: 'asked' }))
    expect(await refusal(handOverFor(desk, 'Lee', [story], 'Kim'))).toBe(BOOK_CHANGED)
    await ended()
    expect(desk.room.ledger.entries.filter(({ kind }) => kind === 'sourcesShared')).toEqual([])
  })

  test.each([[['Kim']], [[]]])('stops it where a source becomes protected, for %j', async (people) => {
    const { desk, story } = await withKim()
    const ended = meanwhile(desk, () => desk.act('Lee', 'source.add', PIOTR))
    expect(await refusal(handOverFor(desk, 'Lee', [story], ...people))).toBe(BOOK_CHANGED)
    await ended()
    expect((await desk.room.storyNow(story)).entries.filter(({ kind }) => kind === 'exported')).toEqual([])
  })
})

describe('what is told of it', () => {
  test('counts a file that is sealed nowhere', async () => {
    const { desk, story } = await withKim()
    const other = await another(desk)
    const { id: wire } = await desk.act('Ben', 'source.add', { name: 'Wire', kind: 'outlet' })
    const file = await kept(desk, 'wire.txt', `12 percent, says ${NAME}.`)
    const evidence = { source: wire, locator: '1', stance: 'supports', file, fileName: 'wire.txt' } as const
    await desk.act('Ben', 'fact.addEvidence', { ...other, evidence })
    const { losses } = await handOverFor(desk, 'Lee', [story, other.story], 'Kim')
    expect(losses.map(({ count }) => count)).toEqual([1])
  })

  test('calls the source as it is called here', async () => {
    const { desk, train, story } = await withKim()
    await train.act('Kim', 'source.add', { name: 'Somebody', kind: 'person', protected: true })
    await handOverFor(desk, 'Lee', [story], 'Kim')
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    const noted = async (on: Machine, by: string) =>
      (await on.act(by, 'story.exportHistory', { story })).entries.flatMap(({ kind, notes }) =>
        kind === 'exported' ? notes.filter((note) => /Source/.test(note)) : [],
      )
    expect(await noted(desk, 'Lee')).toEqual([
      'Sealed for them: the identity of Source A',
      'Sealed for them: the identity of Source A',
    ])
    expect(await noted(train, 'Kim')).toEqual(['Sealed for them: the identity of Source B'])
  })
})
