/** Sealed parts that somebody changed, swapped, sent again or made up. Nothing of such a bundle comes in. */
import { describe, expect, test } from 'vitest'
import { largestOf } from '../../../src/exchange/bundle/bundleLimits'
import { readSealedPart, SEALED_BLOCK, writeSealedPart, type SealedPart } from '../../../src/exchange/bundle/sealedPart'
import { writeBundle } from '../../../src/exchange/bundle/writeBundle'
import { sourceBook } from '../../../src/story/desk/source'
import { hashBytes } from '../../../src/story/ledger/hash'
import { commitmentOf } from '../../../src/story/view/commitment'
import { refusal } from '../devices/machines'
import { trust } from '../merge/machines'
import { merge, preview } from '../merge/twoMachines'
import { resealed, sealedFor, sealedIn, withSealed } from './resealed'
import { guarded, handOverFor, NAME, opened, partsOf, sourceHere, told, withKim, withPat } from './sealedStory'

const NOT_OF_BUNDLE = 'what is sealed for you was not made for this bundle, or is damaged'
const OTHER_SOURCE = 'what is sealed for you is about other sources than the ones its signatures are based on'

async function handed(more: { readonly files?: boolean } = {}) {
  const places = await withKim(more)
  const { bytes } = await handOverFor(places.desk, 'Lee', [places.story], 'Kim')
  const [lee, kim] = [
    { on: places.desk, by: 'Lee' },
    { on: places.train, by: 'Kim' },
  ]
  return { ...places, bytes, lee, kim }
}
type Handed = Awaited<ReturnType<typeof handed>>

let first: Promise<Handed> | undefined
/** One for all bundles that are refused: they leave it as it is. */
const untouched = (): Promise<Handed> => (first ??= handed())

/** Refused in the preview and in the act, and the library is as it was. */
async function refusedWith({ train, source }: Handed, bytes: Uint8Array): Promise<string> {
  const report = await preview(train, 'Kim', bytes)
  const entries = train.room.ledger.entries.length
  expect(await merge(train, 'Kim', bytes)).toEqual(report)
  expect(told(report)).toEqual([])
  expect(sourceHere(train, source)).toBeUndefined()
  expect(train.room.ledger.entries.length).toBe(entries)
  return report?.outcome === 'refused' ? (report.refused ?? '') : (report?.outcome ?? '')
}

describe('a sealed part', () => {
  test('that was changed on the way refuses the whole bundle', async () => {
    const { train, bytes } = await handed()
    const changed = Uint8Array.from(bytes)
    const at = Buffer.from(bytes).indexOf('age-encryption.org/v1') + 40_000
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(await refusal(merge(train, 'Kim', changed))).toMatch(/^refused: busan\.stet: /)
  })

  test('that its sender took out leaves a bundle that is sealed for nobody', async () => {
    const { train, bytes, lee } = await handed()
    expect((await preview(train, 'Kim', await withSealed(bytes, undefined, lee)))?.sealed).toBeUndefined()
  })

  const others: readonly (readonly [string, string, (part: SealedPart) => Partial<SealedPart>])[] = [
    ['of another story', NOT_OF_BUNDLE, () => ({ story: 'story-9-1' })],
    ['of another public id', NOT_OF_BUNDLE, () => ({ guid: 'urn:uuid:00000000-0000-4000-8000-000000000009' })],
    ['that somebody else sealed', NOT_OF_BUNDLE, () => ({ from: '0'.repeat(32) })],
    ['of another day', NOT_OF_BUNDLE, () => ({ made: '2026-11-01T09:00:00.000Z' })],
    ['that was not sealed to this key', NOT_OF_BUNDLE, () => ({ keys: ['0'.repeat(32)] })],
    ['with a file that the story does not miss', NOT_OF_BUNDLE, () => ({ files: fileOf('x') })],
    [
      'with another name',
      OTHER_SOURCE,
      (part) => ({ sources: part.sources.map((one) => ({ ...one, name: 'Mallory' })) }),
    ],
    [
      'with other ground rules',
      OTHER_SOURCE,
      (part) => ({ sources: part.sources.map((one) => ({ ...one, groundRules: 'onTheRecord' as const })) }),
    ],
    [
      'with another key',
      OTHER_SOURCE,
      (part) => ({ sources: part.sources.map((one) => ({ ...one, commitmentKey: 'f'.repeat(64) })) }),
    ],
    [
      'with a source that is none of the story',
      OTHER_SOURCE,
      (part) => ({ sources: [{ ...part.sources[0], id: 'x' } as never] }),
    ],
    [
      'with a source that is not protected',
      NOT_OF_BUNDLE,
      (part) => ({ sources: part.sources.map((one) => ({ ...one, protected: false })) }),
    ],
    [
      'with a name of a thousand characters',
      NOT_OF_BUNDLE,
      (part) => ({ sources: part.sources.map((one) => ({ ...one, aliases: ['x'.repeat(1000)] })) }),
    ],
    [
      'with an empty name, which would stand in every export',
      NOT_OF_BUNDLE,
      (part) => ({ sources: part.sources.map((one) => ({ ...one, aliases: [' '] })) }),
    ],
    [
      'with a field that no source has',
      NOT_OF_BUNDLE,
      (part) => ({ sources: part.sources.map((one): SealedPart['sources'][number] => Object.assign({ x: 1 }, one)) }),
    ],
    ['without a source', NOT_OF_BUNDLE, () => ({ sources: [] })],
    ['with the same source twice', NOT_OF_BUNDLE, (part) => ({ sources: [...part.sources, ...part.sources] })],
    [
      'with a version that is not one',
      NOT_OF_BUNDLE,
      () => ({ snapshots: [{ n: 1, state: new Uint8Array() } as SealedPart['snapshots'][number]] }),
    ],
  ]
  test.each(others)('%s refuses the story', async (_, why, change) => {
    const all = await untouched()
    expect(await refusedWith(all, await resealed(all.bytes, all.kim, all.lee, change))).toBe(why)
  })

  test.each([
    ['that is no text', () => Buffer.alloc(SEALED_BLOCK, 0xff)],
    ['that is empty', () => new Uint8Array()],
    ['of another length', (plain: Uint8Array) => plain.subarray(0, -1)],
    ['with more after it', (plain: Uint8Array) => Buffer.concat([plain, Buffer.alloc(SEALED_BLOCK)])],
    ['with words where zeros stand', (plain: Uint8Array) => Buffer.concat([plain.subarray(0, -1), Buffer.from('x')])],
    ['of a thousand levels', () => block(`{"x":${'['.repeat(1000)}${']'.repeat(1000)}}\n`)],
    ['that would replace what every object has', () => block('{"__proto__":{"x":1}}\n')],
    [
      'that is written in another way',
      (plain: Uint8Array) => block(`${Buffer.from(plain).toString().split('\n')[0]?.replace('{', '{ ') ?? ''}\n`),
    ],
  ])('%s refuses the story', async (_, change) => {
    const all = await untouched()
    const plain = writeSealedPart(await sealedIn(all.bytes, all.kim))
    const hostile = await withSealed(all.bytes, await sealedFor(all.kim, change(plain)), all.lee)
    expect(await refusedWith(all, hostile)).toBe(NOT_OF_BUNDLE)
  })

  test('is not parsed when its line of JSON is longer than 32 MB', async () => {
    const all = await untouched()
    const part = await sealedIn(all.bytes, all.kim)
    const version = (bytes: number): SealedPart['snapshots'][number] => ({
      ...{ n: 1, at: '2026-11-28T09:00:00.000Z', by: 'Lee', why: 'Kept' },
      ...{ state: new Uint8Array(bytes), view: {} },
    })
    expect(readSealedPart(writeSealedPart({ ...part, snapshots: [version(1000)] }))?.snapshots.length).toBe(1)
    expect(readSealedPart(writeSealedPart({ ...part, snapshots: [version(26_000_000)] }))).toBeUndefined()
  })

  test('of another bundle of the same story and sender is refused', async () => {
    const all = await handed()
    const later = (await handOverFor(all.desk, 'Lee', [all.story], 'Kim')).bytes
    const swapped = await withSealed(later, partsOf(all.bytes).get('stories/1/sealed.age'), all.lee)
    expect(await refusedWith(all, swapped)).toBe(NOT_OF_BUNDLE)
  })

  test('that a trusted colleague passes on as theirs is refused', async () => {
    const all = await handed()
    const pats = await withPat(all.desk)
    await trust('Kim', all.train, 'Pat', pats, 'editor')
    const passed = await withSealed(all.bytes, partsOf(all.bytes).get('stories/1/sealed.age'), { on: pats, by: 'Pat' })
    expect(await refusedWith(all, passed)).toBe(NOT_OF_BUNDLE)
  })

  test('that is no sealed file at all is nobody’s', async () => {
    const { train, bytes, lee, source } = await handed()
    const plain = await withSealed(bytes, Buffer.from(`age-encryption.org/v1\n${NAME}`), lee)
    expect((await merge(train, 'Kim', plain))?.sealed?.standing).toBe('otherKey')
    expect(sourceHere(train, source)?.name).toBe('Source A')
  })

  test('from a key that nobody here trusts plants no name', async () => {
    const places = await guarded()
    const { desk, train, story, source } = places
    await trust('Lee', desk, 'Kim', train, 'reporter')
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    await merge(train, 'Kim', bytes)
    expect(sourceHere(train, source)).toMatchObject({ name: 'Source A', aliases: [] })
  })

  test('cannot put another person under a pseudonym that is here', async () => {
    const { train, bytes, source, lee, kim } = await handed()
    await train.act('Kim', 'roster.add', { name: 'Ana', role: 'checker' })
    await merge(train, 'Ana', bytes)
    const part = await sealedIn(bytes, kim)
    // Lee's own machine makes another source of the same id, and commits to it in the open part, too.
    const [record] = part.sources
    const other = { ...record, name: 'Mallory Black', commitmentKey: 'a'.repeat(64) } as SealedPart['sources'][number]
    const hostile = await withSealed(
      bytes,
      await sealedFor(kim, writeSealedPart({ ...part, sources: [other] })),
      lee,
      (bundle) => ({
        sources: bundle.sources.map((one) =>
          one.id === source ? { ...one, commitment: commitmentOf(source, sourceBook([other])) } : one,
        ),
      }),
    )
    const report = await merge(train, 'Kim', hostile)
    expect(report?.sealed).toMatchObject({ revealed: [], otherwise: ['Source A'] })
    expect(sourceHere(train, source)?.name).toBe('Source A')
  })
})

describe('a bundle', () => {
  test('that names people and has no sealed part, or the other way round, is not written', async () => {
    const { bytes } = await handed()
    const { stories } = await opened(bytes)
    const base = { made: '2026-11-28T09:00:00.000Z', by: 'Lee', device: 'd', files: new Map() }
    for (const more of [
      { story: { id: 's', guid: stories[0]?.story.guid ?? '', leftOut: [], sealedFor: ['Kim'] } },
      { story: { id: 's', guid: stories[0]?.story.guid ?? '', leftOut: [] }, sealed: new Uint8Array([1]) },
    ])
      expect(() =>
        writeBundle({
          ...base,
          stories: [{ document: new Uint8Array([0, 0]), entries: [], sources: [], snapshots: [], ...more }],
        }),
      ).toThrow('its part sealed.age does not contain what Stet writes there')
  })

  test('has a sealed part of limited size', () => {
    expect(largestOf('stories/1/sealed.age')).toBe(128 * 1024 * 1024)
    expect(largestOf('stories/1/document.yjs')).toBe(256 * 1024 * 1024)
    expect(readSealedPart(new Uint8Array(SEALED_BLOCK))).toBeUndefined()
  })
})

const fileOf = (words: string): ReadonlyMap<string, Uint8Array> => {
  const bytes = Buffer.from(words)
  return new Map([[hashBytes(bytes), bytes]])
}

const block = (text: string): Uint8Array => Buffer.concat([Buffer.from(text), Buffer.alloc(SEALED_BLOCK - text.length)])
