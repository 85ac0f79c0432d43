import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wrap, unwrap } from '../../../src/storage/disk/envelope'
import { MIGRATIONS } from '../../../src/storage/records/migrations'
import { MIN_READER, SCHEMA_VERSION } from '../../../src/story/copy/documentSchema'
import { PIN } from '../../builders/stories/storedStory'
import { HEADER, SNAPSHOT, typing } from '../../contracts/storyStore'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

/** story.json in the shape of version 1. */
const STORY_1 = { header: HEADER, snapshot: SNAPSHOT }

describe('Records of older versions', () => {
  let library: Throwaway
  beforeEach(async () => {
    library = await throwawayLibrary()
  })
  afterEach(() => library.remove())
  const path = (): string => join(library.folder, 'stories', 'busan', 'story.json')
  const put = (data: unknown, head: { readonly schemaVersion: number; readonly minReader: number }): Promise<void> =>
    writeFile(path(), wrap('json', { kind: 'story', generation: 7, ...head }, Buffer.from(JSON.stringify(data))))

  beforeEach(async () => {
    const store = await library.open()
    await store.createStory(HEADER, typing('Busan').state())
    await store.close()
  })

  it('are in the order of the versions that changed them', () => {
    const versions = MIGRATIONS.map(({ since }) => since)
    expect(versions).toEqual([...versions].sort((a, b) => a - b))
    expect(Math.max(...versions)).toBeLessThanOrEqual(SCHEMA_VERSION)
  })

  it('recordHeads: a story.json of version 1 is read, and notes where its log ends when written again', async () => {
    await put(STORY_1, { schemaVersion: 1, minReader: 1 })
    const store = await library.open()
    expect(await store.readStoryFile('busan')).toEqual(SNAPSHOT)
    expect((await store.loadStory('busan')).repairs).toEqual([])
    await store.writeStoryFile('busan', SNAPSHOT)
    await store.close()
    const { envelope, content } = unwrap('json', 'story', await readFile(path()))
    expect([envelope.schemaVersion, envelope.generation, JSON.parse(Buffer.from(content).toString('utf8'))]).toEqual([
      SCHEMA_VERSION,
      8,
      { ...STORY_1, heads: { segment: 1, bytes: 0, nextChange: 1, ledger: { bytes: 0, seq: 0, hash: '' } } },
    ])
  })

  it('keep the number of a readable newer version, and its oldest reader, when this version writes', async () => {
    await put(STORY_1, { schemaVersion: SCHEMA_VERSION + 3, minReader: SCHEMA_VERSION })
    const store = await library.open()
    await store.writeStoryFile('busan', SNAPSHOT)
    await store.close()
    expect(unwrap('json', 'story', await readFile(path())).envelope).toMatchObject({
      schemaVersion: SCHEMA_VERSION + 3,
      minReader: Math.max(SCHEMA_VERSION, MIN_READER),
    })
  })

  it('that need a newer reader are refused, and no byte changes', async () => {
    await put(STORY_1, { schemaVersion: SCHEMA_VERSION + 1, minReader: SCHEMA_VERSION + 1 })
    const before = await readFile(path())
    const store = await library.open()
    await expect(store.readStoryFile('busan')).rejects.toMatchObject({
      code: 'NEWER',
      next: 'Open the library with the newer Stet.',
      what: expect.stringContaining('it was made by a newer Stet'),
    })
    await expect(store.loadStory('busan')).rejects.toMatchObject({
      code: 'NEWER',
      what: expect.stringContaining('it was made by a newer Stet'),
    })
    await expect(store.writeStoryFile('busan', SNAPSHOT)).rejects.toMatchObject({
      code: 'NEWER',
      what: expect.stringContaining('it was made by a newer Stet'),
    })
    await store.close()
    expect((await readFile(path())).equals(before)).toBe(true)
  })

  describe('A roster without PINs', () => {
    /** roster.json as it was on the disk, byte for byte. */
    const ROSTER = '{"people":[{"name":"Reporter","role":"reporter"},{"name":"Editor","role":"editor"}]}'
    const roster = (): string => join(library.folder, 'roster.json')
    const putRoster = (text: string): Promise<void> =>
      writeFile(
        roster(),
        wrap('json', { kind: 'roster', generation: 7, schemaVersion: 2, minReader: 1 }, Buffer.from(text)),
      )
    const onDisk = async (): Promise<string> =>
      Buffer.from(unwrap('json', 'roster', await readFile(roster())).content).toString('utf8')

    it('is read, shows nobody with a PIN, and keeps its shape until somebody has one', async () => {
      await putRoster(ROSTER)
      const store = await library.open()
      const { roster: people, pins } = await store.readLibrary()
      expect([people, pins]).toEqual([JSON.parse(ROSTER).people, []])
      await store.writeRoster(people, pins)
      expect(JSON.parse(await onDisk())).toEqual(JSON.parse(ROSTER))
      await store.writeRoster(people, [PIN])
      await store.close()
      expect(JSON.parse(await onDisk())).toEqual({ ...JSON.parse(ROSTER), pins: [PIN] })
    })

    it.each([
      ['another way to hash', { ...PIN, algorithm: 'md5' }],
      ['more memory than there is', { ...PIN, n: 2 ** 30 }],
      ['no salt', { ...PIN, salt: '' }],
      ['no list', undefined],
    ])('is damaged, and opens for nobody, when what is kept of a PIN is %s', async (_what, pin) => {
      await putRoster(JSON.stringify({ ...JSON.parse(ROSTER), pins: pin ? [pin] : {} }))
      await writeFile(`${roster()}.prev`, await readFile(roster()))
      const store = await library.open()
      expect(await store.readLibrary()).toMatchObject({
        pins: [],
        losses: [{ kind: 'roster', detail: expect.stringContaining('its content is not what this Stet expects') }],
      })
      await store.close()
    })
  })
})
