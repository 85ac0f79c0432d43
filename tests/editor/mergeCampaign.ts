/**
 * Two to four windows edit one story without hearing of each other, with the shipped editor, and the owner's process
 * with the shipped newsroom. The judge does not know Yjs: every letter is typed once, so it follows each letter by what
 * the windows showed before and after each step.
 */
import * as Y from 'yjs'
import { loadDoc } from '../../src/document/createStoryDoc'
import { readCopy, readTags } from '../../src/document/reading/readStory'
import { readCopyFromDoc } from '../../src/editor/copy/readCopy'
import { runAction } from '../../src/newsroom/runAction'
import { sequentialIds } from '../../src/newsroom/environment/ids'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import type { OpenStory } from '../../src/newsroom/replica/openStory'
import { debounceByHand } from '../builders/time/debounceByHand'
import { MemoryStore } from '../builders/library/memoryStore'
import type { StoryStore } from '../../src/storage/disk/storyStore'
import { close, desk, INSTANT, resetIds, shown, type Desk } from './desk'
import { ACTIONS, dice, type Hands } from './randomDesk'
import { TABLE_DEEDS } from './randomTables'

export interface MergeRow {
  readonly windows: number
  /** Rounds: all windows edit apart and then exchange updates. */
  rounds: number
  /** Letters that somebody typed or pasted, and tags that somebody set. */
  letters: number
  tags: number
  comments: number
  /** Of those: neither in the copy nor in a tray, although nobody who saw them deleted them. */
  lost: number
  /** Letters that a merge dropped and that are in the tray. */
  rescued: number
  /** Rounds after which two windows, or a window and the owner, showed different copy. */
  apart: number
  /** Stories that did not load again as they were. */
  unopenable: number
  /** Changes refused by the owner. */
  refused: number
  /** Errors, with the seed that repeats them. */
  readonly troubles: string[]
}

export const emptyRow = (windows: number): MergeRow => ({
  windows,
  rounds: 0,
  letters: 0,
  tags: 0,
  comments: 0,
  lost: 0,
  rescued: 0,
  apart: 0,
  unopenable: 0,
  refused: 0,
  troubles: [],
})

const NAMES = ['Ann', 'Ben', 'Cid', 'Dot']
const ROUNDS_OF_A_STORY = 6
const FIRST_LETTER = 0xac00
const LETTERS = 11_000

/** Hands out each Hangul syllable once. */
class Letters {
  #next = 0
  readonly take = (count: number): string => {
    let text = ''
    for (let index = 0; index < count; index++) text += String.fromCodePoint(FIRST_LETTER + (this.#next++ % LETTERS))
    return text
  }
}

type Counts = ReadonlyMap<string, number>
const isLetter = (sign: string): boolean => sign >= '가' && sign <= '힣'

function lettersOf(texts: readonly string[]): Counts {
  const counts = new Map<string, number>()
  for (const text of texts) for (const sign of text) if (isLetter(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}

interface Window extends Desk {
  readonly name: string
  /** Typed and not yet sent. */
  readonly unsent: Uint8Array[]
}

const lettersIn = ({ editor }: Desk): Counts => lettersOf(readCopyFromDoc(editor.state.doc).map(({ text }) => text))

/** Runs one story of some rounds. The same seed gives the same story. */
export async function liveMerging(seed: number, row: MergeRow): Promise<void> {
  resetIds()
  const roll = dice(seed)
  const letters = new Letters()
  const hands: Hands = {
    roll,
    letters: () => (roll() < 0.2 ? `${letters.take(2)} ${letters.take(1)}` : letters.take(1 + Math.floor(roll() * 3))),
  }
  const store = new MemoryStore('Ann')
  const room = await Newsroom.open({
    store,
    clock: { now: () => INSTANT },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  for (const name of NAMES) await runAction(room, name, 'roster.add', { name })
  const graf = (): string => `${letters.take(4)} ${letters.take(3)} ${letters.take(5)}`
  const { id } = await runAction(room, 'Ann', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode([graf(), graf(), graf(), graf(), graf()].join('\n\n')),
  })
  const story = await room.story(id)
  const windows: Window[] = []
  for (const name of NAMES.slice(0, row.windows)) windows.push(await openWindow(story, name))

  const typed = new Set(lettersIn(windows[0] as Window).keys())
  const tagged = new Set<string>()
  const takenAway = new Set<string>()
  row.letters += typed.size
  const commentsBefore = row.comments
  // Tagging and moving text is where merges are hard.
  const actions = [
    ...Object.values(ACTIONS),
    ...Object.values(TABLE_DEEDS),
    ...['tag', 'tag', 'tag', 'split', 'join', 'move'].flatMap((name) => ACTIONS[name] ?? []),
  ]
  try {
    for (let round = 0; round < ROUNDS_OF_A_STORY; round++) {
      row.rounds++
      if (roll() < 0.4) row.comments += await comment(room, story, hands)
      for (const window of windows) {
        for (let step = Math.floor(roll() * 5); step > 0; step--) {
          const action = actions[Math.floor(roll() * actions.length)]
          const before = lettersIn(window)
          const recordsBefore = new Set(readTags(window.doc).keys())
          action?.(window, hands)
          const after = lettersIn(window)
          const recordsAfter = new Set(readTags(window.doc).keys())
          for (const [letter, count] of before) if ((after.get(letter) ?? 0) < count) takenAway.add(letter)
          for (const letter of after.keys()) row.letters += added(typed, letter)
          for (const tag of recordsBefore) if (!recordsAfter.has(tag)) takenAway.add(`tag ${tag}`)
          for (const tag of recordsAfter) row.tags += added(tagged, tag)
        }
      }
      await comeTogether(story, windows, roll, row, seed)
      await checkRound({ seed, row, story, store, windows, typed, tagged, takenAway })
      const left = story.value().comments?.length ?? 0
      if (left < row.comments - commentsBefore) {
        row.lost++
        row.troubles.push(`seed ${seed}: of ${row.comments - commentsBefore} comments ${left} are left`)
      }
    }
  } finally {
    for (const window of windows) close(window)
    await room.close()
  }
}

/** One person comments while the others edit; the windows learn of it at the exchange. Returns 1 if there was text. */
async function comment(room: Newsroom, story: OpenStory, { roll }: Hands): Promise<number> {
  const { copy } = story.value()
  const block = Math.floor(roll() * copy.length)
  const text = copy[block]?.text ?? ''
  const from = Math.floor(roll() * text.length)
  const words = text.slice(from, from + 3)
  if (words.trim() === '') return 0
  await runAction(room, NAMES[Math.floor(roll() * NAMES.length)] ?? 'Ann', 'comment.add', {
    story: story.id,
    text: 'Says who?',
    place: { block, from, to: from + words.length, words },
  })
  return 1
}

/** 1 when it is new in the set. */
function added(set: Set<string>, item: string): number {
  const before = set.size
  set.add(item)
  return set.size - before
}

async function openWindow(story: OpenStory, name: string): Promise<Window> {
  const client = await story.join(name)
  const opened = desk(story.state(), client, { person: name, newId: tagIds(name) })
  const unsent: Uint8Array[] = []
  opened.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') unsent.push(update)
  })
  return { ...opened, name, unsent }
}

const counters = new Map<string, number>()
const tagIds = (name: string) => (): string => {
  const next = (counters.get(name) ?? 0) + 1
  counters.set(name, next)
  return `${name.toLowerCase()}${next}`
}

/** Every window sends its updates in random order; then all receive all. */
async function comeTogether(
  story: OpenStory,
  windows: readonly Window[],
  roll: () => number,
  row: MergeRow,
  seed: number,
): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    const order = windows
      .map((window) => ({ window, key: roll() }))
      .sort((a, b) => a.key - b.key)
      .map(({ window }) => window)
    for (const window of order) {
      const updates = window.unsent.splice(0)
      const sent = roll() < 0.5 && updates.length > 0 ? [Y.mergeUpdates(updates)] : updates
      for (const update of sent) {
        try {
          await story.applyWindowUpdate(update, window.name, window.name)
        } catch (refusal) {
          row.refused++
          row.troubles.push(`seed ${seed}: refused: ${String(refusal)}`)
        }
      }
    }
    await story.observe()
    for (const { doc } of windows)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(story.doc, Y.encodeStateVector(doc)), 'remote')
    if (windows.every(({ unsent }) => unsent.length === 0)) return
  }
  row.troubles.push(`seed ${seed}: the windows go on answering each other`)
}

interface Round {
  readonly seed: number
  readonly row: MergeRow
  readonly story: OpenStory
  readonly store: StoryStore
  readonly windows: readonly Window[]
  readonly typed: ReadonlySet<string>
  readonly tagged: ReadonlySet<string>
  readonly takenAway: Set<string>
}

async function checkRound({ seed, row, story, store, windows, typed, tagged, takenAway }: Round): Promise<void> {
  const copy = JSON.stringify(readCopy(story.doc))
  for (const window of windows) {
    let differs = JSON.stringify(readCopy(window.doc)) !== copy
    try {
      shown(window)
    } catch {
      differs = true
    }
    if (!differs) continue
    row.apart++
    row.troubles.push(`seed ${seed}: ${window.name} shows other copy`)
  }
  const inCopy = lettersOf(story.value().copy.map(({ text }) => text))
  const inTray = lettersOf(
    (
      await runAction(
        {
          storyNow: () => Promise.resolve(story),
          during: (work: () => Promise<unknown>) => work(),
          store,
          library: { roster: [], losses: [] },
        } as unknown as Newsroom,
        'Ann',
        'tray.list',
        {
          story: story.id,
        },
      )
    ).map(({ text }) => text),
  )
  row.rescued += [...inTray.keys()].filter((letter) => !inCopy.has(letter) && !takenAway.has(letter)).length
  for (const letter of typed) {
    if (takenAway.has(letter) || inCopy.has(letter)) continue
    // Counted once, also when it stays in the tray for many rounds.
    if (inTray.has(letter)) continue
    row.lost++
    takenAway.add(letter)
    row.troubles.push(`seed ${seed}: the letter ${letter} is nowhere`)
  }
  const assessed = new Set(story.assessments().map((fact) => fact.id))
  for (const tag of tagged) {
    if (takenAway.has(`tag ${tag}`) || assessed.has(tag)) continue
    row.lost++
    takenAway.add(`tag ${tag}`)
    row.troubles.push(`seed ${seed}: the tag ${tag} is nowhere`)
  }
  const again = loadDoc((await store.loadStory(story.id)).updates)
  if (JSON.stringify(readCopy(again)) !== copy || again.getMap('tray').size !== story.doc.getMap('tray').size) {
    row.unopenable++
    row.troubles.push(`seed ${seed}: the stored story is another`)
  }
  again.destroy()
}
