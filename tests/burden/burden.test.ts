/**
 * What the rules of trust cost a copy editor: passes over the shared texts, and how many ticks each kind of edit takes
 * away. `npm run burden` does 30 passes and prints the table. Skipped where the shared texts are not present.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { CONTEXT_REASONS, type LapseReason } from '../../src/story/assessment/assessment'
import { countWords } from '../../src/story/copy/copy'
import { dice } from '../editor/randomDesk'
import { copyDesk, lapsesOf, sharedTexts, type CopyDesk } from './desk'
import { EDITS, PASS, typoKind, type EditKind } from './edits'

const PASSES = Number(process.env['STET_RUNS'] ?? 3)

interface Row {
  edits: number
  ticks: number
  blocks: number
  warns: number
}
const rows = new Map<EditKind, Row>()
const passes: { words: number; ticks: number; blocks: number; warns: number; keys: number; grafs: number }[] = []

async function edit(
  { desk, story, window }: CopyDesk,
  kind: EditKind,
  roll: () => number,
): Promise<number | undefined> {
  const before = lapsesOf(story)
  const changed = EDITS[kind]({ window, roll })
  if (changed === undefined) return undefined
  await sendTyping({ desk, story, window })
  const after = lapsesOf(story)
  const row = rows.get(kind) ?? { edits: 0, ticks: 0, blocks: 0, warns: 0 }
  rows.set(kind, row)
  row.edits++
  row.ticks += story.view().facts.length
  for (const [fact, weight] of after) if (before.get(fact) !== weight && before.get(fact) !== 'blocks') row[weight]++
  return changed
}

/** Everything of a graf that lapsed by what stands around it is accepted with one key. */
async function acceptAll({ desk, story }: CopyDesk, by: string): Promise<number> {
  let keys = 0
  for (const graf of story.value().copy.keys()) {
    const lapsed = story
      .view()
      .facts.filter(
        ({ id, status, reasons }) =>
          status === 'reCheck' &&
          reasons.every((reason) => CONTEXT_REASONS.has(reason as LapseReason)) &&
          story.assessment(id).ranges[0]?.block === graf,
      )
    if (lapsed.length === 0) continue
    await desk.act(by, 'fact.acceptContext', {
      story: story.id,
      facts: lapsed.map(({ id, seen = '' }) => ({ fact: id, seen })),
    })
    keys++
  }
  return keys
}

async function sendTyping({ desk, story, window }: CopyDesk): Promise<void> {
  await story.applyWindowUpdate(window.update(story.doc), window.by, 'window-eve')
  await desk.room.storyNow(story.id)
}

describe.skipIf(sharedTexts.length === 0)('copy editing', () => {
  test.each(Array.from({ length: PASSES }, (_, pass) => pass))(
    'pass %i leaves the ticks that it does not touch, and author and editor clear the story',
    { timeout: 300_000 },
    async (pass) => {
      const work = await copyDesk(sharedTexts[pass % sharedTexts.length] ?? '')
      const { desk, story } = work
      expect([...lapsesOf(story)]).toEqual([])
      const roll = dice(pass + 1)
      const grafs = new Set<number>()
      const words = countWords(story.value().copy)
      const count = Math.max(1, Math.min(PASS.length, Math.round((PASS.length * words) / 400)))
      for (let n = 0; n < count; n++) {
        const next = PASS[(pass + n) % PASS.length] ?? 'typo'
        const kind = next === 'typo' ? typoKind({ window: work.window, roll }) : next
        const graf = await edit(work, kind, roll)
        if (graf !== undefined) grafs.add(graf)
      }
      const ticks = story.view().facts.length
      const lapsed = [...lapsesOf(story).values()]
      const blocks = lapsed.filter((weight) => weight === 'blocks').length
      const taken = { words, ticks, blocks, warns: lapsed.length - blocks, keys: 0, grafs: grafs.size }
      passes.push(taken)
      taken.keys = await acceptAll(work, 'Ada')
      const left = [...lapsesOf(story)].filter(([, weight]) => weight === 'blocks')
      expect(left, 'one key per graf accepts what changed around the facts').toEqual([])
      await desk.act('Ada', 'story.move', { story: story.id, to: 'filed' })
      await desk.act('Eve', 'story.move', { story: story.id, to: 'inReview' })
      const { blocks: blocking } = await desk.act('Eve', 'story.gate', { story: story.id, door: 'clear' })
      expect(blocking.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
      expect(await desk.act('Eve', 'story.move', { story: story.id, to: 'cleared' })).toEqual({
        stage: 'cleared',
        version: 1,
      })
    },
  )

  test('a typo where no tag is, and a graf that is moved, take no tick away', () => {
    for (const kind of ['typo where no tag is', 'graf moved', 'marks and spaces'] as const)
      expect(rows.get(kind)?.blocks ?? 0, kind).toBe(0)
    expect(rows.get('typo where no tag is')?.warns ?? 0).toBe(0)
  })

  // A few passes say little of the share.
  test.runIf(PASSES >= 30)(
    'a pass takes away at most one tick in ten, and one key for each graf brings them back',
    () => {
      const ticks = passes.reduce((sum, pass) => sum + pass.ticks, 0)
      const blocks = passes.reduce((sum, pass) => sum + pass.blocks, 0)
      expect(blocks / ticks).toBeLessThanOrEqual(0.1)
    },
  )

  afterAll(() => {
    const share = (part: number, whole: number): string =>
      `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`.padStart(9)
    const lines = [...rows].map(
      ([kind, { edits, ticks, blocks, warns }]) =>
        `${kind.padEnd(32)}${String(edits).padStart(6)}${share(blocks, ticks)}${share(warns, ticks)}` +
        `${(blocks / Math.max(1, edits)).toFixed(2).padStart(9)}${(warns / Math.max(1, edits)).toFixed(2).padStart(9)}`,
    )
    const each = passes.map(({ ticks, blocks }) => blocks / ticks)
    const sum = (of: 'ticks' | 'blocks' | 'warns' | 'keys' | 'grafs'): number =>
      passes.reduce((all, pass) => all + pass[of], 0)
    process.stdout.write(
      [
        `${'kind of edit'.padEnd(32)} edits   blocks    warns  blocks/e  warns/e`,
        ...lines,
        passes.map((one) => `${one.words}w/${one.ticks}t/${one.blocks}b`).join(' '),
        `${passes.length} passes, ${sum('ticks')} ticks: ${share(sum('blocks'), sum('ticks')).trim()} block ` +
          `(worst pass ${share(Math.max(0, ...each), 1).trim()}), ${share(sum('warns'), sum('ticks')).trim()} warn; ` +
          `${sum('keys')} keys to accept for ${sum('grafs')} changed grafs`,
        '',
      ].join('\n'),
    )
  })
})
