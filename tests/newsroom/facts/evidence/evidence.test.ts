import { expect, test } from 'vitest'
import { removedEvidence } from '../../../../src/renderer/facts/detail/removedEvidence'
import { busanDesk } from '../../newsDesk'

const GONE = 'a'.repeat(64)

/** A fact, and a file that was copied for it. */
async function withFile() {
  const desk = await busanDesk()
  const { act, story, pool } = desk
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'about 100 minutes', type: 'figure' })
  const { upload } = await act('Reporter', 'file.begin', { name: 'pool.txt' })
  await act('Reporter', 'file.write', { upload, bytes: new TextEncoder().encode('It ran for 100 minutes.') })
  const { sha256 } = await act('Reporter', 'file.keep', { upload })
  const evidence = (file: string) =>
    ({ source: pool, locator: '¶ 1', stance: 'supports', file, fileName: 'pool.txt' }) as const
  return { ...desk, fact, sha256, evidence }
}

test('a file that the library does not have is refused as evidence', async () => {
  const { act, story, fact, evidence } = await withFile()
  const before = (await act('Editor', 'story.history', { story })).length
  const why =
    'The library does not have the file aaaaaaaaaaaa…: it was deleted as unused, or removed from the “evidence” folder. Nothing was attached or signed. Choose the file again.'
  await expect(act('Reporter', 'fact.addEvidence', { story, fact, evidence: evidence(GONE) })).rejects.toThrow(why)
  await expect(
    act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(GONE) }),
  ).rejects.toThrow(why)
  expect((await act('Editor', 'story.history', { story })).length).toBe(before)
})

test('a file is claimed before it is attached, so that tidying keeps it', async () => {
  const { act, story, fact, sha256, evidence, store } = await withFile()
  const claimed: string[] = []
  const claim = store.claimFile.bind(store)
  store.claimFile = (file) => {
    claimed.push(file)
    return claim(file)
  }
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence: evidence(sha256) })
  expect([claimed, (await act('Editor', 'story.show', { story })).facts[0]?.status]).toEqual([[sha256], 'verified'])
})

test('restores the status when it is put back unchanged, and the ledger has both', async () => {
  const { act, story, fact, sha256, evidence } = await withFile()
  const status = async () => (await act('Editor', 'story.show', { story })).facts[0]?.status
  await act('Editor', 'fact.sign', {
    story,
    fact,
    status: 'verified',
    evidence: { ...evidence(sha256), excerpt: 'It ran for\n100 minutes.' },
  })
  const entries = await act('Editor', 'story.history', { story })
  const [item] = entries.flatMap((entry) => (entry.kind === 'evidenceAdded' ? [entry.evidence] : []))
  await act('Editor', 'fact.removeEvidence', { story, fact, evidence: item?.id ?? '' })
  expect(await status()).toBe('reCheck')
  const offered = removedEvidence(await act('Editor', 'story.history', { story }), fact, 'Editor')
  expect([offered, removedEvidence(await act('Editor', 'story.history', { story }), fact, 'Legal')]).toEqual([
    [item],
    [],
  ])
  const [{ id: _id, ...again } = { id: '', ...evidence(sha256) }] = offered
  await act('Editor', 'fact.addEvidence', { story, fact, evidence: again })
  expect(await status()).toBe('verified')
  const after = await act('Editor', 'story.history', { story })
  expect(after.map(({ kind }) => kind).filter((kind) => kind.startsWith('evidence'))).toEqual([
    'evidenceAdded',
    'evidenceRemoved',
    'evidenceAdded',
  ])
  expect(removedEvidence(after, fact, 'Editor')).toEqual([])
})

test('that was removed before the last sign-off is not offered', async () => {
  const { act, story, fact, pool, sha256, evidence } = await withFile()
  const { id } = await act('Editor', 'fact.addEvidence', { story, fact, evidence: evidence(sha256) })
  await act('Editor', 'fact.removeEvidence', { story, fact, evidence: id })
  expect(removedEvidence(await act('Editor', 'story.history', { story }), fact, 'Editor')).toHaveLength(1)
  await act('Editor', 'fact.sign', {
    story,
    fact,
    status: 'verified',
    evidence: { source: pool, locator: '¶ 4', stance: 'supports' },
  })
  expect(removedEvidence(await act('Editor', 'story.history', { story }), fact, 'Editor')).toEqual([])
})
