/**
 * Simulates power cuts. The system calls of a writing process are recorded together with its acknowledgements. At every
 * boundary between two calls, each state that a cut may leave on the disk is opened and compared.
 */
import { execFile } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { FileHandlePool } from '../../src/storage/disk/appendFile'
import { nodeFiles } from '../../src/storage/disk/fileLayer'
import { openLibrary } from '../../src/storage/openLibrary'
import { repairLine } from '../../src/storage/disk/damaged/repair'
import type { StoredStory } from '../../src/storage/disk/storyStore'
import { StoryFolder, type LoadedStory } from '../../src/storage/story/storyFolder'
import { dice, type Options, type Row } from './campaign'
import { imageOf, MemoryDisk, type Image } from './memoryFiles'
import { PowerDisk, type Chosen, type Part } from './powerDisk'
import { readTrace, TRACED, type Call } from './trace'
import { countWords, find, findStory, hear, judge, nothingYet, NOW, type Found } from './writing'

const run = promisify(execFile)

type Build = 'stet' | 'noFolderSync' | 'lowdb'
const NAMES: Readonly<Record<Build, string>> = {
  stet: 'power cut, Stet',
  noFolderSync: 'power cut, Stet without fsync of folders',
  lowdb: 'power cut, lowdb with its own adapter',
}

const WRITES_BEFORE = 12
const WRITES = 30
const SAMPLES = 1000
const SAMPLES_OF_BASELINES = 200
/** One state in so many is also opened for writing, repaired and opened again. */
const MEND_EVERY = 16

interface Counted {
  runs: number
  boundaries: number
  states: number
  distinct: number
  mended: number
  acknowledged: number
  lost: number
  unopenable: number
  why: string[]
}
const NOTHING: Counted = {
  runs: 0,
  boundaries: 0,
  states: 0,
  distinct: 0,
  mended: 0,
  acknowledged: 0,
  lost: 0,
  unopenable: 0,
  why: [],
}

export async function cutPower(build: Build, options: Options): Promise<Row> {
  const counted = options.notebook.load<Counted>(structuredClone(NOTHING))
  while (counted.runs < options.runs && !options.stopped()) {
    await oneScript(build, options, counted)
    counted.runs += 1
    options.notebook.save(counted)
    options.say(
      `  ${NAMES[build]}: script ${counted.runs} of ${options.runs}, ${counted.boundaries} boundaries, ` +
        `${counted.states} states (${counted.distinct} distinct), ${counted.lost} lost, ` +
        `${counted.unopenable} unopenable${counted.why.length ? `; ${counted.why.at(-1) ?? ''}` : ''}`,
    )
  }
  const { runs, acknowledged, lost, unopenable, boundaries, states, distinct, mended } = counted
  return {
    fault: NAMES[build],
    runs,
    acknowledged,
    lost,
    unopenable,
    more: { boundaries, 'crash states': states, 'distinct stories': distinct, mended },
  }
}

async function oneScript(build: Build, options: Options, counted: Counted): Promise<void> {
  const seed = options.seed + counted.runs
  const above = join(options.scratch, `power-${build}-${counted.runs}`)
  const folder = join(above, 'library')
  await mkdir(build === 'lowdb' ? folder : above, { recursive: true })
  const write = (writes: number, more: number): readonly string[] => [
    options.program('storageWriter'),
    build,
    folder,
    String(seed + more),
    String(writes),
    String(1 + (counted.runs % 3)),
  ]
  const env = { ...process.env, UV_USE_IO_URING: '0' }
  const before = await run(process.execPath, write(WRITES_BEFORE, 7919), { env })
  const image = await imageOf(nodeFiles, folder)
  const tape = join(above, 'tape')
  await run(
    'strace',
    ['-f', '-xx', '-s', '16777216', '-e', `trace=${TRACED}`, '-o', tape, process.execPath, ...write(WRITES, 0)],
    { env, maxBuffer: 64 * 1024 * 1024 },
  )
  const calls = readTrace(await readFile(tape, 'latin1'))
  await rm(above, { recursive: true, force: true })
  await replay(build, { folder, image, calls, saidBefore: before.stdout, seed }, counted)
}

interface Recording {
  readonly folder: string
  readonly image: Image
  readonly calls: readonly Call[]
  readonly saidBefore: string
  readonly seed: number
}

export async function replay(
  build: Build,
  { folder, image, calls, saidBefore, seed }: Recording,
  counted: Counted,
): Promise<void> {
  const disk = new PowerDisk(folder, image)
  const roll = dice(seed)
  const acknowledged = nothingYet()
  for (const line of saidBefore.split('\n')) hear(acknowledged, line)
  const before = acknowledged.count
  const inspector = new Inspector(build, folder, disk, counted)
  /** False when this script has nothing more to show. */
  const look = async (): Promise<boolean> => {
    counted.boundaries += 1
    // Only the worst state that this cut may leave counts: a cut happens once.
    let worst = { lost: 0, unopenable: 0 }
    for (const chosen of disk.choices(build === 'stet' ? SAMPLES : SAMPLES_OF_BASELINES, roll)) {
      const { lost, unopenable, why } = judge(await inspector.find(chosen), acknowledged)
      counted.states += 1
      if (lost + unopenable > 0 && counted.why.length < 20) counted.why.push(why.join('; '))
      worst = { lost: Math.max(worst.lost, lost), unopenable: Math.max(worst.unopenable, unopenable) }
    }
    counted.lost += worst.lost
    counted.unopenable += worst.unopenable
    return build !== 'noFolderSync' || worst.lost + worst.unopenable === 0
  }
  let goesOn = await look()
  for (const call of calls) {
    if (!goesOn) break
    const changed = disk.apply(call)
    const said = call.is === 'write' && call.fd === 1
    if (said) for (const line of Buffer.from(call.bytes).toString('utf8').split('\n')) hear(acknowledged, line)
    if (changed || said) goesOn = await look()
  }
  counted.acknowledged += acknowledged.count - before
}

/** Reads a crash state part by part: most states differ from a known one in one part only. */
class Inspector {
  private readonly known = new Map<string, Found>()
  private readonly libraries = new Map<string, { readonly found: Found; readonly stories: ReadonlyMap<string, Part> }>()

  constructor(
    private readonly build: Build,
    private readonly folder: string,
    private readonly disk: PowerDisk,
    private readonly counted: Counted,
  ) {}

  async find(chosen: Chosen): Promise<Found> {
    const name = this.disk.nameOf(this.disk.library, chosen)
    let library = this.libraries.get(name)
    if (!library) {
      const { image, stories } = this.disk.libraryImage(chosen)
      library = { found: await this.findLibrary(image), stories }
      if (this.libraries.size > 20_000) this.libraries.clear()
      this.libraries.set(name, library)
    }
    const numbers = new Map(library.found.numbers)
    const closed = [...library.found.closed]
    const wrong: string[] = []
    const repairs: string[] = []
    for (const [id, part] of library.stories) {
      if (id.startsWith('.')) continue
      const story = await this.findStory(id, part, chosen)
      for (const [key, n] of story.numbers) numbers.set(key, n)
      closed.push(...story.closed)
      wrong.push(...story.wrong)
      repairs.push(...story.repairs)
      // The log notes an end of the ledger after it is on the disk, so no power cut makes the ledger shorter than its
      // note.
      wrong.push(
        ...story.repairs
          .filter((line) => /^ledger\.jsonl: .*had been saved\.$/.test(line))
          .map((line) => `${id}: ${line}`),
      )
    }
    return { numbers, closed, wrong, repairs }
  }

  private async findLibrary(image: Image): Promise<Found> {
    if (this.build === 'lowdb') return inspectLowdb(this.folder, image)
    return find(
      () =>
        openLibrary({
          folder: this.folder,
          lock: 'none',
          now: () => NOW,
          newId: (kind) => kind,
          files: new MemoryDisk(image).files,
        }),
      { stories: false },
    )
  }

  private async findStory(id: string, part: Part, chosen: Chosen): Promise<Found> {
    const name = `${id} ${this.disk.nameOf(part, chosen)}`
    const known = this.known.get(name)
    if (known) return known
    const path = join(this.folder, 'stories', id)
    const image = this.disk.storyImage(part, path, chosen)
    const found = { numbers: new Map<string, number>(), closed: [], wrong: [], repairs: [] }
    const story = new StoryFolder(new MemoryDisk(image).files, path, id, new FileHandlePool(), false)
    await findStory(
      {
        loadStory: async () => withLines(await story.load()),
        readStoryFile: () => story.readStoryFile(),
        listSnapshots: () => story.snapshots.list(),
      },
      id,
      found.numbers,
      found,
    )
    if (this.known.size > 20_000) this.known.clear()
    this.known.set(name, found)
    this.counted.distinct += 1
    if (this.build === 'stet' && this.counted.distinct % MEND_EVERY === 0) {
      await mend(path, id, image, found)
      this.counted.mended += 1
    }
    return found
  }
}

const withLines = ({ repairs, ...story }: LoadedStory): StoredStory => ({ ...story, repairs: repairs.map(repairLine) })

/** Reads as lowdb does: a missing file is empty, and text that is not JSON throws. */
function inspectLowdb(folder: string, image: Image): Found {
  const file = image.get(`${folder}/library.json`)
  const empty = { numbers: new Map<string, number>(), closed: [], wrong: [], repairs: [] }
  if (file === undefined || file === 'folder') return { ...empty, numbers: new Map([['u lowdb', 0]]) }
  try {
    const { words } = JSON.parse(Buffer.from(file).toString('utf8')) as { words: readonly string[] }
    return { ...empty, numbers: new Map([['u lowdb', words.length]]) }
  } catch (error) {
    return { ...empty, closed: [String(error)] }
  }
}

/** Opens the story for writing twice: both find the same, and the second has nothing more to repair. */
async function mend(path: string, id: string, left: Image, found: Found): Promise<void> {
  const words = found.numbers.get(`u ${id}`) ?? 0
  if (words === Infinity) return
  const disk = new MemoryDisk(left)
  const open = (): StoryFolder => new StoryFolder(disk.files, path, id, new FileHandlePool(), true)
  const { updates, repairs } = withLines(await open().load())
  const first = countWords(updates)
  const again = withLines(await open().load())
  if (first !== words || countWords(again.updates) !== words)
    throw new Error(`${id}: ${words} words were read, ${String(first)} were left after mending`)
  // Bytes that were set aside are reported until the log is compacted.
  if (again.repairs.some((line) => !repairs.includes(line)))
    throw new Error(`${id}: mended, and again there is something new to mend: ${again.repairs.join('; ')}`)
}
