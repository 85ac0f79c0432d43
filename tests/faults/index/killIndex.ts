/**
 * Kills processes that keep the index of a library, at any time. Afterwards the index that the next process leaves is
 * compared, whole, with one that is made of the files alone. Between the two, files may be edited by hand, a backup put
 * back, the index itself damaged.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runAction } from '../../../src/newsroom/runAction'
import { isDamage } from '../../../src/storage/storyIndex/file/indexFile'
import { wholeIndex } from '../../builders/library/wholeIndex'
import { dice, type Options, type Row } from '../campaign'
import { killAtWork, killReader } from '../kill'
import { openRoom } from '../newsroomFinding'
import { nothingYet } from '../writing'
import { NAME } from './asking'

/** What happens between the kill and the next process. */
const BETWEEN = ['nothing', 'backup', 'edit', 'lost file', 'removed', 'put back', 'damage', 'reader'] as const
type Between = (typeof BETWEEN)[number]

interface Counted {
  runs: number
  acknowledged: number
  lost: number
  unopenable: number
  stories: number
  deleted: number
  moved: number
  /** Indexes with damage where no question had read: they were made again. */
  unread: number
  between: Record<Between, number>
}
const NOTHING: Counted = {
  runs: 0,
  acknowledged: 0,
  lost: 0,
  unopenable: 0,
  stories: 0,
  deleted: 0,
  moved: 0,
  unread: 0,
  between: { nothing: 0, backup: 0, edit: 0, 'lost file': 0, removed: 0, 'put back': 0, damage: 0, reader: 0 },
}

/** Kills in the same library and index. */
const KILLS_PER_LIBRARY = 20
/** Milliseconds that the processes work, at most; in every fourth run longer, so that an archive is made whole. */
const LONGEST = 1500
const LONGER = 5000

export async function killIndex(options: Options): Promise<Row> {
  const counted = options.notebook.load<Counted>(structuredClone(NOTHING))
  let place: Place | undefined
  while (counted.runs < options.runs && !options.stopped()) {
    const seed = options.seed + counted.runs
    const roll = dice(seed)
    if (!place || counted.runs % KILLS_PER_LIBRARY === 0) {
      if (place) await rm(place.folder, { recursive: true, force: true })
      place = placeAt(join(options.scratch, `index-${counted.runs}`))
      await mkdir(place.folder)
    }
    const { library, cache } = place
    const acknowledged = nothingYet()
    const how = [...(roll(2) === 0 ? ['ahead'] : []), ...(roll(2) === 0 ? ['leaving'] : [])]
    const writer = [options.program('indexWriter'), library, cache, String(seed), ...how]
    const reader = [options.program('indexReader'), library, cache, String(seed)]
    const longest = roll(4) === 0 ? LONGER : LONGEST
    const isBeside = roll(3) === 0 && existsSync(join(library, 'library.json'))
    await Promise.all([
      killAtWork(writer, longest, acknowledged, roll),
      ...(isBeside ? [killReader(reader, longest, roll)] : []),
    ])
    const between = BETWEEN[roll(BETWEEN.length)] ?? 'nothing'
    const trouble = await judge(place, between, roll, counted)
    counted.runs += 1
    counted.acknowledged += acknowledged.count
    counted.deleted += acknowledged.highest.get('deleted library') ?? 0
    counted.moved += acknowledged.highest.get('moved library') ?? 0
    counted.between[between] += 1
    counted.lost += trouble.length
    for (const line of trouble) options.say(`  run ${counted.runs} (${between}${isBeside ? ', two' : ''}): ${line}`)
    if (counted.runs % 10 === 0) options.notebook.save(counted)
    if (counted.runs % 50 === 0)
      options.say(`  ${counted.runs} of ${options.runs}: ${counted.acknowledged} acknowledged, ${counted.lost} differ`)
  }
  options.notebook.save(counted)
  const { between, stories, deleted, moved, unread, ...row } = counted
  return {
    fault: 'kill -9, index of stories',
    ...row,
    more: { deleted, moved, 'stories compared': stories, ...between, 'damage unread': unread },
  }
}

interface Place {
  readonly folder: string
  readonly library: string
  readonly cache: string
  readonly backup: string
  /** Files of the index were damaged since it was begun. */
  isDamaged: boolean
}
const placeAt = (folder: string): Place => ({
  folder,
  library: join(folder, 'library'),
  cache: join(folder, 'cache'),
  backup: join(folder, 'backup'),
  isDamaged: false,
})

/** What is wrong with the index after the next process. */
async function judge(
  place: Place,
  between: Between,
  roll: (below: number) => number,
  counted: Counted,
): Promise<readonly string[]> {
  const { library, cache, backup, folder } = place
  // Killed before there was a library.
  if (!existsSync(join(library, 'library.json'))) return []
  try {
    if (between === 'reader') await lists(library, cache, 'none')
    else change(place, between, roll)
    place.isDamaged ||= between === 'damage'
    const listed = await lists(library, cache, 'take')
    const kept = await keptIndex(place, counted)
    const again = join(folder, 'again')
    const anew = await lists(library, again, 'none')
    const made = wholeIndex(again)
    const named = filesIn(cache).filter((name) => holdsName(readFileSync(join(cache, name))))
    rmSync(again, { recursive: true })
    if (roll(4) === 0) {
      rmSync(backup, { recursive: true, force: true })
      cpSync(library, backup, { recursive: true })
    }
    counted.stories += listed.rows.length
    return [
      ...differences(kept, made),
      ...(JSON.stringify(listed.rows) === JSON.stringify(anew.rows) ? [] : ['the lists differ']),
      ...(listed.isProtected && named.length > 0 ? [`a protected name stands in ${named.join(', ')}`] : []),
    ]
  } catch (error) {
    counted.unopenable += 1
    return [String(error)]
  }
}

/** What the index holds. Damage that no question has met is met here; then it is made again, as a question would do. */
async function keptIndex(place: Place, counted: Counted): Promise<Readonly<Record<string, unknown>>> {
  try {
    return wholeIndex(place.cache)
  } catch (error) {
    if (!place.isDamaged || !isDamage(error)) throw error
    place.isDamaged = false
    counted.unread += 1
    const { room } = await openRoom(place.library, undefined, 'take', { folder: place.cache })
    await room.index.rebuild()
    await room.close()
    return wholeIndex(place.cache)
  }
}

async function lists(
  library: string,
  cache: string,
  lock: 'take' | 'none',
): Promise<{ readonly rows: readonly unknown[]; readonly isProtected: boolean }> {
  const { room } = await openRoom(library, undefined, lock, { folder: cache })
  try {
    const rows = await runAction(room, 'Reporter', 'story.list', {})
    const isProtected = room.library.sources.some(({ name, protected: is }) => is && name === NAME)
    return { rows, isProtected }
  } finally {
    await room.close()
  }
}

/** What people and disks do to a library and its index while no process has them. */
function change({ library, cache, backup }: Place, between: Between, roll: (below: number) => number): void {
  const stories = filesIn(join(library, 'stories')).filter((name) => !name.startsWith('.'))
  const story = join(library, 'stories', stories[roll(Math.max(1, stories.length))] ?? '')
  const file = join(story, 'story.json')
  if (between === 'backup' && existsSync(backup)) {
    rmSync(library, { recursive: true })
    cpSync(backup, library, { recursive: true })
  } else if (between === 'edit' && existsSync(file)) writeFileSync(file, readFileSync(file))
  else if (between === 'lost file' && existsSync(file)) rmSync(file)
  else if (between === 'removed' && stories.length > 1) rmSync(story, { recursive: true })
  else if (between === 'put back') putBack(join(backup, 'stories'), join(library, 'stories'))
  else if (between === 'damage')
    for (const name of filesIn(cache).filter((one) => one.includes('.db'))) {
      const path = join(cache, name)
      const bytes = readFileSync(path)
      const from = roll(bytes.length + 1)
      // Another file in its place: until garbage is collected, this process has the one that it closed mapped.
      rmSync(path)
      writeFileSync(path, roll(3) === 0 ? bytes.subarray(0, from) : bytes.fill(roll(256), from))
    }
}

/** The stories that a backup has and the library has not: removed by hand, deleted or moved to an archive. */
function putBack(from: string, to: string): void {
  for (const name of filesIn(from))
    if (!existsSync(join(to, name))) cpSync(join(from, name), join(to, name), { recursive: true })
}

const holdsName = (bytes: Buffer): boolean => bytes.toString('latin1').toLowerCase().includes(NAME.toLowerCase())

const filesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : [])

function differences(
  kept: Readonly<Record<string, unknown>>,
  made: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...new Set([...Object.keys(kept), ...Object.keys(made)])]
    .filter((id) => JSON.stringify(kept[id]) !== JSON.stringify(made[id]))
    .map((id) => `${id}: kept ${shown(kept[id])}, made anew ${shown(made[id])}`)
}
const shown = (part: unknown): string => (JSON.stringify(part) ?? 'nothing').slice(0, 300)
