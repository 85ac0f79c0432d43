import { describe, expect, test } from 'vitest'
import { loadDoc } from '../../../../src/document/createStoryDoc'
import { readStory } from '../../../../src/document/reading/readStory'
import { shortCode } from '../../../../src/story/trust/keys/deviceCard'
import { signedHashOf } from '../../../../src/exchange/bundle/manifest'
import { busanDesk, windowOn, type NewsDesk } from '../../newsDesk'
import { readCard } from '../../../../src/newsroom/people/deviceCardText'
import { checkSignature } from '../../../../src/storage/disk/crypto/ed25519'
import { allText, open } from './bundleDesk'

const utf8 = new TextEncoder()

async function kept({ act }: NewsDesk, name: string, bytes: Uint8Array): Promise<string> {
  const { upload } = await act('Reporter', 'file.begin', { name })
  await act('Reporter', 'file.write', { upload, bytes })
  return (await act('Reporter', 'file.keep', { upload })).sha256
}

/** A story with a fact, its source and a captured file. */
async function backedStory() {
  const desk = await busanDesk()
  const { act, story, pool } = desk
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  const file = await kept(desk, 'pool.txt', utf8.encode('The meeting lasted about 100 minutes.'))
  const evidence = { source: pool, locator: '¶ 1', stance: 'supports' as const, file, fileName: 'pool.txt' }
  await act('Reporter', 'fact.addEvidence', { story, fact, evidence })
  return { ...desk, fact, file }
}

const protect = ({ act }: NewsDesk, name: string, more: object = {}) =>
  act('Editor', 'source.add', { name, kind: 'person', groundRules: 'background', protected: true, ...more })

describe('a bundle holds a story whole', () => {
  test('document, history, sources, captured files and the card of the sender', async () => {
    const { act, room, story, file } = await backedStory()
    await act('Reporter', 'version.keep', { story, name: 'Before lunch' })
    const handed = await act('Reporter', 'story.handOver', { stories: [story] })
    expect(handed).toMatchObject({ fileName: 'trump-and-xi-hold-first-talks-in-six-years.stet', losses: [] })
    const bundle = await open(handed.bytes)
    const [read] = bundle.stories
    const now = await room.storyNow(story)
    expect(bundle.manifest).toMatchObject({
      format: 'stet-bundle',
      version: 1,
      minReader: 1,
      by: 'Reporter',
      made: '2026-10-30T09:00:00.000Z',
      stories: [{ id: story, guid: now.guid, headline: 'Trump and Xi hold first talks in six years', leftOut: [] }],
    })
    expect(read?.sources).toEqual(room.library.sources)
    expect(read?.entries).toEqual(now.entries.slice(0, -1))
    expect(readStory(loadDoc([read?.document ?? new Uint8Array()]))).toEqual(readStory(now.doc))
    expect(read?.snapshots.map(({ n, name }) => ({ n, name }))).toEqual([{ n: 1, name: 'Before lunch' }])
    const pieces: Uint8Array[] = []
    for await (const piece of read?.files.get(file)?.pieces() ?? []) pieces.push(piece)
    expect(Buffer.concat(pieces).toString()).toBe('The meeting lasted about 100 minutes.')
    const card = readCard(read?.card ?? '', checkSignature)
    expect(shortCode(card)).toBe((await act('Reporter', 'device.card', {})).code)
    const { signature } = bundle.manifest
    expect(signature?.key).toBe(card.id)
    expect(checkSignature(card.publicKey, signedHashOf(bundle.manifest), signature?.value ?? '')).toBe(true)
  })

  test('the history says that it was handed over, and the gate is not asked', async () => {
    const { act, story } = await backedStory()
    const { sha256, entries, fileName } = await act('Reporter', 'story.handOver', {
      stories: [story],
      destination: '/stick/talks.stet',
    })
    const last = (await act('Reporter', 'story.history', { story })).at(-1)
    expect(last).toMatchObject({
      kind: 'exported',
      by: 'Reporter',
      format: 'bundle',
      edition: 'internal',
      fileName,
      sha256,
      destination: '/stick/talks.stet',
      version: 1,
    })
    expect(entries).toEqual([{ story, entry: last?.seq }])
    await expect(act('Reporter', 'story.exportAgain', { story, entry: last?.seq ?? 0 })).rejects.toMatchObject({
      reason: 'usage',
      message: `Entry ${last?.seq} of the history is a handover. A bundle always contains the story as it is now. Hand it over again.`,
    })
  })

  test('without files only their hashes leave, and this is said', async () => {
    const { act, story, file } = await backedStory()
    const handed = await act('Reporter', 'story.handOver', { stories: [story], withoutFiles: true })
    const [read] = (await open(handed.bytes)).stories
    expect(read?.files.size).toBe(0)
    expect(read?.leftOut).toEqual([file])
    expect(handed.losses).toEqual([{ what: 'captured files, as requested', count: 1, example: file.slice(0, 12) }])
  })

  test('several stories leave in one bundle, each with its own parts', async () => {
    const desk = await backedStory()
    const { act, story } = desk
    const { id: other } = await act('Reporter', 'story.import', {
      name: 'b.txt',
      bytes: utf8.encode('Second\n\nWords.'),
    })
    const handed = await act('Reporter', 'story.handOver', { stories: [story, other] })
    expect(handed.fileName).toBe('trump-and-xi-hold-first-talks-in-six-years-and-1-more.stet')
    const bundle = await open(handed.bytes)
    expect(bundle.stories.map((one) => one.story.id)).toEqual([story, other])
    expect(bundle.stories.map(({ document }) => readStory(loadDoc([document])).copy[0]?.text)).toEqual([
      'Trump and Xi hold first talks in six years',
      'Second',
    ])
    expect(handed.entries.map(({ story: of }) => of)).toEqual([story, other])
    await expect(act('Reporter', 'story.handOver', { stories: [story, story] })).rejects.toMatchObject({
      reason: 'usage',
      message: 'The same story is named twice.',
    })
  })

  test('a story that has lost something is not handed over, also when nobody had noticed', async () => {
    const { act, store, story, file } = await backedStory()
    Object.assign(store, { checkFile: () => Promise.resolve({ is: 'gone' }) })
    await expect(act('Reporter', 'story.handOver', { stories: [story] })).rejects.toMatchObject({
      reason: 'refused',
      message: `Nothing was handed over: The captured file pool.txt (${file.slice(0, 12)}) is missing from the library. An editor must accept the loss first.`,
    })
  })

  test('a captured file that the disk gives otherwise than it was captured does not leave', async () => {
    const { act, store, story, file } = await backedStory()
    const other = utf8.encode('The meeting lasted about 900 minutes.')
    Object.assign(store, {
      openFile: () =>
        Promise.resolve({
          sha256: file,
          size: other.length,
          read: (from: number, length: number) => Promise.resolve(other.slice(from, from + length)),
          close: () => Promise.resolve(),
        }),
    })
    const handed = await act('Reporter', 'story.handOver', { stories: [story] })
    expect(handed.losses).toEqual([
      { what: 'captured files that are not on this computer', count: 1, example: file.slice(0, 12) },
    ])
    const [read] = (await open(handed.bytes)).stories
    expect([read?.files.size, read?.leftOut]).toEqual([0, [file]])
  })
})

describe('deleted words', () => {
  test('a deleted sentence and a deleted name are nowhere in the bytes', async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const window = await windowOn(desk, story, 'Reporter')
    const open1 = await desk.room.storyNow(story)
    const swap = (replace: string, text: string) => act('Reporter', 'copy.replace', { story, replace, with: text })
    await swap('They left separately.', 'They left separately. Quagmire whispered to Olena Kovalchuk.')
    await swap(' Quagmire whispered to Olena Kovalchuk.', '')
    // A graf that is deleted as a whole, by a window.
    await open1.applyWindowUpdate(
      window.type((doc) => doc.getXmlFragment('copy').delete(1, 1)),
      'Reporter',
    )
    await protect(desk, 'Olena Kovalchuk')
    const { bytes } = await act('Reporter', 'story.handOver', { stories: [story] })
    const text = allText(bytes)
    for (const gone of ['Quagmire', 'whispered', 'Olena', 'Kovalchuk', 'Leaders meet in Busan'])
      expect({ gone, found: text.includes(gone) }).toEqual({ gone, found: false })
    expect(text).toContain('They left separately.')
  })

  test('a version without an instant, which every receiver refuses, stays here and is counted', async () => {
    const desk = await busanDesk()
    const { act, room, story } = desk
    await act('Reporter', 'version.keep', { story, name: 'First' })
    // As a merge of an earlier Stet took it in.
    const { n: _n, ...first } = await room.snapshots.read(story, 1)
    await room.snapshots.keep(story, { ...first, at: 'yesterday', name: 'Of a train' })
    const { bytes, losses } = await act('Reporter', 'story.handOver', { stories: [story] })
    expect(losses).toEqual([
      {
        what: 'snapshots that name a protected source or cannot be read',
        count: 1,
        example: 'Trump and Xi hold first talks in six years',
      },
    ])
    expect((await open(bytes)).stories[0]?.snapshots.map(({ name }) => name)).toEqual(['First'])
  })

  test('snapshots have no words that were deleted before', async () => {
    const { act, story } = await busanDesk()
    await act('Reporter', 'copy.replace', { story, replace: 'They left separately.', with: 'Xylophone.' })
    await act('Reporter', 'copy.replace', { story, replace: 'Xylophone.', with: 'They left.' })
    await act('Reporter', 'version.keep', { story, name: 'First' })
    const { bytes } = await act('Reporter', 'story.handOver', { stories: [story] })
    const text = allText(bytes)
    expect(text).toContain('First')
    expect(text).not.toContain('Xylophone')
  })
})
