import { readdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BundleError } from '../../../src/exchange/bundle/bundleError'
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
        manifest: (m) => void Object.assign(m, { version: 2, pen: 'Editor' }),
      }),
    )
    expect(newer.isNewer).toBe(true)
    expect(newer.stories[0]?.entries.length).toBe(2)
  })
})
