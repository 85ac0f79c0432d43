/**
 * Damages, removes and puts back what a tick rests on: every byte of every ledger and small file, every line, every
 * older generation, every captured file. Afterwards there must never be more ticks, never less protection, and never
 * silence.
 */
import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { runAction } from '../../src/newsroom/runAction'
import { sequentialIds } from '../../src/newsroom/environment/ids'
import { debounceByHand } from '../builders/time/debounceByHand'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import { protectedTerms } from '../../src/projection/scan/protectedTerms'
import { nodeFiles } from '../../src/storage/disk/fileLayer'
import { openLibrary } from '../../src/storage/openLibrary'
import { weighFact } from '../../src/story/assessment/clearing'
import type { DeskWord, DeskWords } from '../../src/story/desk/deskWords'
import type { ActionName, AnswerOf, FactView, RequestOf } from '../../src/story/requests/requests'
import type { Options, Row } from './campaign'
import { imageOf, MemoryDisk, type Image } from './memoryFiles'

const NOW = '2026-10-30T09:00:00.000Z'
const STORIES = [
  'Trump and Xi meet in Busan\n\nThe meeting lasted about 100 minutes. Kim Min called it “a good start,” and left. It was 30 October.',
  'Harbour reopens\n\nThe harbour was closed for 12 days. Park Jun saw it.',
]

/** One fault: a name for the table, and the library after it. */
interface Case {
  readonly group: string
  readonly what: string
  /** Made when its turn comes: there are many. */
  readonly image: () => Image
}

interface Group {
  runs: number
  more: number
  less: number
  silent: number
  shut: number
  told: number
  closed: number
}
interface Counted {
  runs: number
  groups: Record<string, Group>
}

/** What a library says of itself. */
interface Seen {
  /** Facts that pass or warn at clearing: story and fact. */
  readonly ticks: ReadonlySet<string>
  /** Facts that block. */
  readonly blocks: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  readonly pins: ReadonlySet<string>
  readonly roles: ReadonlyMap<string, string>
  readonly deskOfOne: boolean
  /** The desk's words that are looked for, and its names that need no check. */
  readonly sought: ReadonlySet<string>
  readonly quiet: ReadonlySet<string>
  readonly closed: ReadonlySet<string>
  readonly isShut: boolean
  readonly told: boolean
  readonly everything: string
}

export async function damageTheTrusted(options: Options): Promise<readonly Row[]> {
  const counted = options.notebook.load<Counted>({ runs: 0, groups: {} })
  const library = await trustedLibrary(options)
  const sound = await look(library.folder, library.image)
  if (sound.told || sound.isShut || sound.closed.size > 0) throw new Error('the sound library tells of a loss')
  const cases = [...casesOf(library)]
  options.say(`  closed: ${cases.length} cases`)
  const chosen = options.runs < LONG ? someOfEach(cases, options) : mostOf(cases, options)
  for (; counted.runs < chosen.length && !options.stopped(); counted.runs++) {
    const one = chosen[counted.runs]
    if (one) await judge(library, sound, one, counted, options.say)
    if (counted.runs % 2000 === 1999) {
      options.notebook.save({ ...counted, runs: counted.runs + 1 })
      options.say(`  closed: ${counted.runs + 1} of ${chosen.length}`)
    }
  }
  options.notebook.save(counted)
  const line = (fault: string, { runs, more, less, silent, shut, told, closed }: Group): Row => ({
    fault,
    runs,
    acknowledged: 0,
    lost: more + less + silent,
    unopenable: shut,
    more: { 'more ticks': more, 'less protection': less, silence: silent, told, closed },
  })
  const all = Object.values(counted.groups).reduce(
    (sum, group) => {
      const added = { ...sum }
      for (const name of Object.keys(NONE) as (keyof Group)[]) added[name] += group[name]
      return added
    },
    { ...NONE },
  )
  return [...Object.entries(counted.groups).map(([name, group]) => line(name, group)), line('all', all)]
}

const LONG = 1000

/** So many cases, of each group the same share and at least one. */
function someOfEach(cases: readonly Case[], { runs, seed }: Options): readonly Case[] {
  const groups = new Map<string, Case[]>()
  for (const one of cases) {
    const group = groups.get(one.group)
    if (group) group.push(one)
    else groups.set(one.group, [one])
  }
  const share = Math.ceil(runs / groups.size)
  return [...groups.values()].flatMap((group) => {
    const step = Math.max(1, Math.floor(group.length / share))
    return group.filter((_one, at) => at % step === seed % step).slice(0, share)
  })
}

/** So many cases: a long run leaves out nothing but bytes. */
function mostOf(cases: readonly Case[], { runs, seed }: Options): readonly Case[] {
  const step = Math.max(1, Math.ceil(cases.length / runs))
  return cases.filter(({ group }, at) => at % step === seed % step || !group.startsWith('byte flipped'))
}
const NONE: Group = { runs: 0, more: 0, less: 0, silent: 0, shut: 0, told: 0, closed: 0 }

async function judge(
  { folder }: TrustedLibrary,
  sound: Seen,
  { group, what, image: imageAfter }: Case,
  counted: Counted,
  say: (line: string) => void,
): Promise<void> {
  const image = imageAfter()
  const row = (counted.groups[group] ??= { ...NONE })
  row.runs += 1
  const fail = (kind: 'more' | 'less' | 'silent', why: string): void => {
    row[kind] += 1
    say(`  ${group}, ${what}: ${kind} – ${why}`)
  }
  let seen: Seen
  try {
    seen = await look(folder, image)
  } catch (error) {
    // Nothing leaves then, and no kill either.
    row.shut += 1
    say(`  ${group}, ${what}: does not open – ${error instanceof Error ? error.message : String(error)}`)
    return
  }
  if (seen.told) row.told += 1
  if (seen.closed.size > 0 || seen.isShut) row.closed += 1
  const more = [...seen.ticks].filter((fact) => sound.blocks.has(fact) || !sound.ticks.has(fact))
  if (more.length > 0) fail('more', more.join(', '))
  // While the source book is lost nothing leaves but a kill.
  const unprotected = seen.isShut ? [] : [...sound.names].filter((name) => !seen.names.has(name))
  if (unprotected.length > 0) fail('less', `protected names gone: ${unprotected.join(', ')}`)
  const open = seen.isShut ? [] : [...sound.pins].filter((name) => !seen.pins.has(name))
  if (open.length > 0) fail('less', `PINs gone: ${open.join(', ')}`)
  const raised = [...seen.roles].filter(([name, role]) => role !== (sound.roles.get(name) ?? '') && role !== '')
  if (raised.length > 0 && !seen.isShut) fail('less', `roles: ${raised.join(', ')}`)
  const forgotten = seen.isShut ? [] : [...sound.sought].filter((word) => !seen.sought.has(word))
  if (forgotten.length > 0) fail('less', `words gone: ${forgotten.join(', ')}`)
  const quiet = [...seen.quiet].filter((word) => !sound.quiet.has(word))
  if (quiet.length > 0) fail('less', `names that need no check: ${quiet.join(', ')}`)
  if (seen.deskOfOne && !sound.deskOfOne) fail('less', 'the one-person desk is on')
  if (!seen.told) fail('silent', seen.everything === sound.everything ? 'nobody noticed' : 'it says something else')
  if (row.runs % WRITTEN_EVERY === 1) await judgeAfterWriting(folder, sound, image, seen, (why) => fail('silent', why))
}

/** Every so many cases of a group the library is also opened by its owner, who writes, and then looked at again. */
const WRITTEN_EVERY = 25

/** What was lost stays known: Stet's note of it is written before anything that could hide it. */
async function judgeAfterWriting(
  folder: string,
  sound: Seen,
  image: Image,
  before: Seen,
  fail: (why: string) => void,
): Promise<void> {
  const disk = new MemoryDisk(image)
  const { files } = disk
  const store = await openLibrary({ folder, now: () => NOW, newId: (kind) => kind, files, brief: true })
  const room = await Newsroom.open({
    store,
    clock: { now: () => NOW },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  for (const id of (await room.store.listStories()).toSorted()) {
    const story = await room.storyNow(id)
    // Words are always taken.
    await story.join('Reporter')
    await story.saving.rewriteAll()
  }
  await room.close()
  const after = await look(folder, disk.image)
  const opened = [...before.closed].filter((id) => !after.closed.has(id))
  if (opened.length > 0) fail(`${opened.join(', ')} is open again, and nobody accepted anything`)
  if (before.isShut && !after.isShut) fail('the library is open again, and nobody accepted anything')
  const more = [...after.ticks].filter((fact) => sound.blocks.has(fact) || !sound.ticks.has(fact))
  if (more.length > 0) fail(`after a writing: more ticks ${more.join(', ')}`)
}

/** Opens the library for reading, beside its owner, as `stet show` does, and reads all of it. */
async function look(folder: string, image: Image): Promise<Seen> {
  const { files } = new MemoryDisk(image)
  const store = await openLibrary({ folder, lock: 'none', now: () => NOW, newId: (kind) => kind, files })
  const room = await Newsroom.open({
    store,
    clock: { now: () => NOW },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  const ticks = new Set<string>()
  const blocks = new Set<string>()
  const closed = new Set<string>()
  let told = room.library.repairs.length > 0 || room.library.losses.length > 0
  const { roster, pins, sources, settings, words = [] } = room.library
  const everything: unknown[] = [roster, pins, sources, settings, words]
  for (const id of (await room.store.listStories()).toSorted()) {
    const view = await runAction(room, '', 'story.show', { story: id })
    const story = await room.story(id)
    if ((view.losses ?? []).length > 0 || story.repairs.length > 0) told = true
    const gate = await runAction(room, '', 'story.gate', { story: id, door: 'publish' })
    if (gate.blocks.some(({ rule }) => rule === 'loss')) closed.add(id)
    const kill = await runAction(room, '', 'story.gate', { story: id, door: 'kill' })
    if (kill.blocks.length > 0) throw new Error(`the kill is closed: ${kill.blocks[0]?.message ?? ''}`)
    for (const fact of story.assessments())
      (weighFact(fact) === 'block' ? blocks : ticks).add(`${id} ${fact.id} ${fact.status === 'toCheck' ? 'open' : ''}`)
    everything.push(view.stage, view.facts, view.blocks, story.entries.length)
  }
  await store.close()
  return {
    ticks,
    blocks,
    names: new Set(protectedTerms(room.library.sources).map(({ term }) => term)),
    pins: new Set(room.library.roster.flatMap(({ name, pin }) => (pin ? [name] : []))),
    roles: new Map(room.library.roster.map(({ name, role = '' }) => [name, role])),
    deskOfOne: room.library.settings.deskOfOne,
    sought: wordsOf(words, (list) => list !== 'name'),
    quiet: wordsOf(words, (list) => list === 'name'),
    closed,
    isShut: room.library.losses.length > 0,
    told,
    everything: JSON.stringify(everything),
  }
}

const wordsOf = (words: DeskWords, of: (list: DeskWord['list']) => boolean): ReadonlySet<string> =>
  new Set(words.filter(({ list }) => of(list)).map(({ words: phrase }) => phrase))

/** A verdict, without the fact that it is about. */
type Given = Omit<RequestOf<'fact.sign'>, 'story' | 'fact' | 'seen'>

interface TrustedLibrary {
  readonly folder: string
  readonly image: Image
  /** Earlier contents of each file, oldest first. */
  readonly before: ReadonlyMap<string, readonly Uint8Array[]>
}

/** Two stories with verdicts for and against, captured files, a protected source, roles, a PIN. */
async function trustedLibrary({ scratch }: Options): Promise<TrustedLibrary> {
  const folder = join(scratch, 'closed', 'library')
  await mkdir(join(scratch, 'closed'), { recursive: true })
  const before = new Map<string, Uint8Array[]>()
  const remember = async (): Promise<void> => {
    for (const [path, bytes] of await imageOf(nodeFiles, folder)) {
      if (bytes === 'folder' || !isTrusted(folder, path)) continue
      const versions = before.get(path) ?? []
      if (!versions.some((known) => Buffer.from(known).equals(bytes))) versions.push(bytes)
      before.set(path, versions)
    }
  }
  const store = await openLibrary({
    folder,
    create: true,
    person: 'Editor',
    now: () => NOW,
    newId: (kind) => kind,
    brief: true,
  })
  const room = await Newsroom.open({
    store,
    clock: { now: () => NOW },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  const act = async <A extends ActionName>(by: string, action: A, request: RequestOf<A>): Promise<AnswerOf<A>> => {
    const answer = await runAction(room, by, action, request)
    await remember()
    return answer
  }
  await act('Editor', 'roster.add', { name: 'Editor', role: 'editor' })
  await act('Editor', 'roster.add', { name: 'Reporter', role: 'reporter' })
  await act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  const { id: pool } = await act('Editor', 'source.add', { name: 'Pool report 3', kind: 'pool' })
  const { id: hidden } = await act('Editor', 'source.add', {
    name: 'Han Seo-yeon',
    kind: 'person',
    protected: true,
    aliases: ['Deep Harbour'],
  })
  await act('Editor', 'source.edit', { source: pool, wording: 'As filed.' })
  await act('Editor', 'source.edit', { source: hidden, contact: 'han@example.org' })
  await act('Editor', 'library.settings', { historyLimit: 2_000_000 })
  await act('Editor', 'library.settings', { historyLimit: 3_000_000 })
  await act('Editor', 'words.add', { list: 'superlative', words: 'second to *', source: 'House style' })
  await act('Editor', 'words.add', { list: 'name', words: 'Yahoo', source: 'House style' })
  const { word } = await act('Editor', 'words.add', { list: 'name', words: 'Park Jun', source: 'A mistake' })
  await act('Editor', 'words.remove', { word: word.id })
  for (const text of STORIES) {
    const { id: story } = await act('Reporter', 'story.import', {
      name: 'story.txt',
      bytes: new TextEncoder().encode(text),
    })
    const first = text.includes('100 minutes')
    const captured = await capture(act, `Pool report: ${text}`)
    const tag = async (words: string, type: 'figure' | 'name' | 'date'): Promise<FactView> => {
      const { id } = await act('Reporter', 'fact.tag', { story, text: words, type })
      const { facts } = await act('Editor', 'story.show', { story })
      return facts.find((fact) => fact.id === id) ?? never(id)
    }
    const sign = async (words: string, type: 'figure' | 'name' | 'date', request: Given): Promise<void> => {
      const fact = await tag(words, type)
      await act('Editor', 'fact.sign', { story, fact: fact.id, seen: fact.seen ?? '', ...request })
    }
    const backup = (stance: 'supports' | 'contradicts') => ({ source: pool, locator: '¶ 2', stance, file: captured })
    await sign(first ? 'about 100 minutes' : '12 days', 'figure', { status: 'verified', evidence: backup('supports') })
    await sign(first ? 'Kim Min' : 'Park Jun', 'name', {
      status: 'wrong',
      reason: 'The pool has another name.',
      evidence: backup('contradicts'),
    })
    if (first) {
      await sign('30 October', 'date', { status: 'letStand', reason: 'As the pool has it.' })
      await act('Editor', 'comment.add', { story, text: 'Who else?' })
    }
    await room.settleAll()
    await remember()
  }
  await act('Editor', 'source.edit', { source: hidden, aliases: ['Deep Harbour', 'The Captain'] })
  await act('Editor', 'roster.add', { name: 'Legal', role: 'legal' })
  await room.close()
  await remember()
  const image = await imageOf(nodeFiles, folder)
  await rm(join(scratch, 'closed'), { recursive: true, force: true })
  return { folder, image, before }
}

async function capture(
  act: <A extends ActionName>(by: string, action: A, request: RequestOf<A>) => Promise<AnswerOf<A>>,
  text: string,
): Promise<string> {
  const { upload } = await act('Editor', 'file.begin', { name: 'pool.txt' })
  await act('Editor', 'file.write', { upload, bytes: new TextEncoder().encode(text) })
  return (await act('Editor', 'file.keep', { upload })).sha256
}

function never(id: string): never {
  throw new Error(`no fact ${id}`)
}

const SMALL = /^(?:library|roster|sources|keys|words)\.json(?:\.twin)?$/
const LEDGERS = /(?:^|\/)(?:ledger|heads|heads\.twin)\.jsonl$/
const inLibrary = (folder: string, path: string): string => path.slice(folder.length + 1)
const isTrusted = (folder: string, path: string): boolean => {
  const name = inLibrary(folder, path)
  return SMALL.test(name) || LEDGERS.test(name)
}

function* casesOf(library: TrustedLibrary): Iterable<Case> {
  const { folder, image } = library
  const files = [...image].filter((entry): entry is [string, Uint8Array] => entry[1] !== 'folder')
  for (const [path, bytes] of files) {
    const name = inLibrary(folder, path)
    const put = (group: string, what: string, changed: () => Uint8Array | undefined): Case => ({
      group: `${group}, ${kindOf(name)}`,
      what: `${name} ${what}`,
      image: () => withFile(image, path, changed()),
    })
    if (name.startsWith('evidence/')) {
      yield put('removed', '', () => undefined)
      yield put('cut short', '', () => bytes.subarray(0, bytes.length - 1))
      continue
    }
    if (!isTrusted(folder, path)) continue
    for (let at = 0; at < bytes.length; at++) yield put('byte flipped', `byte ${at}`, () => flipped(bytes, at))
    yield put('removed', '', () => undefined)
    if (LEDGERS.test(name)) yield* linesOf(put, bytes)
  }
  yield* twins(library)
  yield* older(library)
}

function* linesOf(
  put: (group: string, what: string, changed: () => Uint8Array) => Case,
  bytes: Uint8Array,
): Iterable<Case> {
  const lines = Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1)
  const text = (kept: readonly string[]) => (): Uint8Array => Buffer.from(kept.map((line) => `${line}\n`).join(''))
  for (const [index, line] of lines.entries()) {
    yield put('line removed', `line ${index + 1}`, text(lines.filter((_, other) => other !== index)))
    yield put('line repeated at the end', `line ${index + 1}`, text([...lines, line]))
    yield put('end cut', `from line ${index + 1}`, text(lines.slice(0, index)))
    const next = lines[index + 1]
    if (next !== undefined)
      yield put(
        'lines exchanged',
        `line ${index + 1}`,
        text([...lines.slice(0, index), next, line, ...lines.slice(index + 2)]),
      )
  }
}

/** Both copies of a small file are damaged, or one is damaged and the other is an older generation. */
function* twins({ folder, image, before }: TrustedLibrary): Iterable<Case> {
  for (const name of ['library.json', 'roster.json', 'sources.json', 'keys.json', 'words.json']) {
    const [path, twin] = [join(folder, name), join(folder, `${name}.twin`)]
    const [main, other] = [image.get(path), image.get(twin)]
    if (main === undefined || main === 'folder' || other === undefined || other === 'folder') continue
    const both = (what: string, one: Uint8Array | undefined, two: Uint8Array | undefined): Case => ({
      group: `both copies, ${name}`,
      what,
      image: () => withFile(withFile(image, path, one), twin, two),
    })
    // Without its marker a library does not open: a drive may be unplugged. The doctor opens it, closed to verdicts.
    if (name !== 'library.json') yield both('gone', undefined, undefined)
    for (let at = 0; at < main.length; at += 3)
      yield both(`byte ${at}`, flipped(main, at), flipped(other, (at * 7) % other.length))
    for (const version of (before.get(path) ?? []).slice(0, -1)) {
      yield both('older', version, version)
      yield both('older, twin gone', version, undefined)
      for (let at = 0; at < other.length; at += 40) yield both(`older, twin byte ${at}`, version, flipped(other, at))
      for (let at = 0; at < main.length; at += 40) yield both(`byte ${at}, twin older`, flipped(main, at), version)
    }
  }
}

function* older({ folder, image, before }: TrustedLibrary): Iterable<Case> {
  for (const [path, versions] of before) {
    const name = inLibrary(folder, path)
    const now = image.get(path)
    for (const [index, version] of versions.entries()) {
      if (now !== undefined && now !== 'folder' && Buffer.from(now).equals(version)) continue
      yield {
        group: `older put back, ${kindOf(name)}`,
        what: `${name} ${index}`,
        image: () => withFile(image, path, version),
      }
    }
  }
}

const kindOf = (name: string): string =>
  name.startsWith('evidence/') ? 'captured file' : name.startsWith('stories/') ? `story’s ${basename(name)}` : name

function withFile(image: Image, path: string, bytes: Uint8Array | undefined): Image {
  const changed = new Map(image)
  if (bytes === undefined) changed.delete(path)
  else changed.set(path, bytes)
  return changed
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const rotten = Uint8Array.from(bytes)
  rotten[at] = (rotten[at] ?? 0) ^ (1 << (at % 8))
  return rotten
}
