/**
 * A newsroom at work is recorded call by call. At every boundary between two calls the library is opened as a kill
 * leaves it (all that was written is there), and as power cuts may leave it: nothing of what was said to be saved is
 * missing, and nothing is told as lost. Many boundaries in one process, with the whole of storage and newsroom.
 */
import { basename } from 'node:path'
import { isLockFile } from '../../src/storage/owner/libraryLock'
import { dice, type Options, type Row } from './campaign'
import { MemoryDisk, type Image } from './memoryFiles'
import { findNewsroom } from './newsroomFinding'
import { workAway } from './newsroomWriting'
import { PowerDisk, type Chosen } from './powerDisk'
import { recordedDisk } from './recordedFiles'
import { FALSE_LOSS, hear, judge, nothingYet, type Acknowledged } from './writing'

const FOLDER = '/desk/library'
const EMPTY: Image = new Map([
  ['/desk', 'folder'],
  [FOLDER, 'folder'],
])
const ROUNDS = 14
/** Every so many scripts is a long one, in which the table of heads is compacted. Only calls around that are judged. */
const LONG_EVERY = 8
const LONG_ROUNDS = 400
const AROUND = 40
/** States that power cuts leave at one boundary, at most. */
const SAMPLES = 6
/** One state in so many is also opened by the next owner, who mends it, and read again. */
const OWNED_EVERY = 5

interface Counted {
  runs: number
  scripts: number
  acknowledged: number
  states: number
  owned: number
  lost: number
  falseLosses: number
  unopenable: number
  repairs: Record<string, number>
  why: string[]
}

export type Crash = 'kill' | 'power'

/** A run is a boundary. */
export async function crashNewsroom(crash: Crash, options: Options): Promise<Row> {
  const counted = options.notebook.load<Counted>({
    runs: 0,
    scripts: 0,
    acknowledged: 0,
    states: 0,
    owned: 0,
    lost: 0,
    falseLosses: 0,
    unopenable: 0,
    repairs: {},
    why: [],
  })
  while (counted.runs < options.runs && !options.stopped()) {
    await oneScript(crash, options, counted)
    counted.scripts += 1
    options.notebook.save(counted)
    const { runs, states, lost, falseLosses, unopenable } = counted
    options.say(
      `  ${crash}, newsroom: ${runs} of ${options.runs} boundaries in ${counted.scripts} scripts, ${states} states, ` +
        `${lost} lost, ${falseLosses} false losses, ${unopenable} unopenable`,
    )
  }
  for (const [what, times] of Object.entries(counted.repairs)) options.say(`  said ${times} times: ${what}`)
  const { runs, acknowledged, lost, unopenable, falseLosses, scripts, states, owned } = counted
  return {
    fault: crash === 'kill' ? 'kill at each file call, newsroom' : 'power cut at each file call, newsroom',
    runs,
    acknowledged,
    lost,
    unopenable,
    more: { 'false losses': falseLosses, scripts, states, 'owned again': owned },
  }
}

async function oneScript(crash: Crash, options: Options, counted: Counted): Promise<void> {
  const seed = options.seed * 100_003 + counted.scripts
  const recording = recordedDisk(EMPTY, dice(seed + 1))
  const isLong = counted.scripts % LONG_EVERY === LONG_EVERY - 1
  await workAway(recording.say, {
    folder: FOLDER,
    files: recording.files,
    seed,
    rounds: isLong ? LONG_ROUNDS : ROUNDS,
    stories: 2,
    pin: true,
  })
  const compactions = recording.calls.flatMap((call, at) =>
    call.is === 'rename' && call.to.startsWith(`${FOLDER}/heads`) ? [at] : [],
  )
  if (isLong)
    options.say(`  a long script: ${recording.calls.length} calls, ${compactions.length} compacted copies of heads`)
  const disk = new PowerDisk(FOLDER, EMPTY)
  const roll = dice(seed + 2)
  const acknowledged = nothingYet()
  let ready = false
  const seen = new Set<string>()
  for (const call of recording.calls) {
    const changed = disk.apply(call)
    const said = call.is === 'write' && call.fd === 1 ? Buffer.from(call.bytes).toString('utf8') : ''
    ready ||= said.startsWith('ready')
    hear(acknowledged, said)
    if (!changed && said === '') continue
    if (isLong && !compactions.some((at) => at > AROUND && Math.abs(disk.calls - at) < AROUND)) continue
    if (counted.runs >= options.runs || options.stopped()) return
    counted.runs += 1
    for (const chosen of crash === 'kill' ? [disk.everything] : sample(disk, roll)) {
      const name = `${disk.nameOfAll(chosen)} ${acknowledged.count}`
      if (seen.has(name)) continue
      seen.add(name)
      counted.states += 1
      const image = withoutLocks(disk.wholeImage(chosen))
      await look({ image, acknowledged, ready, at: `seed ${seed}, call ${disk.calls}` }, counted, options.say)
    }
  }
  counted.acknowledged += acknowledged.count
}

function sample(disk: PowerDisk, roll: (below: number) => number): readonly Chosen[] {
  const all = [...disk.choices(1000, roll)]
  if (all.length <= SAMPLES) return all
  return Array.from({ length: SAMPLES }, () => all[roll(all.length)] ?? [])
}

/** The process that wrote them is dead. */
const withoutLocks = (image: Image): Image =>
  new Map([...EMPTY, ...image].filter(([path]) => !isLockFile(basename(path))))

interface Left {
  readonly image: Image
  readonly acknowledged: Acknowledged
  /** The library was made. */
  readonly ready: boolean
  readonly at: string
}

async function look({ image, acknowledged, ready, at }: Left, counted: Counted, say: Options['say']): Promise<void> {
  const disk = new MemoryDisk(image)
  const ways: readonly ('take' | 'none')[] = ready
    ? counted.states % OWNED_EVERY === 0
      ? ['none', 'take', 'none']
      : ['none']
    : ['take', 'none']
  for (const [index, lock] of ways.entries()) {
    const found = await findNewsroom(FOLDER, disk.files, lock)
    const { lost, unopenable, why } = judge(found, acknowledged)
    if (lock === 'take') counted.owned += 1
    const falseLosses = why.filter((line) => line.includes(FALSE_LOSS)).length
    counted.falseLosses += falseLosses
    counted.lost += lost - falseLosses
    counted.unopenable += unopenable
    for (const repair of found.repairs) {
      const kind = repair.replace(/\d+/g, 'n')
      counted.repairs[kind] = (counted.repairs[kind] ?? 0) + 1
    }
    if (why.length === 0) continue
    const line = `${at}, ${['read', 'owned', 'read again'][ready ? index : index + 1] ?? ''}: ${why.join('; ')}`
    counted.why = [...counted.why, line].slice(-20)
    say(`  ${line}`)
    return
  }
}
