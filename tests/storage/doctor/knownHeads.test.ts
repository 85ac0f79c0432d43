/** The doctor asks the table of heads: a story that is whole in itself may be an older one. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { examineAlone } from '../../../src/storage/doctor/examineLibrary'
import { openLibrary } from '../../../src/storage/openLibrary'

const now = (): string => '2026-10-30T09:00:00.000Z'

async function newsroomAt(folder: string): Promise<Newsroom> {
  const store = await openLibrary({ folder, create: true, person: 'Editor', now, newId: (kind) => `${kind}-1` })
  return Newsroom.open({ store, clock: { now }, ids: sequentialIds, debouncer: debounceByHand() })
}

test('a story folder that was put back from yesterday is a problem', async () => {
  const above = await mkdtemp(join(tmpdir(), 'stet-heads-'))
  onTestFinished(() => rm(above, { recursive: true, force: true }))
  const folder = join(above, 'library')
  const first = await newsroomAt(folder)
  const { id } = await runAction(first, 'Editor', 'story.create', {})
  await first.close()
  await cp(join(folder, 'stories', id), join(above, 'yesterday'), { recursive: true })

  const second = await newsroomAt(folder)
  await runAction(second, 'Editor', 'story.setField', { story: id, field: 'slug', value: 'busan' })
  await second.close()
  expect(await examineAlone({ folder, now })).toEqual({ ok: true, problems: [] })

  await rm(join(folder, 'stories', id), { recursive: true })
  await cp(join(above, 'yesterday'), join(folder, 'stories', id), { recursive: true })
  const { ok, problems } = await examineAlone({ folder, now })
  expect([ok, problems.map(({ path, what }) => [path, what])]).toEqual([
    false,
    [
      [
        join(folder, 'stories', id, 'ledger.jsonl'),
        'The history ends before entry 2, which it once had, or has a different entry there: it was replaced by an older history.',
      ],
    ],
  ])
})
