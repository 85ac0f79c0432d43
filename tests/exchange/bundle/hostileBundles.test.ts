import { createHash } from 'node:crypto'
import { open as openFile, readdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BundleError } from '../../../src/exchange/bundle/bundleError'
import { writeBundle } from '../../../src/exchange/bundle/writeBundle'
import { bundleOf, openBundle } from './builtBundle'
import { HOSTILE_CONTENTS, SEALED, SOURCE, sources } from './hostileContents'
import { HOSTILE_ZIPS } from './hostileZips'

const NEW_COPY = 'Ask the sender for a new copy of the bundle.'
const HOSTILE = [...HOSTILE_ZIPS, ...HOSTILE_CONTENTS]

describe('a hostile bundle', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stet-bundles-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  for (const [what, breaks, problem, next = NEW_COPY] of HOSTILE)
    test(`${what} is refused, from memory and from a file`, async () => {
      const bytes = bundleOf(breaks)
      const path = join(folder, 'talks.stet')
      await writeFile(path, bytes)
      for (const from of [bytes, path]) {
        const refusal = await openBundle(from).then(
          () => undefined,
          (error: unknown) => error,
        )
        expect(refusal).toBeInstanceOf(BundleError)
        expect((refusal as Error).message).toBe(`talks.stet: ${problem}. Nothing was changed. ${next}`)
      }
      expect(await readdir(folder)).toEqual(['talks.stet'])
    })

  test('there are at least 40 kinds', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(40)
  })

  test('the bundle that all of them are made of is good', async () => {
    const { stories, isNewer } = await openBundle(bundleOf())
    expect(isNewer).toBe(false)
    expect(stories).toMatchObject([
      { entries: [{ kind: 'created' }, { kind: 'tagged' }], sources: [], snapshots: [{ n: 3, name: 'First' }] },
    ])
    expect(
      (await openBundle(bundleOf({ parts: sources(SOURCE, { ...SEALED, id: 'source-2' }) }))).stories[0]?.sources,
    ).toEqual([SOURCE, { ...SEALED, id: 'source-2' }])
  })

  test('a captured file that is exchanged on the disk after the check does not come whole', async () => {
    const file = new Uint8Array(1_000_000).fill(7)
    const hash = createHash('sha256').update(file).digest('hex')
    const path = join(folder, 'talks.stet')
    const story = { id: 'story-1', guid: 'urn:uuid:00000000-0000-4000-8000-000000000001', leftOut: [] }
    const bytes = writeBundle({
      made: '2026-10-30T09:00:00.000Z',
      by: 'Reporter',
      device: 'device-1',
      stories: [{ story, document: new Uint8Array([0, 0]), entries: [], sources: [], snapshots: [] }],
      files: new Map([[hash, file]]),
    })
    await writeFile(path, bytes)
    const bundle = await openBundle(path)
    const read = async (): Promise<number> => {
      let length = 0
      for await (const piece of bundle.stories[0]?.files.get(hash)?.pieces() ?? []) length += piece.length
      return length
    }
    expect(await read()).toBe(1_000_000)
    const disk = await openFile(path, 'r+')
    await disk.write(new Uint8Array([8]), 0, 1, Buffer.from(bytes).indexOf(new Uint8Array(64).fill(7)) + 500_000)
    await disk.close()
    await expect(read()).rejects.toThrow(
      `talks.stet: its part files/${hash} is not the one that the manifest lists: it was changed. Nothing was changed. ${NEW_COPY}`,
    )
    await bundle.close()
  })

  test('without card and signature it is a bundle of nobody', async () => {
    const { manifest, stories } = await openBundle(
      bundleOf({ unsigned: true, parts: (p) => void p.delete('card.txt') }),
    )
    expect(manifest.signature).toBeUndefined()
    expect(stories[0]?.card).toBeUndefined()
  })

  test('one of a newer Stet that this one may read opens to be looked at', async () => {
    const newer = await openBundle(
      bundleOf({
        parts: (p) => void p.set('stories/1/pen.json', '{}'),
        manifest: (m) => void Object.assign(m, { version: 3, pen: 'Editor' }),
      }),
    )
    expect(newer.isNewer).toBe(true)
    expect(newer.stories[0]?.entries.length).toBe(2)
  })
})
