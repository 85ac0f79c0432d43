/** Each library has its own source book. What one says of a source takes trust on the others, and gives none. */
import { describe, expect, test } from 'vitest'
import { mergeSections } from '../../../src/story/requests/exchange/mergeSections'
import { bundleOf } from './bundleOf'
import { machine, trust, type Machine } from './machines'
import { bothTrust, handOver, merge, preview, replace, shown, two, verify } from './twoMachines'

/** The fact is verified on both, with a source that both have. */
async function verified() {
  const { desk, train, story, fact } = await two()
  await bothTrust(desk, train)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await verify(train, 'Kim', story, fact)
  await merge(desk, 'Lee', await bundleOf(train, 'Kim', story))
  const source = desk.room.library.sources[0]?.id ?? ''
  expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
  const toDesk = async () => merge(desk, 'Lee', await bundleOf(train, 'Kim', story))
  const toTrain = async () => merge(train, 'Kim', await bundleOf(desk, 'Lee', story))
  return { desk, train, story, fact, source, toDesk, toTrain }
}

const read = async ({ act }: Machine, by: string, story: string) =>
  (await act(by, 'story.show', { story })).facts.map(({ status, reasons }) => [status, ...reasons].join(' '))
/** Two machines with a fact and one piece of evidence for it. */
async function withEvidence() {
  const { desk, train, story, fact } = await two()
  await bothTrust(desk, train)
  const { id } = await desk.act('Lee', 'source.add', { name: 'Pool', kind: 'pool' })
  const evidence = { source: id, locator: '1', stance: 'supports' } as never
  await desk.act('Lee', 'fact.addEvidence', { story, fact, evidence })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  return { desk, train, story, fact, source: id }
}
/** What Kim on the train and Lee at the desk read when each has what the other one noted. */
async function readAfterExchange(
  train: Machine,
  desk: Machine,
  story: string,
): Promise<readonly (readonly string[])[]> {
  for (let round = 0; round < 2; round++) {
    await merge(train, 'Kim', await bundleOf(desk, 'Lee', story))
    await merge(desk, 'Lee', await bundleOf(train, 'Kim', story))
  }
  return [await read(train, 'Kim', story), await read(desk, 'Lee', story)]
}
const protectedOn = ({ room }: Machine) => room.library.sources.map((source) => [source.id, source.protected])

describe('a protection', () => {
  test('comes also where nothing else of the story is new, once', async () => {
    const { desk, train, story, source } = await verified()
    await train.act('Kim', 'source.edit', { source, protected: true })
    const bytes = await bundleOf(train, 'Kim', story)
    const report = await preview(desk, 'Lee', bytes)
    expect(protectedOn(desk)).toEqual([[source, false]])
    expect([report?.outcome, report?.undoable, report?.guarded]).toEqual(['merged', false, ['Source A']])
    expect(report && mergeSections(report).flatMap(({ items }) => items)).toEqual([
      ['Protected here from now on, as on the other computer: Source A'],
    ])
    const did = await merge(desk, 'Lee', bytes)
    expect([did?.outcome, did?.undoable]).toEqual(['merged', false])
    expect(protectedOn(desk)).toEqual([[source, true]])
    expect((await merge(desk, 'Lee', bytes))?.outcome).toBe('nothing')
    const noted = (await desk.store.readLibraryLedger()).filter((entry) => entry.kind === 'sourceChanged')
    expect(noted).toMatchObject([{ by: 'Lee', source, fields: ['protected'], protected: true }])
  })

  test('of a source that people here merged guards the one that it was merged into', async () => {
    const { desk, train, source, toDesk } = await verified()
    const { id: into } = await desk.act('Lee', 'source.add', { name: 'Another pool', kind: 'pool' })
    await desk.act('Lee', 'source.merge', { source, into })
    await train.act('Kim', 'source.edit', { source, protected: true })
    expect((await toDesk())?.guarded).toEqual(['Source A'])
    expect(protectedOn(desk)).toEqual([
      [source, false],
      [into, true],
    ])
  })

  test('of the one that a source was merged into elsewhere guards the source here', async () => {
    const { desk, train, source, toDesk } = await verified()
    const { id: into } = await train.act('Kim', 'source.add', { name: 'Another pool', kind: 'pool', protected: true })
    await train.act('Kim', 'source.merge', { source, into })
    await toDesk()
    expect(protectedOn(desk)).toEqual([
      [source, true],
      [into, true],
    ])
  })
})

describe('a source that has changed on another computer', () => {
  test.each([
    [{ groundRules: 'offTheRecord' }, 'groundRules'],
    [{ name: 'Pool Park' }, 'source'],
    [{ kind: 'document' }, 'source'],
  ] as const)('takes the tick here, too: %j', async (change, reason) => {
    const { desk, train, story, source, toDesk, toTrain } = await verified()
    await train.act('Kim', 'source.edit', { source, ...change })
    expect(await read(train, 'Kim', story)).toEqual([`reCheck ${reason}`])
    await toDesk()
    expect(await read(desk, 'Lee', story)).toEqual(['reCheck elsewhere'])
    // Neither takes back what the other one noted: they come to rest.
    await toTrain()
    await toDesk()
    expect([(await toTrain())?.outcome, (await toDesk())?.outcome]).toEqual(['nothing', 'nothing'])
  })

  test('and back gives the tick back on both', async () => {
    const { desk, train, story, source, toDesk, toTrain } = await verified()
    await train.act('Kim', 'source.edit', { source, kind: 'document' })
    await toDesk()
    await train.act('Kim', 'source.edit', { source, kind: 'pool' })
    await toDesk()
    expect([await read(train, 'Kim', story), await read(desk, 'Lee', story)]).toEqual([['verified'], ['verified']])
    await toTrain()
    expect((await toDesk())?.outcome).toBe('nothing')
  })

  test('takes each new tick while the source books differ', async () => {
    const { desk, train, story, fact, source, toDesk, toTrain } = await verified()
    await train.act('Kim', 'source.edit', { source, kind: 'document' })
    await toDesk()
    await desk.act('Lee', 'fact.sign', { story, fact, status: 'verified' })
    expect(await read(desk, 'Lee', story)).toEqual(['verified'])
    await toTrain()
    await toDesk()
    expect(await read(train, 'Kim', story)).toEqual(['reCheck source'])
    expect(await read(desk, 'Lee', story)).toEqual(['reCheck elsewhere'])
    await desk.act('Lee', 'source.edit', { source, kind: 'document' })
    await desk.act('Lee', 'fact.sign', { story, fact, status: 'verified' })
    await toTrain()
    await toDesk()
    expect([await read(train, 'Kim', story), await read(desk, 'Lee', story)]).toEqual([['verified'], ['verified']])
  })

  test('takes each of two ticks whose givers did not know of one another', async () => {
    const { desk, train, story, fact, source } = await withEvidence()
    await train.act('Kim', 'fact.sign', { story, fact, status: 'verified' })
    await desk.act('Lee', 'fact.sign', { story, fact, status: 'verified' })
    await desk.act('Lee', 'source.edit', { source, kind: 'document' })
    await merge(train, 'Kim', await bundleOf(desk, 'Lee', story))
    expect(await read(train, 'Kim', story)).toEqual(['verified'])
    await merge(desk, 'Lee', await bundleOf(train, 'Kim', story))
    expect(await read(desk, 'Lee', story)).toEqual(['reCheck source'])
    await merge(train, 'Kim', await bundleOf(desk, 'Lee', story))
    expect(await read(train, 'Kim', story)).toEqual(['reCheck elsewhere'])
  })

  test('chooses nowhere between two refusals whose givers did not know of one another', async () => {
    const { desk, train, story, fact, source } = await withEvidence()
    await train.act('Kim', 'source.edit', { source, kind: 'document' })
    await train.act('Kim', 'fact.sign', { story, fact, status: 'disputed', reason: 'Two counts.' } as never)
    await desk.act('Lee', 'fact.sign', { story, fact, status: 'wrong', reason: 'It is 95.' } as never)
    expect(await readAfterExchange(train, desk, story)).toEqual([['reCheck source'], ['reCheck elsewhere']])
  })

  test('is not noted as what it was when only its evidence goes', async () => {
    const { train, story, fact, source, toDesk, toTrain } = await verified()
    await train.act('Kim', 'source.edit', { source, kind: 'document' })
    const [{ id } = { id: '' }] = (await train.room.story(story)).assessment(fact).evidence
    await train.act('Kim', 'fact.removeEvidence', { story, fact, evidence: id })
    await toDesk()
    await toTrain()
    expect(await read(train, 'Kim', story)).toEqual(['reCheck evidence elsewhere'])
    const { sourceNotes } = (await train.room.story(story)).assessment(fact).record
    expect(sourceNotes?.map(({ differs }) => differs)).toEqual([true])
  })

  test('takes a tick beside another one that lapsed with its evidence', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    const add = async (name: string): Promise<string> => {
      const { id } = await desk.act('Lee', 'source.add', { name, kind: 'pool' })
      const evidence = { source: id, locator: '1', stance: 'supports' } as never
      await desk.act('Lee', 'fact.addEvidence', { story, fact, evidence })
      return id
    }
    await add('Pool')
    const other = await add('Other')
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await train.act('Kim', 'source.edit', { source: other, kind: 'document' })
    const [pool] = (await desk.room.story(story)).assessment(fact).evidence
    await desk.act('Lee', 'fact.removeEvidence', { story, fact, evidence: pool?.id ?? '' })
    await desk.act('Lee', 'fact.sign', { story, fact, status: 'verified' })
    // The later one in the order of the ledger, which is looked at first.
    for (const value of ['a', 'b', 'c', 'd', 'e'])
      await train.act('Kim', 'story.setField', { story, field: 'slug', value })
    await train.act('Kim', 'fact.sign', { story, fact, status: 'verified' })
    expect(await readAfterExchange(train, desk, story)).toEqual([['reCheck source'], ['reCheck elsewhere']])
  })

  test('takes each of two ticks of which each machine has a source for one', async () => {
    const { desk, train, story, fact } = await two()
    const home = await machine(3, [['Cho', 'editor']])
    await bothTrust(desk, train)
    await trust('Lee', desk, 'Cho', home, 'editor')
    await trust('Kim', train, 'Cho', home, 'editor')
    for (const [person, there] of [
      ['Lee', desk],
      ['Ben', desk],
      ['Kim', train],
    ] as const)
      await trust('Cho', home, person, there, person === 'Ben' ? 'reporter' : 'editor')
    const { id: source } = await desk.act('Lee', 'source.add', { name: 'Pool', kind: 'pool' })
    const evidence = { source, locator: '1', stance: 'supports' } as never
    await desk.act('Lee', 'fact.addEvidence', { story, fact, evidence })
    const bundle = await handOver(desk, 'Lee', story)
    await merge(train, 'Kim', bundle)
    await merge(home, 'Cho', bundle)

    // Kim signs with another source than the desk has, and the desk notes that. At home Cho has the source of the desk.
    await train.act('Kim', 'source.edit', { source, kind: 'document' })
    // The later one in the order of the ledger, which is looked at first.
    for (const value of ['a', 'b', 'c', 'd', 'e'])
      await train.act('Kim', 'story.setField', { story, field: 'slug', value })
    await train.act('Kim', 'fact.sign', { story, fact, status: 'verified' })
    await merge(desk, 'Lee', await bundleOf(train, 'Kim', story))
    expect(await read(desk, 'Lee', story)).toEqual(['reCheck source'])
    await home.act('Cho', 'fact.sign', { story, fact, status: 'verified' })
    await merge(train, 'Kim', await bundleOf(desk, 'Lee', story))
    await merge(train, 'Kim', await bundleOf(home, 'Cho', story))

    const noted = async (): Promise<unknown> =>
      (await train.room.story(story)).assessment(fact).record.sourceNotes?.map(({ differs }) => differs)
    expect(await noted()).toEqual([true, true])
    // Nothing that happens there takes back what was noted of the tick from home.
    await train.act('Kim', 'story.setField', { story, field: 'slug', value: 'f' })
    expect(await noted()).toEqual([true, true])
    await merge(home, 'Cho', await bundleOf(train, 'Kim', story))
    await merge(desk, 'Lee', await bundleOf(train, 'Kim', story))
    expect([await read(train, 'Kim', story), await read(desk, 'Lee', story), await read(home, 'Cho', story)]).toEqual([
      ['reCheck elsewhere'],
      ['reCheck source'],
      ['reCheck source'],
    ])
  })

  test('takes the tick also where its words had changed before and are back', async () => {
    const { desk, train, story, source, toDesk } = await verified()
    await replace(train, 'Kim', story, '100 minutes', '110 minutes')
    await train.act('Kim', 'source.edit', { source, kind: 'document' })
    await replace(train, 'Kim', story, '110 minutes', '100 minutes')
    expect(await read(train, 'Kim', story)).toEqual(['reCheck source'])
    await toDesk()
    expect(await read(desk, 'Lee', story)).toEqual(['reCheck elsewhere'])
  })

  test('is noted by Stet alone: nobody takes a tick by saying so', async () => {
    const { desk, story, fact } = await verified()
    const open = await desk.room.story(story)
    const { words } = open.assessment(fact)
    await open.note('Lee', { kind: 'lapsed', fact, reasons: ['source'], words }).written
    expect(await read(desk, 'Lee', story)).toEqual(['verified'])
  })

  test('stays so whoever else says that the source is as it was', async () => {
    const { desk, train, story, fact, source, toDesk } = await verified()
    await train.act('Kim', 'source.edit', { source, kind: 'document' })
    await toDesk()
    const open = await desk.room.story(story)
    const { words } = open.assessment(fact)
    await open.note('Lee', { kind: 'restored', fact, words }).written
    await open.note('Stet', { kind: 'restored', fact, words }).written
    expect(await read(desk, 'Lee', story)).toEqual(['reCheck elsewhere'])
  })
})
