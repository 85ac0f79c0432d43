/** Sealed versions and files come in only where every name in them is protected afterwards. */
import { zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { mergeSender } from '../../../src/story/requests/exchange/mergeSections'
import { allText } from '../exports/bundle/bundleDesk'
import { refusal } from '../devices/machines'
import type { Machine } from '../merge/machines'
import { merge, replace } from '../merge/twoMachines'
import { handOverFor, NAME, second, sourceHere, withKim } from './sealedStory'

const LEFT = (count: string): string => `${count} left out, because what they contain is not protected here.`

/** A version that a person kept while these words stood in the copy. */
async function keptWith(desk: Machine, story: string, words: string): Promise<void> {
  await replace(desk, 'Ben', story, 'They left separately.', words)
  await desk.act('Ben', 'version.keep', { story, name: 'With the name' })
  await replace(desk, 'Ben', story, words, 'They left separately.')
}

/** What a bundle for anybody says, in small letters. */
const openly = async (on: Machine, story: string): Promise<string> =>
  allText((await on.act('Kim', 'story.handOver', { stories: [story] })).bytes).toLowerCase()

describe('a name that is not protected here', () => {
  test('of an identity that was destroyed does not come back in a version or a file', async () => {
    const places = await withKim({ files: true })
    const { desk, train, story, source, file = '' } = places
    await keptWith(desk, story, `${NAME} left.`)
    await train.act('Kim', 'roster.add', { name: 'Ana', role: 'checker' })
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    await merge(train, 'Ana', bytes)
    await train.act(await second(train, 'Kim'), 'source.destroy', { source, reason: 'asked' })
    const report = await merge(train, 'Kim', bytes)
    expect(report).toMatchObject({ outcome: 'nothing', versions: 0, files: 0, sealed: { left: 2 } })
    expect(report && mergeSender(report).slice(2)).toContain(LEFT('2 sealed snapshots and files are'))
    expect((await train.store.checkFile(file, { read: false })).is).toBe('gone')
    expect(await openly(train, story)).not.toContain('olena')
  })

  test('of an identity that was destroyed after it came does not come with the next bundle', async () => {
    const { desk, train, story, source } = await withKim({ files: true })
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    await train.act(await second(train, 'Kim'), 'source.destroy', { source, reason: 'asked' })
    await keptWith(desk, story, `${NAME} left.`)
    const report = await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    expect(report).toMatchObject({ versions: 0, sealed: { left: 2 } })
    expect(await openly(train, story)).not.toContain('olena')
  })

  test('does not come in an archive of a destroyed identity that has no name in it', async () => {
    const { desk, train, story, fact, source } = await withKim()
    const { upload } = await desk.act('Ben', 'file.begin', { name: 'notes.zip' })
    const bytes = zipSync({ 'notes.txt': new TextEncoder().encode('About 100 minutes.') })
    await desk.act('Ben', 'file.write', { upload, bytes })
    const { sha256: file } = await desk.act('Ben', 'file.keep', { upload })
    const evidence = { source, locator: '1', stance: 'supports', file, fileName: 'notes.zip' } as const
    await desk.act('Ben', 'fact.addEvidence', { story, fact, evidence })
    await train.act('Kim', 'roster.add', { name: 'Ana', role: 'checker' })
    const sealed = (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes
    await merge(train, 'Ana', sealed)
    await train.act(await second(train, 'Kim'), 'source.destroy', { source, reason: 'asked' })
    expect(await merge(train, 'Kim', sealed)).toMatchObject({ files: 0, sealed: { left: 1 } })
    expect((await train.store.checkFile(file, { read: false })).is).toBe('gone')
  })

  test('does not come where its identity is destroyed while the bundle is taken in', async () => {
    const { desk, train, story, source } = await withKim({ files: true })
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    await keptWith(desk, story, `${NAME} left.`)
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    const max = await second(train, 'Kim')
    // The report looks for files when it is clear what may come in.
    const check = train.store.checkFile.bind(train.store)
    let ended: Promise<unknown> | undefined
    vi.spyOn(train.store, 'checkFile').mockImplementation(async (...asked) => {
      await (ended ??= train.act(max, 'source.destroy', { source, reason: 'asked' }))
      return check(...asked)
    })
    expect(await refusal(merge(train, 'Kim', bytes))).toMatch(/^refused: .*someone has changed the source book/)
    expect((await train.room.snapshots.list(story)).map(({ name }) => name)).not.toContain('With the name')
    expect(await openly(train, story)).not.toContain('olena')
  })

  test('of a source that is another one here does not come', async () => {
    const { desk, train, story, source } = await withKim()
    await keptWith(desk, story, `${NAME} left.`)
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    const aide = {
      id: source,
      name: 'An aide',
      kind: 'person',
      groundRules: 'background',
      groundRulesVersion: 1,
    } as const
    await train.room.changeDesk('Kim', (facts) => ({
      facts: { ...facts, sources: [{ ...aide, protected: false, aliases: [] }] },
      answer: undefined,
      events: [],
    }))
    expect(await merge(train, 'Kim', bytes)).toMatchObject({ versions: 0, sealed: { left: 1 } })
    expect(await openly(train, story)).not.toContain('olena')
  })
})

describe('a name that becomes protected with it', () => {
  test('may come: an address that was learned later is protected, too', async () => {
    const { desk, train, story, source } = await withKim()
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    const contact = 'olena@example.org, +380 44 123 45 67, new-address@example.net'
    await desk.act('Lee', 'source.edit', { source, contact, reason: 'moved' })
    await keptWith(desk, story, 'Ask new-address@example.net.')
    const report = await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    expect(report).toMatchObject({ versions: 1 })
    expect(report?.sealed?.left).toBeUndefined()
    expect(sourceHere(train, source)?.contact).toContain('new-address@example.net')
    expect(await openly(train, story)).not.toContain('new-address')
  })

  test('is protected where nothing else is new', async () => {
    const { desk, train, story, source } = await withKim()
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    await desk.act('Lee', 'source.edit', { source, aliases: ['Lena K', 'Zhuravel'], reason: 'x' })
    const { bytes } = await handOverFor(desk, 'Lee', [story], 'Kim')
    expect((await merge(train, 'Kim', bytes))?.outcome).toBe('merged')
    expect(sourceHere(train, source)?.aliases).toEqual(['Lena K', 'Zhuravel'])
    expect((await merge(train, 'Kim', bytes))?.outcome).toBe('nothing')
  })

  test('is protected on the source into which people here merged it', async () => {
    const { desk, train, story, source } = await withKim()
    await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    const mine = { name: 'O. Koval', kind: 'person', groundRules: 'background', protected: true } as const
    const { id: into } = await train.act('Kim', 'source.add', mine)
    await train.act('Kim', 'source.merge', { source, into })
    await desk.act('Lee', 'source.edit', { source, aliases: ['Lena K', 'Zhuravel'], reason: 'x' })
    await keptWith(desk, story, 'Zhuravel left.')
    const report = await merge(train, 'Kim', (await handOverFor(desk, 'Lee', [story], 'Kim')).bytes)
    expect(report).toMatchObject({ versions: 1 })
    expect(sourceHere(train, into)?.aliases).toContain('Zhuravel')
    expect(await openly(train, story)).not.toContain('zhuravel')
  })
})
