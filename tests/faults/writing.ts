/**
 * Writes that can be checked afterwards: each is numbered, and printed once the store called it saved. After any fault,
 * every printed write must be there.
 */
import type { TrustLoss } from '../../src/story/ledger/loss'
import * as Y from 'yjs'
import { EMPTY_FIELDS } from '../../src/story/ledger/fields'
import { hashEntry } from '../../src/story/ledger/hash'
import type { LedgerEntry } from '../../src/story/ledger/ledgerEntry'
import type { StoryStore, StoryFile } from '../../src/storage/disk/storyStore'
import { UpdateWriter } from '../../src/newsroom/replica/document/updateWriter'
import { dice } from './campaign'

export const NOW = '2026-10-30T09:00:00.000Z'

/** `u busan 7`: the first seven words of busan are saved. See `ACKNOWLEDGED`. */
export type Say = (line: string) => void

/** The highest number that was printed for each kind of write and story. */
export interface Acknowledged {
  count: number
  readonly highest: Map<string, number>
}
export const nothingYet = (): Acknowledged => ({ count: 0, highest: new Map() })

export function hear(acknowledged: Acknowledged, line: string): void {
  const [kind, story, n] = line.trim().split(' ')
  if (kind === undefined || story === undefined || n === undefined) return
  const key = `${kind} ${story}`
  acknowledged.count += 1
  acknowledged.highest.set(key, Math.max(acknowledged.highest.get(key) ?? 0, Number(n)))
}

const words = (doc: Y.Doc): readonly string[] =>
  doc
    .getText('copy')
    .toJSON()
    .split(' ')
    .filter((word) => word !== '')

/** How many of `w1 w2 w3 …` are in the story. Undefined when they are not in order. */
export function countWords(updates: readonly Uint8Array[]): number | undefined {
  const doc = new Y.Doc({ gc: false })
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const found = words(doc)
  doc.destroy()
  return found.every((word, at) => word === `w${at + 1}`) ? found.length : undefined
}

export function snapshotOf(story: string, n: number): StoryFile {
  return {
    summary: {
      id: story,
      slug: 'campaign',
      headline: '부산',
      stage: 'draft',
      version: 1,
      facts: {},
      words: n,
      wordTarget: 0,
      embargo: '',
      updated: NOW,
    },
    view: {
      id: story,
      guid: guidOf(story),
      stage: 'draft',
      version: 1,
      fields: EMPTY_FIELDS,
      blocks: [{ role: 'headline', text: '부산' }],
      facts: [],
      comments: [],
      updated: NOW,
    },
  }
}
export const guidOf = (story: string): string => `urn:uuid:${story}`

class Desk {
  readonly doc = new Y.Doc({ gc: false })
  count: number
  ledger: LedgerEntry[]
  snapshots = 0
  versions = 0
  /** As in the newsroom: what follows a failed write is saved with it, or not at all. */
  private readonly writer: UpdateWriter
  constructor(
    readonly id: string,
    updates: readonly Uint8Array[],
    ledger: readonly LedgerEntry[],
    store: Pick<StoryStore, 'appendUpdate'>,
  ) {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update)
    })
    this.count = words(this.doc).length
    this.ledger = [...ledger]
    this.writer = new UpdateWriter({
      append: (update) => store.appendUpdate(id, update),
      whole: () => this.state(),
      written: () => undefined,
      saved: () => undefined,
    })
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc)
  }

  /** Resolves when the next word is saved. */
  async type(): Promise<void> {
    const before = Y.encodeStateVector(this.doc)
    this.add()
    await this.writer.save(Y.encodeStateAsUpdate(this.doc, before), 'Reporter')
  }

  /** The next word, which is not saved yet. */
  add(): void {
    const copy = this.doc.getText('copy')
    this.count += 1
    copy.insert(copy.length, ` w${this.count}`)
  }

  /** The next `n` entries of the chain. */
  note(n: number): readonly LedgerEntry[] {
    const added: LedgerEntry[] = []
    for (let at = 0; at < n; at++) {
      const last = added.at(-1) ?? this.ledger.at(-1)
      const rest = {
        kind: 'created',
        origin: 'new',
        seq: (last?.seq ?? 0) + 1,
        at: NOW,
        by: 'Reporter',
        prev: last?.hash ?? '',
      } as const
      added.push({ ...rest, hash: hashEntry(rest) })
    }
    this.ledger.push(...added)
    return added
  }
}

export interface Writing {
  readonly seed: number
  /** Concurrent writes, at most. */
  readonly atOnce?: number
  /** Writes to make. Infinity: until the process ends. */
  readonly writes: number
  /** Stories at most. */
  readonly stories?: number
}

/** Writes without pause. Rejects with the first error. */
export async function writeAway(
  store: StoryStore,
  say: Say,
  { seed, writes, stories = 3, atOnce = 4 }: Writing,
): Promise<void> {
  const roll = dice(seed)
  const desks: Desk[] = []
  for (const id of await store.listStories()) {
    const { updates, ledger } = await store.loadStory(id)
    const desk = new Desk(id, updates, ledger, store)
    desk.snapshots = (await store.readStoryFile(id))?.summary.words ?? 0
    desk.versions = (await store.listSnapshots(id)).reduce((highest, { n }) => Math.max(highest, n), 0)
    desks.push(desk)
  }
  let roster = (await store.readLibrary()).roster.map(({ name }) => ({ name }))
  const under = new Set<Promise<void>>()
  const start = (work: Promise<unknown>, ...lines: readonly string[]): void => {
    const done = work.then(() => lines.forEach(say)).finally(() => under.delete(done))
    // The race below rejects with it.
    done.catch(() => undefined)
    under.add(done)
  }
  const newStory = async (): Promise<void> => {
    const id = `s${desks.length + 1}`
    const desk = new Desk(id, [], [], store)
    desk.doc.clientID = 1000 + roll(1e9)
    desk.add()
    await store.createStory({ id, guid: guidOf(id), created: NOW }, desk.state())
    desks.push(desk)
    say(`u ${id} 1`)
  }
  for (let write = 0; write < writes; write++) {
    if (desks.length === 0 || (desks.length < stories && roll(40) === 0)) {
      await newStory()
      continue
    }
    const desk = desks[roll(desks.length)]
    if (!desk) continue
    const { id } = desk
    const choice = roll(100)
    if (choice < 72) for (let more = roll(4); more >= 0; more--) start(desk.type(), `u ${id} ${desk.count}`)
    else if (choice < 81) start(store.appendLedger(id, desk.note(1 + roll(3))), `l ${id} ${desk.ledger.length}`)
    else if (choice < 88) start(store.writeStoryFile(id, snapshotOf(id, ++desk.snapshots)), `s ${id} ${desk.snapshots}`)
    else if (choice < 92) {
      const n = ++desk.versions
      start(
        store.writeSnapshot(id, {
          n,
          at: NOW,
          by: 'Reporter',
          why: 'kept',
          state: desk.state(),
          view: snapshotOf(id, n).view,
        }),
        `v ${id}#${n} 1`,
      )
    } else if (choice < 96) {
      roster = [...roster, { name: `Person ${roster.length}` }]
      start(store.writeRoster(roster, []), `r library ${roster.length}`)
    } else start(store.compactStory(id, desk.state()), `c ${id} ${desk.count}`)
    if (under.size >= atOnce) await Promise.race(under)
  }
  await Promise.all(under)
}

/** The highest number of each kind of write that a reader finds, by the keys of `Acknowledged`. */
export interface Found {
  readonly numbers: ReadonlyMap<string, number>
  /** Why the library or a story did not open. */
  readonly closed: readonly string[]
  /** Things that must not be there. */
  readonly wrong: readonly string[]
  /** Messages for people. */
  readonly repairs: readonly string[]
}

/** After a crash nothing is lost. Where bytes rot, the loss is a true one. */
const falseLoss = ({ kind, detail }: TrustLoss): string => `${FALSE_LOSS}, ${kind}: ${detail}`
export const FALSE_LOSS = 'told as lost'

/** `open` rejects when the library does not open. */
export async function find(open: () => Promise<StoryStore>, { stories = true } = {}): Promise<Found> {
  const numbers = new Map<string, number>()
  const [closed, wrong, repairs]: readonly string[][] = [[], [], []]
  const found = { numbers, closed: closed ?? [], wrong: wrong ?? [], repairs: repairs ?? [] }
  let store: StoryStore
  try {
    store = await open()
  } catch (error) {
    found.closed.push(String(error))
    return found
  }
  try {
    const facts = await store.readLibrary()
    found.repairs.push(...facts.repairs)
    found.wrong.push(...facts.losses.map(falseLoss))
    numbers.set('r library', facts.roster.length)
    const ids = await store.listStories()
    if (stories) for (const id of ids) await findStory(store, id, numbers, found)
  } catch (error) {
    found.closed.push(String(error))
  } finally {
    await store.close()
  }
  return found
}

/** Adds what is found of one story to `numbers` and `found`. */
export async function findStory(
  store: Pick<StoryStore, 'loadStory' | 'readStoryFile' | 'listSnapshots'>,
  id: string,
  numbers: Map<string, number>,
  found: { closed: string[]; wrong: string[]; repairs: string[] },
): Promise<void> {
  try {
    const story = await store.loadStory(id)
    found.repairs.push(...story.repairs)
    found.wrong.push(...story.losses.map((loss) => `${id}: ${falseLoss(loss)}`))
    const count = countWords(story.updates)
    if (count === undefined) found.wrong.push(`${id}: its words are not in order`)
    if (story.ledger.some(({ seq }, at) => seq !== at + 1)) found.wrong.push(`${id}: its ledger has a gap`)
    numbers.set(`u ${id}`, count ?? 0)
    numbers.set(`c ${id}`, count ?? 0)
    numbers.set(`l ${id}`, story.ledger.length)
    numbers.set(`s ${id}`, (await store.readStoryFile(id))?.summary.words ?? 0)
    for (const { n } of await store.listSnapshots(id)) numbers.set(`v ${id}#${n}`, 1)
  } catch (error) {
    found.closed.push(`${id}: ${String(error)}`)
    // So that it does not count as lost too.
    for (const kind of ['u', 'c', 'l', 's']) numbers.set(`${kind} ${id}`, Infinity)
  }
}

export interface Judgement {
  readonly lost: number
  readonly unopenable: number
  /** What was wrong, for the reader of the log. */
  readonly why: readonly string[]
}

/** Compares what is found with what was acknowledged. */
export function judge({ numbers, closed, wrong }: Found, acknowledged: Acknowledged): Judgement {
  const why = [...closed, ...wrong]
  let lost = wrong.length
  if (closed.length === 0 || numbers.size > 0) {
    for (const [key, said] of acknowledged.highest) {
      const found = numbers.get(key) ?? 0
      if (found >= said) continue
      lost += said - found
      why.push(`${key}: ${said} said, ${found} found`)
    }
  }
  return { lost, unopenable: closed.length, why }
}
