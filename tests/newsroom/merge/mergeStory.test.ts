/** A story goes to another machine and comes back. */
import { describe, expect, test } from 'vitest'
import { hashBytes } from '../../../src/story/ledger/hash'
import { rangesOfFact } from '../../../src/story/copy/copy'
import type { MergeReport } from '../../../src/story/requests/exchange/mergeRequests'
import { mergeSections } from '../../../src/story/requests/exchange/mergeSections'
import { trust } from './machines'
import { bothTrust, handOver, merge, preview, replace, shown, two, verify } from './twoMachines'

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

  test('comes back with a verdict that its giver may not give here, and the report says why', async () => {
    const { desk, train, story, fact } = await two()
    await trust('Lee', desk, 'Kim', train, 'reporter')
    await trust('Kim', train, 'Lee', desk, 'editor')
    await trust('Kim', train, 'Ben', desk, 'reporter')
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await train.act('Kim', 'fact.sign', { story, fact, status: 'letStand', reason: 'Common knowledge.' })
    const bytes = await handOver(train, 'Kim', story)
    const report = await preview(desk, 'Lee', bytes)
    expect(report?.verdicts).toEqual([
      {
        fact,
        words: 'about 100 minutes',
        status: 'letStand',
        by: 'Kim',
        at: report?.verdicts[0]?.at,
        refused: 'Only an editor can let a fact stand; Kim is a reporter on the roster.',
      },
    ])
    expect(await merge(desk, 'Lee', bytes)).toEqual(report)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck (notEntitled)'])
  })

  test('comes back with several verdicts on one fact, and the report asks each whether it counts', async () => {
    const { desk, train, story, fact } = await two()
    await trust('Lee', desk, 'Kim', train, 'reporter')
    await trust('Kim', train, 'Lee', desk, 'editor')
    await trust('Kim', train, 'Ben', desk, 'reporter')
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const letStand = (reason: string) => train.act('Kim', 'fact.sign', { story, fact, status: 'letStand', reason })
    await letStand('Taken back.')
    await train.act('Kim', 'fact.withdraw', { story, fact, reason: 'Too soon.' })
    await letStand('Common knowledge.')
    await letStand('Still common knowledge.')
    await train.act('Kim', 'fact.sign', { story, fact, status: 'queried', reason: 'Or is it?' } as never)
    const report = await preview(desk, 'Lee', await handOver(train, 'Kim', story))
    const why = 'Only an editor can let a fact stand; Kim is a reporter on the roster.'
    expect(report?.verdicts.map(({ status, refused }) => [status, refused])).toEqual([
      ['letStand', why],
      ['letStand', why],
      ['letStand', why],
      ['queried', undefined],
    ])
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
    const there = await desk.room.story(story)
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck'])
    expect((await shown(desk, story)).text.at(-1)).toContain('Both left by car.')
    expect(there.value().losses).toEqual([])
    expect(there.apart.length).toBeGreaterThan(0)
    // Who hands over and who opens it answer for the words.
    const block = there.value().copy.findIndex(({ text }) => text.includes('Both left by car.'))
    const from = there.value().copy[block]?.text.indexOf('Both') ?? 0
    expect([...there.writers.at([{ block, from, to: from + 4 }])].sort()).toEqual(['Kim', 'Lee'])
    // Trusted later, they count. Who handed the graf over counts as its writer, so somebody else looks at it.
    await trust('Lee', desk, 'Kim', train, 'editor')
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: reCheck (ownContext)'])
    await desk.act('Lee', 'fact.acceptContext', { story, facts: [{ fact }] } as never)
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

  test('says how many comments and answers come along, of those that are new here', async () => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    const { id: comment } = await desk.act('Lee', 'comment.add', { story, text: 'Who counted?' })
    const lines = (report: MergeReport | undefined) =>
      (report ? mergeSections(report) : []).flatMap(({ title, items }) =>
        title === 'Other changes' ? items.flat() : [],
      )
    const bytes = await handOver(desk, 'Lee', story)
    const told = await preview(train, 'Kim', bytes)
    expect([told?.comments, lines(told)]).toEqual([1, ['1 new comment or answer is included']])
    await merge(train, 'Kim', bytes)
    await train.act('Kim', 'comment.reply', { story, comment, text: 'The pool.' })
    await train.act('Kim', 'comment.add', { story, text: 'Both rooms?' })
    const back = await preview(desk, 'Lee', await handOver(train, 'Kim', story))
    expect([back?.comments, lines(back)]).toEqual([2, ['2 new comments and answers are included']])
    expect(await preview(train, 'Kim', bytes)).not.toHaveProperty('comments')
  })
})
