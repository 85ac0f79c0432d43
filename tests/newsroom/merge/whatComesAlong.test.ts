/** What comes along with a story: sources, captured files, versions; and what happens here meanwhile. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { windowOn } from '../newsDesk'
import { blockElements } from '../../../src/document/reading/readStory'
import { trust, type Machine } from './machines'
import { bothTrust, handOver, merge, preview, replace, shown, two, verify } from './twoMachines'

async function capture({ act }: Machine, by: string, name: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const { upload } = await act(by, 'file.begin', { name, size: bytes.length })
  await act(by, 'file.write', { upload, bytes })
  return (await act(by, 'file.keep', { upload })).sha256
}

async function verifiedWithFile(on: Machine, by: string, story: string, fact: string): Promise<string> {
  const file = await capture(on, by, 'pool.txt', 'The meeting lasted about 100 minutes.')
  const { id: source } = await on.act(by, 'source.add', { name: 'Pool report', kind: 'pool' })
  const evidence = { source, locator: '¶ 1', stance: 'supports', file, fileName: 'pool.txt' } as const
  await on.act(by, 'fact.sign', { story, fact, status: 'verified', evidence } as never)
  return file
}

describe('captured files', () => {
  test('come with the story, and the tick stands', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const file = await verifiedWithFile(train, 'Kim', story, fact)
    const bytes = await handOver(train, 'Kim', story)
    expect(await preview(desk, 'Lee', bytes)).toMatchObject({ files: 1, missingFiles: [] })
    expect((await desk.store.checkFile(file, { read: true })).is).toBe('gone')
    await merge(desk, 'Lee', bytes)
    expect((await desk.store.checkFile(file, { read: true })).is).toBe('whole')
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
  })

  test('that stay there are told; the tick stands, and they may come later', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const file = await verifiedWithFile(train, 'Kim', story, fact)
    const without = await train.act('Kim', 'story.handOver', { stories: [story], withoutFiles: true })
    const whole = await handOver(train, 'Kim', story)
    expect(await merge(desk, 'Lee', without.bytes)).toMatchObject({ files: 0, missingFiles: [file] })
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
    expect((await desk.room.story(story)).value().losses).toEqual([])
    await merge(desk, 'Lee', whole)
    expect((await desk.store.checkFile(file, { read: true })).is).toBe('whole')
  })
})

test('those of evidence that does not count yet come along', async () => {
  const { desk, train, story, fact } = await two()
  await trust('Lee', desk, 'Kim', train, 'editor')
  await trust('Kim', train, 'Lee', desk, 'editor')
  const file = await capture(desk, 'Ben', 'pool.txt', 'The meeting lasted about 100 minutes.')
  const { id: source } = await desk.act('Ben', 'source.add', { name: 'Pool report', kind: 'pool' })
  const evidence = { source, locator: '¶ 1', stance: 'supports', file, fileName: 'pool.txt' } as const
  await desk.act('Ben', 'fact.addEvidence', { story, fact, evidence } as never)
  await desk.act('Lee', 'fact.sign', { story, fact, status: 'verified' })
  const bytes = await handOver(desk, 'Lee', story)
  await merge(train, 'Kim', bytes)
  expect((await train.store.checkFile(file, { read: true })).is).toBe('whole')
  await trust('Kim', train, 'Ben', desk, 'reporter')
  expect((await train.room.story(story)).value().losses).toEqual([])
})

test('who takes evidence over whose file stayed elsewhere reads that it is not here, and what to do', async () => {
  const { desk, train, story, fact } = await two()
  await trust('Kim', train, 'Lee', desk, 'editor')
  const file = await capture(desk, 'Lee', 'pool.txt', 'The meeting lasted about 100 minutes.')
  const { id: source } = await desk.act('Lee', 'source.add', { name: 'Pool report', kind: 'pool' })
  const evidence = { source, locator: '¶ 1', stance: 'supports', file, fileName: 'pool.txt' } as const
  await desk.act('Ben', 'fact.addEvidence', { story, fact, evidence } as never)
  const { bytes } = await desk.act('Lee', 'story.handOver', { stories: [story], withoutFiles: true })
  await merge(train, 'Kim', bytes)
  const takeOver = async () => {
    const { entries } = await train.act('Kim', 'story.apart', { story, all: false })
    const added = entries.filter(({ did }) => did === 'added evidence').map(({ hash, seen = '' }) => ({ hash, seen }))
    return train.act('Kim', 'story.decideApart', { story, verdict: 'taken', entries: added })
  }
  const why =
    'The captured file “pool.txt” is not on this computer. Nothing was changed. Open a bundle that includes it, then' +
    ' take the evidence over.'
  expect((await takeOver()).left.map((one) => one.why)).toEqual([why])
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  expect(await takeOver()).toMatchObject({ left: [] })
})

test('a captured file that was here and is lost stays lost, whatever a bundle leaves out', async () => {
  const { desk, train, story, fact } = await two()
  await bothTrust(desk, train)
  const file = await verifiedWithFile(desk, 'Lee', story, fact)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
  const { bytes } = await train.act('Kim', 'story.handOver', { stories: [story], withoutFiles: true })
  const { checkFile } = desk.store
  const isLost: typeof checkFile = async (sha256, options) =>
    sha256 === file ? { is: 'gone' } : checkFile.call(desk.store, sha256, options)
  Object.assign(desk.store, { checkFile: isLost })
  expect(await merge(desk, 'Lee', bytes)).toMatchObject({ outcome: 'merged', missingFiles: [] })
  expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: reCheck (loss)'])
})

test('a protected source comes as its pseudonym, under a free one, and its name stays there', async () => {
  const { desk, train, story, fact } = await two()
  await bothTrust(desk, train)
  await desk.act('Lee', 'source.add', { name: 'Dana Okafor', kind: 'person', protected: true })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  const { id: source } = await train.act('Kim', 'source.add', { name: 'Noor Haddad', kind: 'person', protected: true })
  const evidence = { source, locator: 'call', stance: 'supports' } as const
  await train.act('Kim', 'fact.addEvidence', { story, fact, evidence: evidence as never })
  const report = await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  expect(report?.sources).toEqual(['Source B'])
  expect(desk.room.library.sources.map(({ name, pseudonym }) => [name, pseudonym])).toEqual([
    ['Dana Okafor', 'Source A'],
    ['Source B', 'Source B'],
  ])
  expect(JSON.stringify(desk.room.library)).not.toContain('Haddad')
})

test('a source that is protected there is protected here from then on', async () => {
  const { desk, train, story, fact } = await two()
  await bothTrust(desk, train)
  const { id: source } = await desk.act('Lee', 'source.add', { name: 'Pool', kind: 'pool' })
  const evidence = { source, locator: 'p. 1', stance: 'supports' } as const
  await desk.act('Lee', 'fact.addEvidence', { story, fact, evidence: evidence as never })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'source.edit', { source, protected: true })
  await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  expect(desk.room.library.sources).toMatchObject([{ name: 'Pool', protected: true, pseudonym: 'Source A' }])
})

test('snapshots come under free numbers, once', async () => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  await desk.act('Lee', 'version.keep', { story, name: 'here' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'version.keep', { story, name: 'there' })
  await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
  const bytes = await handOver(train, 'Kim', story)
  await merge(desk, 'Lee', bytes)
  await merge(desk, 'Lee', bytes)
  const named = (await desk.act('Lee', 'version.list', { story })).versions.flatMap(({ name }) => name ?? [])
  // The one that was kept here came back, too: it is the same.
  expect(named.toSorted()).toEqual(['here', 'there'])
})

describe('a verdict that does not count says why', () => {
  test('its key has no PIN, and verdicts need one here', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    // The first PIN ends the trust in every key on another machine.
    await desk.act('Lee', 'pin.set', { pin: '4711' })
    await trust('Lee', desk, 'Kim', train, 'editor')
    await verify(train, 'Kim', story, fact)
    const report = await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect(report?.verdicts.map(({ why }) => why)).toEqual(['needsPin'])
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck'])
  })

  test('an editor trusts its key no longer', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const { code } = await train.act('Kim', 'device.card', {})
    await desk.act('Lee', 'device.end', { key: code })
    await verify(train, 'Kim', story, fact)
    const report = await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect([report?.sender.standing, report?.verdicts.map(({ why }) => why)]).toEqual(['ended', ['ended']])
    expect((await desk.room.story(story)).value().losses).toEqual([])
    // Trusted again, it would count what somebody signed with it meanwhile.
    await expect(trust('Lee', desk, 'Kim', train, 'editor')).rejects.toThrow('and that is final')
    expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: toCheck'])
  })
})

test('who types while a merge is on its way waits a moment, and no word is lost', async () => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await replace(train, 'Kim', story, 'They left separately.', 'Both left by car.')
  const bytes = await handOver(train, 'Kim', story)
  const open = await desk.room.story(story)
  const window = await windowOn(desk, story, 'Ben')
  const told: number[] = []
  desk.room.on('ledgerGrew', ({ apart }) => void (apart && told.push(apart.length)))
  const update = window.type((doc) => {
    const text = blockElements(doc).at(-1)?.toArray()[0]
    if (text instanceof Y.XmlText) text.insert(text.length, ' Nobody waved.')
  })
  const write = desk.store.mergeStory.bind(desk.store)
  let typing: Promise<void> = Promise.resolve()
  let refused = ''
  desk.store.mergeStory = async (id, incoming) => {
    typing = open.applyWindowUpdate(update, 'Ben')
    await desk.act('Ben', 'comment.add', { story, text: 'hm' }).catch((error: Error) => (refused = error.message))
    await write(id, incoming)
  }
  await merge(desk, 'Lee', bytes)
  await typing
  expect(refused).toBe('A bundle is being merged into this story. Your change was not made. Try again in a moment.')
  expect(open.value().copy.at(-1)?.text).toMatch(/Both left by car\. Nobody waved\.$/)
  expect(told).toEqual([0])
})
