/** Writes one story in two libraries, hands bundles over and merges them. Prints each act, until it is killed. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runAction } from '../../../src/newsroom/runAction'
import { writeExport } from '../../../src/newsroom/exports/file/writeExport'
import { NewsroomError } from '../../../src/story/requests/newsroomError'
import { trust, type Machine } from '../../newsroom/merge/machines'
import { dice } from '../campaign'
import { printLine } from '../printLine'
import { EDITOR, openSide, otherSide, SIDES, wholeOf, type Said, type Side } from './twoLibraries'

const [, , folder = '', seed = '1', known = ''] = process.argv
const tell = (said: Said): void => printLine(JSON.stringify(said))
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function begin(sides: Readonly<Record<Side, Machine>>): Promise<string> {
  for (const side of SIDES)
    await trust(EDITOR[side], sides[side], EDITOR[otherSide(side)], sides[otherSide(side)], 'editor')
  const { act, room } = sides.desk
  const text = Array.from({ length: 20 }, (_, n) => `The talks of day ${n} lasted ${n + 3} minutes.`).join('\n\n')
  const { id } = await act('Lee', 'story.import', { name: 'a.txt', bytes: bytesOf(text) })
  const { upload } = await act('Lee', 'file.begin', { name: 'n.txt' })
  await act('Lee', 'file.write', { upload, bytes: bytesOf('n'.repeat(200_000)) })
  await act('Lee', 'file.keep', { upload })
  await room.settleAll()
  const { bytes } = await act('Lee', 'story.handOver', { stories: [id] })
  await sides.train.act('Kim', 'story.merge', { name: 'a.stet', bytes })
  await sides.train.room.settleAll()
  return id
}

async function change({ act, room }: Machine, side: Side, story: string, roll: (below: number) => number, n: number) {
  const by = EDITOR[side]
  const facts = (await room.storyNow(story)).assessments()
  const fact = facts[roll(Math.max(1, facts.length))]
  const day = roll(20)
  const kind = roll(4)
  if (kind === 0) await act(by, 'copy.replace', { story, replace: `day ${day} `, with: `day ${day} w${seed}x${n} ` })
  else if (kind === 1 && facts.length < 40)
    await act(by, 'fact.tag', { story, text: `${day + 3} minutes`, type: 'figure' }).catch(() => undefined)
  else if (kind === 2 && fact) await act(by, 'fact.sign', { story, fact: fact.id, status: 'queried', reason: `Q ${n}` })
  else await act(by, 'comment.add', { story, text: `C ${n}` })
}

async function work(): Promise<void> {
  const roll = dice(Number(seed))
  tell({ say: 'opening' })
  const sides = { desk: await openSide(folder, 'desk'), train: await openSide(folder, 'train') }
  const outbox = join(folder, 'outbox')
  mkdirSync(outbox, { recursive: true })
  const story = known === '' ? await begin(sides) : known
  tell({ say: 'begun', story })
  const has = async (side: Side): Promise<void> => tell({ say: 'has', side, whole: await wholeOf(sides[side], story) })
  for (const side of SIDES) await has(side)
  tell({ say: 'ready' })
  for (let n = 0; ; n++) {
    const side = SIDES[roll(2)] ?? 'desk'
    const [here, by] = [sides[side], EDITOR[side]]
    for (let at = roll(4); at > 0; at--) {
      await change(here, side, story, roll, 10 * n + at)
      await here.room.settleAll()
      await has(side)
    }
    const bundle = join(outbox, `${seed}-${n}.stet`)
    const { bytes, entries } = await here.act(by, 'story.handOver', { stories: [story], destination: bundle })
    tell({ say: 'writes', side, bundle })
    await writeExport(bundle, bytes, async (reason) => {
      for (const one of entries) await runAction(here.room, by, 'story.exportFailed', { ...one, reason })
    })
    tell({ say: 'wrote', side, bundle })
    const there = otherSide(side)
    if (roll(4) === 0 || !existsSync(bundle)) continue
    tell({ say: 'merges', side: there, bundle })
    await sides[there].act(EDITOR[there], 'story.merge', { name: 'a.stet', bytes: readFileSync(bundle) })
    tell({ say: 'merged', side: there, bundle })
    await sides[there].room.settleAll()
    await has(there)
    if (roll(5) > 0) continue
    tell({ say: 'undoes', side: there })
    await sides[there].act(EDITOR[there], 'story.undoMerge', { story }).catch((error: unknown) => {
      if (!(error instanceof NewsroomError) || error.reason !== 'refused') throw error
    })
    await sides[there].room.settleAll()
    await has(there)
  }
}

try {
  await work()
} catch (error) {
  appendFileSync(2, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(2)
}
