/** The doctor checks who signed, as the window does: an entry with a right hash may be forged. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { rewriteRecord } from '../../attack/disk'
import { runAction } from '../../../src/newsroom/runAction'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { examineAlone } from '../../../src/storage/doctor/examineLibrary'
import { openLibrary } from '../../../src/storage/openLibrary'
import { hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'

const now = (): string => '2026-10-30T09:00:00.000Z'

async function newsroomAt(folder: string): Promise<Newsroom> {
  const store = await openLibrary({ folder, create: true, person: 'Editor', now, newId: (kind) => `${kind}-1` })
  return Newsroom.open({ store, clock: { now }, ids: sequentialIds, debouncer: debounceByHand() })
}

async function libraryWithStory(): Promise<{ readonly folder: string; readonly ledger: string }> {
  const above = await mkdtemp(join(tmpdir(), 'stet-signatures-'))
  onTestFinished(() => rm(above, { recursive: true, force: true }))
  const folder = join(above, 'library')
  const room = await newsroomAt(folder)
  const { id } = await runAction(room, 'Editor', 'story.create', {})
  await runAction(room, 'Editor', 'story.setField', { story: id, field: 'slug', value: 'busan' })
  await room.close()
  return { folder, ledger: join(folder, 'stories', id, 'ledger.jsonl') }
}

const found = async (folder: string) =>
  (await examineAlone({ folder, now })).problems.map(({ path, what }) => [path.slice(folder.length + 1), what])

test('an entry with a right hash and another’s signature is a problem, and nothing else is', async () => {
  const { folder, ledger } = await libraryWithStory()
  expect(await found(folder)).toEqual([])
  const lines = (await readFile(ledger, 'utf8')).split('\n').filter((line) => line !== '')
  const last = JSON.parse(lines.at(-1) ?? '') as LedgerEntry
  const made = { ...last, seq: last.seq + 1, follows: [last.hash], by: 'Chief' }
  await writeFile(ledger, [...lines, JSON.stringify({ ...made, hash: hashEntry(made) }), ''].join('\n'))
  expect(await found(folder)).toEqual([
    [
      'stories/story-1/ledger.jsonl',
      'entry 3 of the history is in the name of Chief, but the signature is not theirs, so the entry does not count',
    ],
  ])
})

test('a role written into roster.json by hand is a problem', async () => {
  const { folder } = await libraryWithStory()
  await rewriteRecord<{ people: readonly object[] }>(folder, 'roster.json', 'roster', ({ people }) => ({
    people: [...people, { name: 'Eve', role: 'legal' }],
  }))
  expect(await found(folder)).toEqual([
    ['roster.json', 'it gives Eve the role legal, but no editor gave it; the role does not count'],
  ])
})
