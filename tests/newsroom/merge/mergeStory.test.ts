/** A story goes to another machine and comes back. */
import { describe, expect, test } from 'vitest'
import { hashBytes } from '../../../src/story/ledger/hash'
import { rangesOfFact } from '../../../src/story/copy/copy'
import { machine, trust, type Machine } from './machines'
import { BUSAN } from '../newsDesk'

/** The desk's story of Busan with a tagged figure. Lee is editor there; Kim has a machine of his own. */
async function two() {
  const desk = await machine(1, [
    ['Lee', 'editor'],
    ['Ben', 'reporter'],
  ])
  const train = await machine(2, [['Kim', 'editor']])
  const { id: story } = await desk.act('Ben', 'story.import', {
    name: 'busan.txt',
    bytes: new TextEncoder().encode(BUSAN),
  })
  const { id: fact } = await desk.act('Ben', 'fact.tag', { story, text: 'about 100 minutes', type: 'figure' })
  return { desk, train, story, fact }
}

async function bothTrust(desk: Machine, train: Machine): Promise<void> {
  await trust('Lee', desk, 'Kim', train, 'editor')
  await trust('Kim', train, 'Lee', desk, 'editor')
  await trust('Kim', train, 'Ben', desk, 'reporter')
}

const handOver = async (from: Machine, by: string, story: string): Promise<Uint8Array> =>
  (await from.act(by, 'story.handOver', { stories: [story] })).bytes
const preview = async (on: Machine, by: string, bytes: Uint8Array) =>
  (await on.act(by, 'story.previewMerge', { name: 'busan.stet', bytes })).stories[0]
const merge = async (on: Machine, by: string, bytes: Uint8Array) =>
  (await on.act(by, 'story.merge', { name: 'busan.stet', bytes })).stories[0]

/** What a machine shows of the story. */
async function shown(on: Machine, story: string) {
  const { blocks, facts, stage } = await on.act('Lee', 'story.show', { story })
  return {
    stage,
    text: blocks.map(({ text }) => text),
    facts: facts.map(
      ({ text, status, reasons }) => `${text}: ${status}${reasons.length > 0 ? ` (${reasons.join()})` : ''}`,
    ),
  }
}

async function verify(on: Machine, by: string, story: string, fact: string): Promise<void> {
  const { id: source } = await on.act(by, 'source.add', { name: `Pool ${by}`, kind: 'pool' })
  await on.act(by, 'fact.addEvidence', {
    story,
    fact,
    evidence: { source, locator: '¶ 3', stance: 'supports', quote: '' } as never,
  })
  await on.act(by, 'fact.sign', { story, fact, status: 'verified' })
}

const replace = (on: Machine, by: string, story: string, words: string, now: string) =>
  on.act(by, 'copy.replace', { story, replace: words, with: now })

describe('a story that is handed over', () => {
  test('is said to be new before anything changes, and then is there whole', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    const bytes = await handOver(desk, 'Lee', story)
    const told = await preview(train, 'Kim', bytes)
    expect(told).toMatchObject({
      story,
      headline: 'Trump and Xi hold first talks in six years',
      outcome: 'new',
      sender: { person: 'Lee', standing: 'trusted' },
      verdicts: [],
      keptFields: [],
      missingFiles: [],
    })
    expect(await train.room.hasStory(story)).toBe(false)
    expect(await merge(train, 'Kim', bytes)).toEqual(told)
    expect(await shown(train, story)).toEqual(await shown(desk, story))
    const there = await train.room.story(story)
    expect(there.value().losses).toEqual([])
    expect(there.apart).toEqual([])
    expect(there.entries.map(({ kind }) => kind).slice(-1)).toEqual(['merged'])
    expect(rangesOfFact(there.value().copy, fact)).toHaveLength(1)
  })

  test('comes back with what was written and signed there', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await verify(train, 'Kim', story, fact)
    await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
    const bytes = await handOver(train, 'Kim', story)
    const report = await merge(desk, 'Lee', bytes)
    expect(report).toMatchObject({
      outcome: 'merged',
      sender: { person: 'Kim', standing: 'trusted' },
      verdicts: [{ fact, words: 'about 100 minutes', status: 'verified', by: 'Kim' }],
      words: [{ by: ['Kim'] }],
      sources: ['Pool Kim'],
    })
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
    expect((await shown(desk, story)).text).toEqual((await shown(train, story)).text)
  })

  test('brings nothing twice, nor older after newer, nor its own', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    const first = await handOver(desk, 'Lee', story)
    await merge(train, 'Kim', first)
    await verify(train, 'Kim', story, fact)
    const older = await handOver(train, 'Kim', story)
    await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
    const newer = await handOver(train, 'Kim', story)
    expect((await merge(desk, 'Lee', newer))?.outcome).toBe('merged')
    const before = [(await desk.room.story(story)).entries.length, hashBytes((await desk.room.story(story)).state())]
    for (const bytes of [newer, older, first]) expect((await merge(desk, 'Lee', bytes))?.outcome).toBe('nothing')
    expect([(await desk.room.story(story)).entries.length, hashBytes((await desk.room.story(story)).state())]).toEqual(
      before,
    )
    expect((await merge(train, 'Kim', newer))?.outcome).toBe('nothing')
  })

  test('comes back from a key that nobody trusts: words come, verdicts do not count', async () => {
    const { desk, train, story, fact } = await two()
    await trust('Kim', train, 'Lee', desk, 'editor')
    await trust('Kim', train, 'Ben', desk, 'reporter')
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await verify(train, 'Kim', story, fact)
    await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
    const report = await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect(report).toMatchObject({
      outcome: 'merged',
      sender: { person: 'Kim', standing: 'new' },
      verdicts: [{ fact, status: 'verified', by: 'Kim', why: 'unknownKey' }],
    })
    expect(report?.sender.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const there = await desk.room.story(story)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck'])
    expect((await shown(desk, story)).text.at(-1)).toContain('Both left by car.')
    expect(there.value().losses).toEqual([])
    expect(there.apart.length).toBeGreaterThan(0)
    // Who hands over and who opens it answer for the words.
    const block = there.value().copy.findIndex(({ text }) => text.includes('Both left by car.'))
    const from = there.value().copy[block]?.text.indexOf('Both') ?? 0
    expect([...there.writersAt([{ block, from, to: from + 4 }])].sort()).toEqual(['Kim', 'Lee'])
    // Trusted later, they count.
    await trust('Lee', desk, 'Kim', train, 'editor')
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
  })

  test('goes on after the merge, and the ledger on the disk is whole', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await verify(train, 'Kim', story, fact)
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await desk.act('Lee', 'fact.sign', { story, fact, status: 'wrong', reason: 'The pool says 90.' } as never)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: wrong'])
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    expect(await shown(train, story)).toEqual(await shown(desk, story))
    for (const on of [desk, train]) {
      const { ledger } = await on.store.loadStory(story)
      expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, at) => at + 1))
    }
  })

  test('with verdicts of both: the one against the words counts on both machines', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await verify(train, 'Kim', story, fact)
    await desk.act('Lee', 'fact.sign', { story, fact, status: 'wrong', reason: 'The pool says 90.' } as never)
    const [ours, theirs] = [await handOver(desk, 'Lee', story), await handOver(train, 'Kim', story)]
    await merge(desk, 'Lee', theirs)
    await merge(train, 'Kim', ours)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: wrong'])
    expect((await shown(train, story)).facts).toEqual(['about 100 minutes: wrong'])
  })
})
