/**
 * A desk that cheats can be tried on: a library in memory or on the disk, with people of every role, driven by the
 * messages that other processes and windows send. Only this file knows the interfaces of the app.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { runCli } from '../../src/cli/runCli'
import { newDoc } from '../../src/document/createStoryDoc'
import { parseOwnerMessage } from '../../src/ipc/parsers'
import { debounceByHand } from '../builders/time/debounceByHand'
import { sequentialIds } from '../../src/newsroom/environment/ids'
import { serveOwner } from '../../src/newsroom/serveOwner'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import { MemoryStore } from '../builders/library/memoryStore'
import { openLibrary } from '../../src/storage/openLibrary'
import { NewsroomError } from '../../src/story/requests/requests'
import type { Finding, Verdict } from '../../src/story/assessment/finding'
import type { Evidence, FactStatus, FactType } from '../../src/story/ledger/facts/fact'
import type { LedgerEntry } from '../../src/story/ledger/ledgerEntry'
import type { FactView, StoryView } from '../../src/story/requests/storyAnswers'
import type { Block } from '../../src/story/copy/copy'
import type { Seen } from './attempt'
import { fill, PICTURES } from './blocks'

/** The attempt could not be made: its preparations failed. It proves nothing. */
export class Unprepared extends Error {
  override readonly name = 'Unprepared'
}

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string; readonly message: string; readonly verdict?: Verdict }

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Chief is the first person of the library. Guest has no role. */
const PEOPLE = [
  ['Editor', 'editor'],
  ['Checker', 'checker'],
  ['Reporter', 'reporter'],
  ['Producer', 'producer'],
  ['Legal', 'legal'],
  ['Guest', undefined],
] as const

export const NOW = '2026-10-30T09:00:00.000Z'
const PASSES: ReadonlySet<FactStatus> = new Set<FactStatus>(['verified', 'onAuthor', 'letStand'])

/** Hands out desks, and removes them after the attempt. */
export class Room {
  readonly #desks: Desk[] = []
  readonly #folders: string[] = []

  /** A desk in memory. */
  desk(options: DeskOptions = {}): Promise<Desk> {
    return this.#keep(Desk.inMemory(options))
  }

  /** A desk over a library on the disk. */
  async library(options: DeskOptions = {}): Promise<Desk> {
    const above = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'stet-attack-'))
    this.#folders.push(above)
    return this.#keep(Desk.onDisk(join(above, 'library'), options))
  }

  /** A desk over files that somebody else wrote: path in the library → content. */
  async libraryOf(files: Readonly<Record<string, Uint8Array>>, options: DeskOptions = {}): Promise<Desk> {
    const above = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'stet-attack-'))
    this.#folders.push(above)
    const folder = join(above, 'library')
    const { mkdir } = await import('node:fs/promises')
    for (const [path, bytes] of Object.entries(files)) {
      await mkdir(join(folder, path, '..'), { recursive: true })
      await writeFile(join(folder, path), bytes)
      // An archive has no empty folders.
      if (path.endsWith('/ledger.jsonl')) await mkdir(join(folder, path, '..', 'versions'), { recursive: true })
    }
    return this.#keep(Desk.onDisk(folder, { ...options, made: true }))
  }

  async end(): Promise<void> {
    for (const desk of this.#desks) await desk.close().catch(() => undefined)
    for (const folder of this.#folders) await rm(folder, { recursive: true, force: true })
  }

  async #keep(making: Promise<Desk>): Promise<Desk> {
    const desk = await making
    this.#desks.push(desk)
    return desk
  }
}

export interface DeskOptions {
  /** The instant of the desk's clock. `system`: the real clock, which a library with PINs asks for. */
  readonly now?: string
  /** The library is there already, with its people. */
  readonly made?: boolean
  /** Who looks at stories and doors. Absent: Chief. */
  readonly reader?: string
  /** Only Chief is on the roster. */
  readonly alone?: boolean
}

export interface SignMore {
  readonly evidence?: Omit<Evidence, 'id'> | null
  readonly reason?: string
  readonly pin?: string
  /** The view as it was read earlier, from `look`. */
  readonly seen?: Looked
  readonly [other: string]: unknown
}

/** What a person has before them: the parts of a request that say what was read. */
export type Looked = Readonly<Record<string, unknown>>

/** The hash of a finding as a person sees it, as the window computes it. */
interface SeenFinding {
  readonly seenOfFinding: (...of: readonly unknown[]) => string
}

export class Desk {
  #room: Newsroom | undefined
  #pins = new Map<string, string>()
  now: string

  private constructor(
    readonly folder: string | undefined,
    private readonly options: DeskOptions,
    private readonly open: () => Promise<Newsroom>,
  ) {
    this.now = options.now ?? NOW
  }

  static async inMemory(options: DeskOptions): Promise<Desk> {
    const store = new MemoryStore('Chief')
    const desk: Desk = new Desk(undefined, options, () => desk.#newsroom(store))
    await desk.#people()
    return desk
  }

  static async onDisk(folder: string, options: DeskOptions): Promise<Desk> {
    const desk: Desk = new Desk(folder, options, async () =>
      desk.#newsroom(
        await openLibrary({
          folder,
          create: options.made !== true,
          person: 'Chief',
          now: () => desk.#clock(),
          newId: (kind) => `${kind}-1`,
        }),
      ),
    )
    await desk.room()
    await desk.#people()
    return desk
  }

  get #reader(): string {
    return this.options.reader ?? 'Chief'
  }

  #clock(): string {
    return this.now === 'system' ? new Date().toISOString() : this.now
  }

  #newsroom(store: Parameters<typeof Newsroom.open>[0]['store']): Promise<Newsroom> {
    return Newsroom.open({
      store,
      clock: { now: () => this.#clock() },
      ids: sequentialIds,
      debouncer: debounceByHand(),
    })
  }

  async #people(): Promise<void> {
    if (this.options.made) return
    await this.ask('Chief', 'roster.add', { name: 'Chief', role: 'editor' })
    if (this.options.alone) return
    for (const [name, role] of PEOPLE) {
      // The code before knows no producers.
      const known = role === undefined || this.takesRole(role)
      await this.must('Chief', 'roster.add', { name, ...(known && role ? { role } : {}) })
    }
  }

  /** The newsroom, opened when it is closed. */
  async room(): Promise<Newsroom> {
    return (this.#room ??= await this.open())
  }

  async close(): Promise<void> {
    const room = this.#room
    this.#room = undefined
    await room?.close()
  }

  /** Closes the library, works on its files, and opens it again at the next request. */
  async meanwhile<T>(work: (folder: string) => Promise<T>): Promise<T> {
    if (this.folder === undefined) throw new Unprepared('This desk has no files.')
    if (this.#room) await this.#room.settleAll()
    await this.close()
    return work(this.folder)
  }

  /** A message as another process sends it to the owner of the library. */
  async ask(by: string, action: string, request: unknown, pin = this.#pins.get(by)): Promise<Reply> {
    try {
      const serve = serveOwner(await this.room(), parseOwnerMessage)
      const reply: Reply = await serve({ action, request, by, ...(pin === undefined ? {} : { pin }) })
      // A request that the app does not understand proves nothing about its rules.
      if (!reply.ok && reply.message.includes('is not well-formed')) throw new Unprepared(reply.message)
      return reply
    } catch (error) {
      if (error instanceof Unprepared) throw error
      // An open that fails closes everything, which is an answer too.
      return { ok: false, reason: 'failed', message: error instanceof Error ? error.message : String(error) }
    }
  }

  /** The same for preparations: throws when it is refused. */
  async must<T = unknown>(by: string, action: string, request: unknown, pin?: string): Promise<T> {
    const reply = await this.ask(by, action, request, pin)
    if (!reply.ok) throw new Unprepared(`${by} ${action}: ${reply.message}`)
    return reply.value as T
  }

  /** The command line over this library, as a person at a terminal. */
  async stet(argv: readonly string[], env: Readonly<Record<string, string | undefined>> = {}): Promise<Ran> {
    return this.meanwhile(async (folder) => {
      const out: string[] = []
      const err: string[] = []
      const code = await runCli(
        argv,
        { STET_LIBRARY: folder, STET_USER: 'Chief', STET_IDS: 'sequential', STET_NOW: this.now, ...env },
        { out: (text) => void out.push(text), err: (text) => void err.push(text), cwd: join(folder, '..') },
      )
      return { code, out: out.join('\n'), err: err.join('\n') }
    })
  }

  /** A new story of `author` with these blocks, typed in the author's window. */
  async story(author: string, copy: readonly Block[]): Promise<string> {
    if (copy.some((block) => block.picture))
      for (const [letter, bytes] of Object.entries(PICTURES)) await this.file(author, `${letter}.png`, bytes)
    const { id } = await this.must<{ id: string }>(author, 'story.create', {})
    await this.mustType(author, id, (doc) => fill(doc, copy))
    return id
  }

  /** Types in a window of `by`: its own replica, its own client id, one update. */
  async type(by: string, story: string, change: (doc: Y.Doc) => void): Promise<Reply> {
    const window = await this.window(by, story)
    return window.push(change)
  }

  async mustType(by: string, story: string, change: (doc: Y.Doc) => void): Promise<void> {
    const reply = await this.type(by, story, change)
    if (!reply.ok) throw new Unprepared(`${by} types: ${reply.message}`)
  }

  /** A window that stays open: it can type while others do. */
  async window(by: string, story: string): Promise<Window> {
    const open = await (await this.room()).storyNow(story)
    const doc = newDoc(await open.join(by))
    Y.applyUpdate(doc, open.state())
    return {
      doc,
      push: async (change, as = by) => {
        const before = Y.encodeStateVector(doc)
        doc.transact(() => change(doc))
        try {
          await open.applyWindowUpdate(Y.encodeStateAsUpdate(doc, before), as)
          await open.observe()
          return { ok: true, value: undefined }
        } catch (error) {
          if (!(error instanceof NewsroomError)) throw error
          return { ok: false, reason: error.reason, message: error.message }
        }
      },
    }
  }

  /** Whether a request of this action may say `key`. The code before lacks some. */
  takes(action: string, key: string): boolean {
    try {
      parseOwnerMessage({ action, by: 'Chief', request: { story: 'story-1', fact: 'fact-1', [key]: 'x' } })
      return true
    } catch {
      return false
    }
  }

  takesRole(role: string): boolean {
    try {
      parseOwnerMessage({ action: 'roster.add', by: 'Chief', request: { name: 'Editor', role } })
      return true
    } catch {
      return false
    }
  }

  takesAction(action: string): boolean {
    try {
      parseOwnerMessage({ action, by: 'Chief', request: { person: 'Editor' } })
      return true
    } catch {
      return false
    }
  }

  /** The same for a change of a source. */
  takesSource(key: string): boolean {
    try {
      parseOwnerMessage({ action: 'source.edit', by: 'Chief', request: { source: 'source-1', [key]: true } })
      return true
    } catch {
      return false
    }
  }

  /** An ordinary edit through the command line's request. */
  edit(by: string, story: string, replace: string, other: string, nth?: number): Promise<Reply> {
    return this.ask(by, 'copy.replace', { story, replace, with: other, ...(nth === undefined ? {} : { nth }) })
  }

  async mustEdit(by: string, story: string, replace: string, other: string, nth?: number): Promise<void> {
    const reply = await this.edit(by, story, replace, other, nth)
    if (!reply.ok) throw new Unprepared(`${by} replaces “${replace}”: ${reply.message}`)
  }

  async tag(
    by: string,
    story: string,
    text: string,
    type: FactType,
    more: { readonly nth?: number; readonly attributedTo?: string; readonly statement?: string } = {},
  ): Promise<string> {
    return (await this.must<{ id: string }>(by, 'fact.tag', { story, text, type, ...more })).id
  }

  /** A source that Chief puts into the book. */
  async source(name: string, kind = 'document', more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return (await this.must<{ id: string }>('Chief', 'source.add', { name, kind, ...more })).id
  }

  /** A file that `by` copies into the library. Returns its SHA-256. */
  async file(by: string, name: string, content: string | Uint8Array): Promise<string> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const { upload } = await this.must<{ upload: string }>(by, 'file.begin', { name, size: bytes.length })
    await this.must(by, 'file.write', { upload, bytes })
    return (await this.must<{ sha256: string }>(by, 'file.keep', { upload })).sha256
  }

  show(story: string): Promise<StoryView> {
    return this.must<StoryView>(this.#reader, 'story.show', { story })
  }

  async fact(story: string, fact: string): Promise<FactView> {
    const found = (await this.show(story)).facts.find(({ id }) => id === fact)
    if (!found) throw new Unprepared(`The story has no fact ${fact}.`)
    return found
  }

  /** What a person has before them when they look at the fact now. */
  look(story: string, fact: string): Promise<Looked> {
    return this.lookAs(this.#reader, story, fact)
  }

  async lookAs(by: string, story: string, fact: string): Promise<Looked> {
    const { facts } = await this.must<StoryView>(by, 'story.show', { story })
    const view = facts.find(({ id }) => id === fact) as FactView & { seen?: unknown; view?: unknown }
    const hash = typeof view.seen === 'string' ? view.seen : view.view
    return typeof hash === 'string' ? { seen: hash } : { words: view.words, sentence: view.sentence }
  }

  /** The same for the lists of `fact.signAgain`, `fact.acceptContext` and duplicates. */
  async lookAt(story: string, fact: string): Promise<Looked> {
    return { fact, ...(await this.look(story, fact)) }
  }

  /** What an editor has before them at a door. The code before sent nothing of it. */
  async lookAtDoor(story: string, door: string): Promise<Looked> {
    const { seen } = (await this.gate(story, door)) as Verdict & { seen?: unknown }
    return typeof seen === 'string' ? { seen } : {}
  }

  /** What legal has before them. */
  async lookAsLegal(story: string): Promise<Looked> {
    const { legalText } = (await this.show(story)) as StoryView & { legalText?: unknown }
    return typeof legalText === 'string' ? { seen: legalText } : {}
  }

  /** A finding as a request names it, with what the person saw of it. */
  async finding(
    story: string,
    rule: string,
    door = 'clear',
  ): Promise<Looked & { readonly rule: string; readonly key: string }> {
    const { blocks, warns } = await this.gate(story, door)
    const found = [...blocks, ...warns].find((one) => one.rule === rule)
    if (!found) throw new Unprepared(`Nothing is found by ${rule}, but ${blocks.map((one) => one.rule).join(', ')}.`)
    const load = Object.values(import.meta.glob<SeenFinding>('../../src/story/assessment/seenFinding.ts'))[0]
    if (!load) return { rule, key: found.key }
    const open = await (await this.room()).storyNow(story)
    return { rule, key: found.key, seen: (await load()).seenOfFinding(found, open.value().copy, open.assessments()) }
  }

  /** Signs what is shown now, with a paper at page 3 as evidence unless told otherwise. */
  async sign(by: string, story: string, fact: string, status: string, more: SignMore = {}): Promise<Reply> {
    const { seen = await this.look(story, fact), evidence, pin, ...rest } = more
    const backing =
      evidence === undefined && status === 'verified' ? await this.paper() : evidence === null ? undefined : evidence
    return this.ask(
      by,
      'fact.sign',
      { story, fact, status, ...seen, ...(backing ? { evidence: backing } : {}), ...rest },
      pin,
    )
  }

  /** A supporting paper, page 3. */
  async paper(): Promise<Omit<Evidence, 'id'>> {
    const listed = await this.must<readonly { id: string; name: string }[]>('Chief', 'source.list', {})
    const known = listed.find(({ name }) => name === 'Court record 3')
    return { source: known?.id ?? (await this.source('Court record 3')), locator: 'p. 3', stance: 'supports' }
  }

  /** Verifies for the preparations: the tick must hold, and the fact must not block clearing. */
  async verify(story: string, fact: string, by = 'Editor', more: SignMore = {}): Promise<void> {
    const reply = await this.sign(by, story, fact, 'verified', more)
    if (!reply.ok) throw new Unprepared(`${by} verifies: ${reply.message}`)
    const now = await this.fact(story, fact)
    if (now.status !== 'verified') throw new Unprepared(`It reads ${told(now)} after it was verified.`)
  }

  async mustSign(by: string, story: string, fact: string, status: string, more: SignMore = {}): Promise<void> {
    const reply = await this.sign(by, story, fact, status, more)
    if (!reply.ok) throw new Unprepared(`${by} signs ${status}: ${reply.message}`)
  }

  /** A story that has passed everything but its facts, in review. */
  async inReview(story: string, author = 'Reporter'): Promise<void> {
    await this.must(author, 'story.setField', { story, field: 'slug', value: 'attack' })
    await this.must(author, 'story.setField', { story, field: 'byline', value: [{ name: author }] })
    await this.must(author, 'story.move', { story, to: 'filed' })
    await this.must('Editor', 'story.move', { story, to: 'inReview' })
  }

  async cleared(story: string, author = 'Reporter'): Promise<void> {
    await this.inReview(story, author)
    await this.must('Editor', 'story.move', { story, to: 'cleared' })
  }

  async published(story: string, author = 'Reporter'): Promise<void> {
    await this.cleared(story, author)
    await this.must('Editor', 'story.move', { story, to: 'published' })
  }

  gate(story: string, door = 'clear'): Promise<Verdict> {
    return this.must<Verdict>(this.#reader, 'story.gate', { story, door })
  }

  history(story: string): Promise<readonly LedgerEntry[]> {
    return this.must<readonly LedgerEntry[]>('Chief', 'story.history', { story })
  }

  /**
   * Gives a person a PIN, as the app has it: the first one is an editor's, others join by a one-time code. Returns the
   * recovery words of the first one; the code before has neither.
   */
  async pin(person: string, pin: string): Promise<string | undefined> {
    const first = await this.ask(person, 'pin.set', { pin })
    if (first.ok) {
      this.#pins.set(person, pin)
      return (first.value as { words?: string }).words
    }
    await this.must(person, 'pin.set', { pin, code: await this.code(person) })
    this.#pins.set(person, pin)
    return undefined
  }

  /** A one-time code for a person, by an editor with a PIN. Undefined: there are no codes. */
  async code(person: string): Promise<string | undefined> {
    const editor = ['Chief', 'Editor'].find((name) => this.#pins.has(name)) ?? 'Chief'
    if (!this.takesAction('pin.invite')) return undefined
    return (await this.must<{ code: string }>(editor, 'pin.invite', { person })).code
  }

  /** The PIN with which requests of this person come. */
  knows(person: string, pin: string): void {
    this.#pins.set(person, pin)
  }

  /** From now on requests come without PINs, or without that of one person. */
  forgetPins(person?: string): void {
    if (person === undefined) this.#pins.clear()
    else this.#pins.delete(person)
  }

  /** Let through: the tick still stands. */
  async lapses(story: string, fact: string): Promise<Seen> {
    const reply = await this.ask(this.#reader, 'story.show', { story })
    if (!reply.ok) return { through: false, seen: short(reply.message) }
    const now = (reply.value as StoryView).facts.find(({ id }) => id === fact)
    if (!now) return { through: false, seen: 'the fact is gone' }
    return { through: PASSES.has(now.status), seen: told(now) }
  }

  /** Let through: the fact does not block clearing. */
  async blocks(story: string, fact: string, door = 'clear'): Promise<Seen> {
    return this.#atDoor(story, fact, door, ({ blocks }) => blocks)
  }

  /** Let through: nothing is said about the fact at the door. */
  async warns(story: string, fact: string, door = 'clear'): Promise<Seen> {
    return this.#atDoor(story, fact, door, ({ blocks, warns }) => [...blocks, ...warns])
  }

  async #atDoor(
    story: string,
    fact: string,
    door: string,
    of: (verdict: Verdict) => readonly Finding[],
  ): Promise<Seen> {
    const reply = await this.ask(this.#reader, 'story.gate', { story, door })
    if (!reply.ok) return { through: false, seen: short(reply.message) }
    const now = await this.fact(story, fact)
    const found = of(reply.value as Verdict).filter((finding) => concerns(finding, now))
    return { through: found.length === 0, seen: found[0] ? short(found[0].message) : `passes as ${told(now)}` }
  }

  /** Let through: the story can be cleared by an editor without an override. */
  async clears(story: string, by = 'Editor'): Promise<Seen> {
    return done(await this.ask(by, 'story.move', { story, to: 'cleared' }))
  }

  /** The bytes of a file in the library. */
  async bytes(...path: readonly string[]): Promise<Buffer> {
    if (this.folder === undefined) throw new Unprepared('This desk has no files.')
    return readFile(join(this.folder, ...path))
  }

  /** A copy of the library as it is on the disk now. */
  async copy(): Promise<string> {
    return this.meanwhile(async (folder) => {
      const to = `${folder}-copy-${createHash('sha256').update(folder).digest('hex').slice(0, 6)}`
      await rm(to, { recursive: true, force: true })
      await cp(folder, to, { recursive: true, preserveTimestamps: true })
      return to
    })
  }
}

export interface Window {
  readonly doc: Y.Doc
  /** Types in this window and sends it to the owner. `as`: in the name of somebody else. */
  readonly push: (change: (doc: Y.Doc) => void, as?: string) => Promise<Reply>
}

/** Rules that say what a fact's status means at a door. */
const OF_FACTS: ReadonlySet<string> = new Set([
  'factStatus',
  'context',
  'precedingSentence',
  'hole',
  'factLeftStanding',
])

function concerns({ rule, where, key, message }: Finding, fact: FactView): boolean {
  if (!OF_FACTS.has(rule)) return false
  if ('fact' in where && where.fact !== undefined) return where.fact === fact.id
  return key.includes(fact.id) || message.includes(fact.words)
}

const told = ({ status, reasons }: FactView): string =>
  reasons.length > 0 ? `${status} (${reasons.join(', ')})` : status

export const short = (message: string): string => {
  const [line = ''] = message.split('\n')
  return line.length > 110 ? `${line.slice(0, 109)}…` : line
}

/** Let through: the request was done. */
export const done = (reply: Reply): Seen => ({ through: reply.ok, seen: reply.ok ? 'done' : short(reply.message) })
