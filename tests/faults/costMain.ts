/**
 * Measures what an acknowledged keystroke costs, beside a raw append and fdatasync of the same bytes in the same
 * process and folder. Runs as the main process of an Electron app, or in Node. Prints one line of JSON and ends.
 */
import { createStoryState } from '../../src/document/createStoryDoc'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { clockFrom } from '../../src/newsroom/environment/clock'
import { idsFrom } from '../../src/newsroom/environment/ids'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import type { OpenStory } from '../../src/newsroom/replica/openStory'
import { debounceStory } from '../../src/newsroom/replica/debounceStory'
import { nodeFiles, type FileLayer } from '../../src/storage/disk/fileLayer'
import { openLibrary } from '../../src/storage/openLibrary'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import { quantile } from './campaign'

const BY = 'Reporter'
/** Letters between two moves of the caret. */
const JUMP_EVERY = 50
const WARM_EDITS = 4000
/** Keys typed before the measurement, so that V8 has compiled the code. Who only counts bytes needs none. */
const WARM_KEYS = Number(process.env['COST_WARM_KEYS'] ?? 1000)
/** The cost of one edit in a story of so many words. */
export interface Cost {
  readonly words: number
  readonly edits: number
  readonly ours: { readonly p50: number; readonly p95: number; readonly p99: number }
  readonly raw: { readonly p50: number; readonly p95: number; readonly p99: number }
  readonly logBytes: number
  readonly allBytes: number
}
export interface Memory {
  readonly edits: number
  readonly before: number
  readonly after: number
  readonly residentBefore: number
  readonly residentAfter: number
}

/** Bytes written to the disk: into change logs, and in all. */
function counting(): { readonly files: FileLayer; readonly written: { log: number; all: number } } {
  const written = { log: 0, all: 0 }
  const files: FileLayer = {
    ...nodeFiles,
    async open(path, mode) {
      const file = await nodeFiles.open(path, mode)
      return Object.assign(Object.create(file) as typeof file, {
        async write(bytes: Uint8Array) {
          const taken = await file.write(bytes)
          written.all += taken
          if (path.endsWith('.log')) written.log += taken
          return taken
        },
      })
    },
  }
  return { files, written }
}

/** A window with its own replica. Each keystroke at the caret makes one update. */
class Typist {
  private readonly doc = new Y.Doc({ gc: false })
  private typed = 0
  constructor(
    state: Uint8Array,
    client: number,
    private readonly graf: number,
  ) {
    Y.applyUpdate(this.doc, state)
    this.doc.clientID = client
  }

  /** `jump`: moves the caret now and then, as an editor does. Otherwise types on at one place. */
  type(jump: boolean): Uint8Array {
    const graf = this.doc.getXmlFragment(COPY_FRAGMENT).get(this.graf) as Y.XmlElement
    const text = graf.get(0) as Y.XmlText
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array): void => {
      updates.push(update)
    }
    this.doc.on('update', collect)
    text.insert(jump ? (this.typed * 7919) % text.length : text.length, 'e')
    this.doc.off('update', collect)
    this.typed += 1
    return updates[0] ?? new Uint8Array()
  }
}

const GRAF = Array.from({ length: 100 }, (_, word) => `word${word}`).join(' ')

async function storyOf(
  words: number,
  files: FileLayer,
  folder: string,
): Promise<{ readonly room: Newsroom; readonly story: OpenStory; readonly typist: Typist }> {
  const clock = clockFrom(undefined)
  const store = await openLibrary({
    folder: join(folder, `library-${words}`),
    create: true,
    person: BY,
    now: () => clock.now(),
    newId: (kind) => kind,
    files,
  })
  const room = await Newsroom.open({ store, clock, ids: idsFrom(undefined), debouncer: debounceStory() })
  const grafs = Array.from(
    { length: Math.ceil(words / 100) },
    () => ({ role: 'paragraph', text: GRAF, spans: [] }) as const,
  )
  const story = await room.createStory(BY, { kind: 'created', origin: 'new' }, (_id, client) =>
    createStoryState(
      {
        copy: [{ role: 'headline', text: 'Cost', spans: [] }, { role: 'deck', text: 'Deck', spans: [] }, ...grafs],
        fields: { author: BY },
      },
      client,
      BY,
    ),
  )
  const client = await story.join(BY)
  return { room, story, typist: new Typist(story.state(), client, 2 + (grafs.length >> 1)) }
}

async function costAt(words: number, edits: number, folder: string): Promise<Cost> {
  const { files, written } = counting()
  const { room, story, typist } = await storyOf(words, files, folder)
  const raw = await open(join(folder, `raw-${words}`), 'a')
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let warm = 0; warm < WARM_KEYS; warm++) await story.applyWindowUpdate(typist.type(false), BY)
  const before = { ...written }
  for (let edit = 0; edit < edits; edit++) {
    const update = typist.type(edit % JUMP_EVERY === JUMP_EVERY - 1)
    const bytesBefore = written.log
    const began = performance.now()
    await story.applyWindowUpdate(update, BY)
    ours.push(performance.now() - began)
    const same = Buffer.alloc(written.log - bytesBefore, 1)
    const beganRaw = performance.now()
    await raw.write(same)
    await raw.datasync()
    theirs.push(performance.now() - beganRaw)
  }
  const after = { ...written }
  await raw.close()
  await room.close()
  const order = (values: readonly number[]): Cost['ours'] => ({
    p50: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    p99: quantile(values, 0.99),
  })
  return {
    words,
    edits,
    ours: order(ours),
    raw: order(theirs),
    logBytes: (after.log - before.log) / edits,
    allBytes: (after.all - before.all) / edits,
  }
}

async function memoryOver(edits: number, folder: string): Promise<Memory> {
  const { room, story, typist } = await storyOf(10_000, nodeFiles, folder)
  // Typed before the measurement: the window's replica is not part of main.
  const typed = Array.from({ length: WARM_EDITS + edits }, (_, edit) =>
    typist.type(edit % JUMP_EVERY === JUMP_EVERY - 1),
  )
  const type = async (from: number, to: number): Promise<void> => {
    for (const update of typed.slice(from, to)) await story.applyWindowUpdate(update, BY)
  }
  const collect = (globalThis as { gc?: () => void }).gc
  const heap = (): number => {
    for (let again = 0; again < 3; again++) collect?.()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  await type(0, WARM_EDITS)
  const [before, residentBefore] = [heap(), process.memoryUsage().rss]
  await type(WARM_EDITS, WARM_EDITS + edits)
  const [after, residentAfter] = [heap(), process.memoryUsage().rss]
  await room.close()
  return { edits, before, after, residentBefore, residentAfter }
}

const edits = Number(process.env['COST_EDITS'] ?? 2000)
/** 0: the memory is not measured. */
const memoryEdits = Number(process.env['COST_MEMORY_EDITS'] ?? 20_000)
const folder = mkdtempSync(join(process.env['COST_FOLDER'] ?? tmpdir(), 'stet-cost-'))
try {
  const costs = [await costAt(1000, edits, folder), await costAt(100_000, edits, folder)]
  const memory = memoryEdits > 0 ? await memoryOver(memoryEdits, folder) : undefined
  process.stdout.write(`${JSON.stringify({ costs, memory })}\n`)
} catch (error) {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
  process.exit()
}
