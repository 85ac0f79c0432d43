/** Handing over to named people: what is sealed, for whom, who may, and that nothing of it stands anywhere else. */
import { describe, expect, test, vi } from 'vitest'
import { SEALED_BLOCK } from '../../../src/exchange/bundle/sealedPart'
import { faultsOfManifest } from '../../exchange/bundle/manifestSchema'
import { allText } from '../exports/bundle/bundleDesk'
import { refusal } from '../devices/machines'
import { trust } from '../merge/machines'
import { replace } from '../merge/twoMachines'
import { guarded, handOverFor, kept, NAME, opened, partsOf, second, SECRETS, withKim, withPat } from './sealedStory'

const SLUG = 'trump-and-xi-hold-first-talks-in-six-years'
const NO_KEY =
  'refused: Stet knows no key of Kim for which protected sources can be sealed. Ask Kim for the device card of their computer (Roster, or “stet roster key”), and trust it. If this library uses PINs, the key needs one. Nothing was handed over.'

describe('a story that rests on a protected source', () => {
  test('is sealed the identity of it for the people that are named, and nothing outside of that tells', async () => {
    const { desk, story, source } = await withKim({ files: true })
    const { bytes, fileName, losses, shared } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect({ fileName, losses, shared }).toEqual({ fileName: `${SLUG}-for-kim.stet`, losses: [], shared: ['Source A'] })
    const { manifest, stories } = await opened(bytes)
    expect(manifest).toMatchObject({ version: 2, minReader: 1, stories: [{ sealedFor: ['Kim'] }] })
    expect(faultsOfManifest(manifest)).toEqual([])
    expect(faultsOfManifest({ ...manifest, version: 1 })).toContain('/version must be equal to constant')
    expect(stories[0]?.sources.find(({ id }) => id === source)).toMatchObject({ name: 'Source A', aliases: [] })
    const text = allText(bytes).toLowerCase()
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([])
    expect([...partsOf(bytes).keys()].filter((path) => path.endsWith('.age'))).toEqual(['stories/1/sealed.age'])
  })

  test('without a name is a bundle of version 1, as before', async () => {
    const { desk, story } = await withKim()
    const { bytes, fileName, shared } = await desk.act('Lee', 'story.handOver', { stories: [story] })
    expect({ fileName, shared }).toEqual({ fileName: `${SLUG}.stet`, shared: [] })
    expect((await opened(bytes)).manifest).toMatchObject({ version: 1, minReader: 1 })
  })

  test('has a sealed part whose length tells no name', async () => {
    const { desk, story, source } = await withKim()
    const lengthNow = async (): Promise<number> =>
      partsOf((await handOverFor(desk, 'Lee', [story], 'Kim')).bytes).get('stories/1/sealed.age')?.length ?? 0
    const before = await lengthNow()
    await desk.act('Lee', 'source.edit', { source, name: 'O. Kov' })
    expect(await lengthNow()).toBe(before)
    // One block, two authentication tags, and the header for one key.
    expect(before).toBeGreaterThan(SEALED_BLOCK)
    expect(before).toBeLessThan(SEALED_BLOCK + 400)
  })

  test('is noted with the people, and with pseudonyms only', async () => {
    const { desk, story, source } = await withKim()
    await handOverFor(desk, 'Lee', [story], 'Kim')
    const noted = (await desk.room.storyNow(story)).entries.findLast(({ kind }) => kind === 'exported')
    expect(noted).toMatchObject({ format: 'bundle', to: ['Kim'], shared: [source], by: 'Lee' })
    expect(JSON.stringify(noted)).not.toContain('Olena')
    expect(desk.room.ledger.entries.findLast(({ kind }) => kind === 'sourcesShared')).toMatchObject({
      by: 'Lee',
      sources: [source],
      people: ['Kim'],
    })
  })

  test('is not sealed by anybody but an editor, and then nothing leaves', async () => {
    const { desk, story } = await withKim()
    expect(await refusal(handOverFor(desk, 'Ben', [story], 'Kim'))).toBe(
      'refused: Only an editor can share the identity of a protected source; Ben is a reporter on the roster. You can hand over the story without naming anyone. The source then stays a pseudonym.',
    )
    expect((await desk.room.storyNow(story)).entries.filter(({ kind }) => kind === 'exported')).toEqual([])
    expect(desk.room.ledger.entries.filter(({ kind }) => kind === 'sourcesShared')).toEqual([])
  })

  test('is not sealed without a PIN where there are PINs', async () => {
    const { desk, train, story } = await withKim()
    await desk.act('Lee', 'pin.set', { pin: '4711' })
    await trust('Lee', desk, 'Kim', train, 'reporter')
    expect(await refusal(handOverFor(desk, 'Lee', [story], 'Kim'))).toBe(NO_KEY)
    await train.act('Kim', 'pin.set', { pin: '4712' })
    await trust('Lee', desk, 'Kim', train, 'reporter')
    expect((await handOverFor(desk, 'Lee', [story], 'Kim')).shared).toEqual(['Source A'])
  })

  test('needs a key of the person that is trusted now', async () => {
    const { desk, train, story } = await guarded()
    expect(await refusal(handOverFor(desk, 'Lee', [story], 'Kim'))).toBe(
      'usage: Kim is not on the roster. Trust their device card first (“stet roster trust”), or hand over without naming anyone. Nothing was handed over.',
    )
    await trust('Lee', desk, 'Kim', train, 'reporter')
    const [{ code = '' } = {}] = await desk.act('Lee', 'device.list', {})
    await desk.act('Lee', 'device.end', { key: code })
    expect(await refusal(handOverFor(desk, 'Lee', [story], 'Kim'))).toBe(NO_KEY)
  })

  test('is not handed over when the trust in a key ends meanwhile', async () => {
    const { desk, story } = await withKim()
    const [{ code = '' } = {}] = await desk.act('Lee', 'device.list', {})

    let isEnding = false
    let ended: Promise<unknown> = Promise.resolve()
    const now = desk.room.clock.now
    // The moment at which the bundle is made is read after the keys were chosen.
    vi.spyOn(desk.room.clock, 'now').mockImplementation(() => {
      if (!isEnding) {
        isEnding = true
        ended = desk.act('Lee', 'device.end', { key: code })
      }
      return now()
    })
    const handing = refusal(handOverFor(desk, 'Lee', [story], 'Kim'))
    expect(await handing).toBe(NO_KEY)
    await ended
    expect(desk.room.ledger.entries.filter(({ kind }) => kind === 'sourcesShared')).toEqual([])
  })

  test('goes sealed for several people, several stories in one file', async () => {
    const { desk, story } = await withKim()
    await withPat(desk)
    const { id: other } = await desk.act('Ben', 'story.create', {})
    const { bytes, fileName } = await handOverFor(desk, 'Lee', [story, other], 'Kim', 'Pat')
    expect(fileName).toBe('2-stories-for-kim-and-1-more.stet')
    expect((await opened(bytes)).manifest.stories.map(({ sealedFor }) => sealedFor)).toEqual([
      ['Kim', 'Pat'],
      undefined,
    ])
  })
})

describe('what is not shared stays', () => {
  test('a file and a version that name another protected source, too, are not sealed', async () => {
    const { desk, story, fact, source } = await withKim({ files: true })
    await desk.act('Lee', 'source.add', { name: 'Piotr Zielinski', kind: 'person', protected: true })
    const both = await kept(desk, 'both.txt', `${NAME} and Piotr Zielinski: about 100 minutes.`)
    const evidence = { source, locator: '¶ 1', stance: 'supports' as const, file: both, fileName: 'both.txt' }
    await desk.act('Ben', 'fact.addEvidence', { story, fact, evidence })
    for (const [name, words] of [
      ['One', `${NAME} left.`],
      ['Both', `${NAME} left with Piotr Zielinski.`],
    ] as const) {
      await replace(desk, 'Ben', story, 'They left separately.', words)
      await desk.act('Ben', 'version.keep', { story, name })
      await replace(desk, 'Ben', story, words, 'They left separately.')
    }
    const { losses } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect(losses.map(({ what, count }) => `${what}: ${count}`)).toEqual([
      'captured files of a protected source: 1',
      'snapshots that name a protected source or cannot be read: 1',
    ])
  })

  test('a record that names another protected source refuses', async () => {
    const { desk, story, source } = await withKim()
    await desk.act('Lee', 'source.add', { name: 'Piotr Zielinski', kind: 'person', protected: true })
    await desk.act(await second(desk, 'Lee'), 'source.edit', {
      source,
      contact: 'through Piotr Zielinski',
      reason: 'moved',
    })
    expect(await refusal(handOverFor(desk, 'Lee', [story], 'Kim'))).toMatch(
      /^refused: Nothing was handed over: Source B’s name is in the record of another source\. Remove it/,
    )
  })

  test('a source that was destroyed, or that never was known here, stays its pseudonym', async () => {
    const { desk, story, source } = await withKim()
    await desk.act(await second(desk, 'Lee'), 'source.destroy', { source, reason: 'asked' })
    const { shared, losses, bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect({ shared, losses }).toEqual({
      shared: [],
      losses: [{ what: 'names of protected sources, replaced by their pseudonyms', count: 1, example: '' }],
    })
    expect((await opened(bytes)).manifest.version).toBe(1)
  })

  test('a protected name in the copy refuses as it does without a receiver', async () => {
    const { desk, story } = await withKim()
    await replace(desk, 'Ben', story, 'They left separately.', `${NAME} left.`)
    expect(await refusal(handOverFor(desk, 'Lee', [story], 'Kim'))).toMatch(
      /^refused: Nothing was handed over: Source A’s name is in the copy\./,
    )
  })
})

describe('naming somebody', () => {
  test('needs no right and no key when no source is protected', async () => {
    const { desk } = await guarded()
    await desk.act('Lee', 'roster.add', { name: 'Kim Lee', role: 'checker' })
    const { id: story } = await desk.act('Ben', 'story.create', {})
    const { fileName, shared } = await handOverFor(desk, 'Ben', [story], 'Kim Lee')
    expect({ fileName, shared }).toEqual({ fileName: 'story-for-kim-lee.stet', shared: [] })
    expect((await desk.room.storyNow(story)).entries.findLast(({ kind }) => kind === 'exported')).toMatchObject({
      to: ['Kim Lee'],
    })
  })

  test('says beforehand what becomes of protected sources, and changes nothing', async () => {
    const { desk, story, source } = await withKim()
    const entries = desk.room.ledger.entries.length
    expect(await desk.act('Lee', 'story.handOverName', { stories: [story], for: ['Kim'] })).toEqual({
      fileName: `${SLUG}-for-kim.stet`,
      sources: ['Source A'],
      shares: [source],
      typed: ['Call with Source A'],
    })
    expect(await desk.act('Ben', 'story.handOverName', { stories: [story], for: ['Kim'] })).toMatchObject({
      refused: expect.stringMatching(
        /^Only an editor can share the identity of a protected source; Ben is a reporter/,
      ) as string,
    })
    expect(desk.room.ledger.entries.length).toBe(entries)
  })
})
