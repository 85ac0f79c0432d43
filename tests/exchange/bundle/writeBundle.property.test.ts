import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeBundle, type StoryToWrite } from '../../../src/exchange/bundle/writeBundle'
import { SNAPSHOT_REASONS } from '../../../src/story/requests/snapshotLine'
import { GROUND_RULES, SOURCE_KINDS, type Source } from '../../../src/story/desk/source'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { keyId } from '../../../src/story/trust/signing'
import { bundleOf, cardOf, openBundle, personKey } from './builtBundle'
import { faultsOfManifest } from './manifestSchema'

const text = fc.string({ unit: 'grapheme', maxLength: 40 })
const someText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)
const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`))
/** A field of this name is refused: no Stet writes it. */
const isPlain = (value: unknown): boolean => !JSON.stringify(value).includes('"__proto__"')
const json = fc.jsonValue({ maxDepth: 2 }).filter(isPlain)

const source: fc.Arbitrary<Source> = fc.record(
  {
    id,
    name: text,
    kind: fc.constantFrom(...SOURCE_KINDS),
    groundRules: fc.constantFrom(...GROUND_RULES),
    groundRulesVersion: fc.nat(99),
    protected: fc.constant(false),
    aliases: fc.array(text, { maxLength: 3 }),
    contact: text,
    derivedFrom: fc.array(id, { maxLength: 3 }),
    officialRecord: fc.boolean(),
    commitmentKey: hex(64),
    sameAs: fc.array(hex(64), { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'name', 'kind', 'groundRules', 'groundRulesVersion', 'protected', 'aliases'] },
)
const entry = fc
  .record({ kind: someText, hash: hex(64), follows: fc.array(hex(64), { maxLength: 3 }), more: json })
  .map((value) => JSON.parse(JSON.stringify(value)) as LedgerEntry)
const instant = fc
  .date({ min: new Date(0), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const snapshot = fc.record(
  {
    n: fc.integer({ min: 1, max: 999 }),
    at: instant,
    by: text,
    why: text,
    kind: fc.constantFrom(...SNAPSHOT_REASONS),
    name: text,
    state: fc.uint8Array({ maxLength: 60 }),
    view: fc
      .dictionary(someText, json)
      .filter(isPlain)
      .map((value) => JSON.parse(JSON.stringify(value)) as object),
  },
  { requiredKeys: ['n', 'at', 'by', 'why', 'state', 'view'] },
)
const story: fc.Arbitrary<StoryToWrite> = fc.record({
  story: fc.record(
    {
      id,
      guid: fc.uuid().map((uuid) => `urn:uuid:${uuid}`),
      headline: someText,
      slug: someText,
      leftOut: fc.array(fc.record({ sha256: hex(64), bytes: fc.nat() }, { requiredKeys: ['sha256'] }), {
        maxLength: 3,
      }),
    },
    { requiredKeys: ['id', 'guid', 'leftOut'] },
  ),
  document: fc.uint8Array({ minLength: 1, maxLength: 200 }),
  entries: fc.array(entry, { maxLength: 6 }),
  sources: fc.uniqueArray(source, { maxLength: 4, selector: ({ id: own }) => own }),
  snapshots: fc.uniqueArray(snapshot, { maxLength: 4, selector: ({ n }) => n }),
}) as fc.Arbitrary<StoryToWrite>

const sender = { card: cardOf(), key: keyId(personKey.publicKey), sign: (hash: string) => personKey.sign(hash) }

test('what is written is read again, the same way each time, and its manifest is as the schema says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(story, { minLength: 1, maxLength: 3 }),
      fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }),
      fc.boolean(),
      async (stories, captured, isSigned) => {
        const files = new Map(captured.map((bytes) => [createHash('sha256').update(bytes).digest('hex'), bytes]))
        const whole = { made: '2026-10-30T09:00:00.000Z', by: 'Reporter', device: 'device-1', stories, files }
        const bytes = writeBundle(isSigned ? { ...whole, sender } : whole)
        expect(writeBundle(isSigned ? { ...whole, sender } : whole)).toEqual(bytes)
        const bundle = await openBundle(bytes)
        expect(faultsOfManifest(bundle.manifest)).toEqual([])
        expect(bundle.manifest.signature !== undefined).toBe(isSigned)
        for (const [at, read] of bundle.stories.entries()) {
          const written = stories[at]
          expect(Buffer.compare(read.document, written?.document ?? new Uint8Array())).toBe(0)
          expect(read.story).toMatchObject(written?.story ?? {})
          expect(read.entries).toEqual(written?.entries)
          expect(read.sources).toEqual(written?.sources)
          expect(read.snapshots.map((one) => ({ ...one, state: [...one.state] }))).toEqual(
            written?.snapshots.map((one) => ({ ...one, state: [...one.state] })),
          )
          expect(read.leftOut).toEqual(written?.story.leftOut.map(({ sha256 }) => sha256))
        }
        for (const [sha256, file] of files) {
          const pieces: Uint8Array[] = []
          for await (const piece of bundle.stories[0]?.files.get(sha256)?.pieces() ?? []) pieces.push(piece)
          expect(Buffer.compare(Buffer.concat(pieces), file)).toBe(0)
        }
        await bundle.close()
      },
    ),
    { numRuns: 100 },
  )
})

describe('what no reader would open is not written', () => {
  const whole = {
    made: '2026-10-30T09:00:00.000Z',
    by: 'Reporter',
    device: 'device-1',
    files: new Map<string, Uint8Array>(),
  }
  const plain: StoryToWrite = {
    story: { id: 'story-1', guid: 'urn:uuid:00000000-0000-4000-8000-000000000001', leftOut: [] },
    document: new Uint8Array([0, 0]),
    entries: [],
    sources: [],
    snapshots: [],
  }
  const open: Source = {
    id: 'source-1',
    name: 'Olena Kovalchuk',
    kind: 'person',
    groundRules: 'background',
    groundRulesVersion: 1,
    protected: true,
    pseudonym: 'Source A',
    aliases: [],
  }

  test('a protected source in the open, a manifest that is none, and more parts than a bundle has', () => {
    const write = (more: object) => () => writeBundle({ ...whole, stories: [plain], ...more })
    expect(write({ stories: [{ ...plain, sources: [open] }] })).toThrow(
      'it names a protected source without sealing it',
    )
    expect(write({ by: '' })).toThrow('its manifest is not one that Stet writes (by)')
    expect(write({ stories: [] })).toThrow('its manifest is not one that Stet writes (stories)')
    const files = new Map(
      Array.from({ length: 19_997 }, (_, n) => [n.toString(16).padStart(64, '0'), new Uint8Array()] as const),
    )
    expect(write({ files })).toThrow('it has 20001 parts, more than the 20000 that a bundle may have')
  })

  test('a part that would pack as a zip bomb does is stored, and opens', async () => {
    const document = new Uint8Array(5 * 1024 * 1024)
    const bundle = await openBundle(writeBundle({ ...whole, stories: [{ ...plain, document }] }))
    expect(bundle.stories[0]?.document.length).toBe(document.length)
  })
})

describe('the schema of the manifest', () => {
  test('accepts what the reader accepts, and refuses what it refuses', async () => {
    const { manifest } = await openBundle(bundleOf())
    expect(faultsOfManifest(manifest)).toEqual([])
    const broken: readonly (readonly [object, string])[] = [
      [{ ...manifest, by: '' }, '/by must NOT have fewer than 1 characters'],
      [{ ...manifest, stories: [] }, '/stories must NOT have fewer than 1 items'],
      [{ ...manifest, roles: {} }, ' must NOT have additional properties'],
      [{ ...manifest, minReader: 2 }, '/minReader must be equal to constant'],
    ]
    for (const [value, fault] of broken) {
      expect(faultsOfManifest(value)).toEqual([fault])
      await expect(
        openBundle(
          bundleOf({
            manifest: (own) => {
              for (const name of Object.keys(own)) delete own[name]
              Object.assign(own, value, { signature: undefined })
            },
          }),
        ),
      ).rejects.toThrow(/^talks.stet: it/)
    }
  })
})
