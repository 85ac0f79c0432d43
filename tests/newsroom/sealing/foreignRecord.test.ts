/** Who a source is comes in; what else a sealed record says changes nothing here. */
import { describe, expect, test } from 'vitest'
import type { SealedPart } from '../../../src/exchange/bundle/sealedPart'
import { sourceBook, type Source } from '../../../src/story/desk/source'
import { mergeSender } from '../../../src/story/requests/exchange/mergeSections'
import { commitmentOf } from '../../../src/story/view/commitment'
import { merge, preview, shown } from '../merge/twoMachines'
import { consistently, type Signer } from './resealed'
import { handOverFor, NAME, sourceHere, told, withKim } from './sealedStory'

const OTHER_SOURCE = 'what is sealed for you is about other sources than the ones its signatures are based on'
const NOT_OF_BUNDLE = 'what is sealed for you was not made for this bundle, or is damaged'
const TICK = 'about 100 minutes: onAuthor'

type Change = (source: Source) => Partial<Source>

/** Ana opened the bundle on Kim's machine: the story is there, with a Source A that nobody there knows. */
async function unopened() {
  const places = await withKim()
  await places.train.act('Kim', 'roster.add', { name: 'Ana', role: 'checker' })
  const { bytes } = await handOverFor(places.desk, 'Lee', [places.story], 'Kim')
  await merge(places.train, 'Ana', bytes)
  const kim: Signer = { on: places.train, by: 'Kim' }
  const by = (sender: string, sealed: Change, open?: Change): Promise<Uint8Array> =>
    consistently(
      bytes,
      kim,
      { on: places.desk, by: sender },
      ({ sources }): Partial<SealedPart> => ({ sources: sources.map((one) => ({ ...one, ...sealed(one) })) }),
      open,
    )
  return { ...places, bytes, by }
}

describe('an honest bundle that is opened later', () => {
  test('does not take back stricter ground rules, or give back a tick that lapsed', async () => {
    const { train, story, source, bytes } = await unopened()
    await train.act('Kim', 'source.edit', { source, groundRules: 'offTheRecord', reason: 'she called' })
    const before = await shown(train, story)
    const { groundRulesVersion } = sourceHere(train, source) ?? {}
    await merge(train, 'Kim', bytes)
    expect(sourceHere(train, source)).toMatchObject({ name: NAME, groundRules: 'offTheRecord', groundRulesVersion })
    expect(await shown(train, story)).toEqual(before)
    expect(before.facts).not.toEqual([TICK])
  })

  test('brings stricter ground rules that were agreed there meanwhile', async () => {
    const { desk, train, story, source } = await unopened()
    await desk.act('Lee', 'source.edit', { source, groundRules: 'offTheRecord', reason: 'she called' })
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    const { groundRules, groundRulesVersion } = sourceHere(desk, source) ?? {}
    expect(sourceHere(train, source)).toMatchObject({ name: NAME, groundRules, groundRulesVersion })
    expect((await shown(train, story)).facts).not.toEqual([TICK])
  })

  test('keeps ground rules here where those there are less strict now', async () => {
    const { desk, train, story, source } = await unopened()
    await desk.act('Lee', 'source.edit', { source, groundRules: 'onTheRecord', reason: 'she agreed' })
    const { groundRulesVersion } = sourceHere(desk, source) ?? {}
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    expect(sourceHere(train, source)).toMatchObject({ name: NAME, groundRules: 'background', groundRulesVersion })
  })
})

describe('a record that says more than who it is', () => {
  const changes: readonly (readonly [string, Partial<Source>])[] = [
    ['is an observation', { observed: true }],
    ['has another version of its ground rules', { groundRulesVersion: 7 }],
    ['has another spelling', { sameAs: ['a'.repeat(64)] }],
    ['is an official record', { officialRecord: true }],
    ['is on the record', { groundRules: 'onTheRecord' }],
    ['is a document', { kind: 'document' }],
    ['has another description', { description: 'a minister' }],
  ]
  test.each(changes)('refuses the story where the open part says otherwise: it %s', async (_, change) => {
    const { train, source, by } = await unopened()
    const before = sourceHere(train, source)
    expect(await merge(train, 'Kim', await by('Lee', () => change))).toMatchObject({
      outcome: 'refused',
      refused: OTHER_SOURCE,
    })
    expect(sourceHere(train, source)).toEqual(before)
  })

  test.each(changes.filter(([, { groundRulesVersion }]) => groundRulesVersion === undefined))(
    'changes nothing of that here where the open part says so, too: it %s',
    async (_, change) => {
      const { train, source, by } = await unopened()
      const before = sourceHere(train, source)
      const told = () => change
      await merge(train, 'Kim', await by('Lee', told, told))
      const { kind, groundRules, description, officialRecord, observed, sameAs } = sourceHere(train, source) ?? {}
      const was = before && {
        ...{ kind: before.kind, groundRules: before.groundRules, description: before.description },
        ...{ officialRecord: before.officialRecord, observed: before.observed, sameAs: before.sameAs },
      }
      expect({ kind, groundRules, description, officialRecord, observed, sameAs }).toEqual(was)
    },
  )
})

describe('who it is', () => {
  test('is the name to which the signatures commit, never another one beside it', async () => {
    const { train, story, source, by } = await unopened()
    const mallory: Change = (record) => ({
      name: 'Mallory Black',
      aliases: [NAME],
      sameAs: [commitmentOf(source, sourceBook([record as Source])).slice(0, 64)],
    })
    const spelling = ({ sameAs }: Partial<Source>): Partial<Source> => (sameAs ? { sameAs } : {})
    const before = await shown(train, story)
    const [record] = [sourceHere(train, source)]
    const hostile = await by('Lee', mallory, () => spelling({ sameAs: [(record?.commitment ?? '').slice(0, 64)] }))
    expect((await merge(train, 'Kim', hostile))?.outcome).not.toBe('refused')
    const after = sourceHere(train, source)
    expect(after).toMatchObject({ name: NAME, aliases: ['Mallory Black'] })
    expect(after?.sameAs).toBeUndefined()
    expect(await shown(train, story)).toEqual(before)
  })

  test('is never the pseudonym', async () => {
    const { train, by } = await unopened()
    const hostile = await by(
      'Lee',
      () => ({ pseudonym: NAME }),
      () => ({ name: NAME, pseudonym: NAME }),
    )
    const report = await preview(train, 'Kim', hostile)
    expect(report).toMatchObject({ outcome: 'refused', refused: OTHER_SOURCE })
    expect(told(report)).toEqual([])
  })

  test.each(['.', '\u200b', 'in', 'Q'])('is no name that stands in every text: “%s”', async (alias) => {
    const { train, by } = await unopened()
    const hostile = await by('Lee', ({ aliases = [] }) => ({ aliases: [...aliases, alias] }))
    expect(await merge(train, 'Kim', hostile)).toMatchObject({ outcome: 'refused', refused: NOT_OF_BUNDLE })
  })

  test('is told by nobody who may not share sources here', async () => {
    const { train, source, by } = await unopened()
    const report = await merge(train, 'Kim', await by('Ben', () => ({ aliases: ['Seoul', 'percent'] })))
    expect(report && mergeSender(report).slice(2)).toEqual([
      'Protected sources in it are sealed for you. They are added once an editor here trusts the key of Ben as that of an editor.',
    ])
    expect(sourceHere(train, source)).toMatchObject({ name: 'Source A', aliases: [] })
  })

  test('has a thousand names at most, so that it can be handed over again', async () => {
    const { desk, train, story, source, by } = await unopened()
    const many =
      (round: number): Change =>
      ({ aliases = [] }) => ({
        aliases: [...aliases, ...Array.from({ length: 900 }, (_, at) => `Xq${round}z${at}w`)],
      })
    for (const round of [1, 2]) await merge(train, 'Kim', await by('Lee', many(round)))
    expect(sourceHere(train, source)?.aliases.length).toBe(1000)
    const back = await handOverFor(train, 'Kim', [story], 'Lee')
    expect(back.shared).toEqual(['Source A'])
    expect((await merge(desk, 'Lee', back.bytes))?.outcome).not.toBe('refused')
  })
})
