/** Random actions of people at a desk, by seed. All go through the shipped keys, commands and handlers. */
import { removeFactMark } from '../../src/document/editStory'
import { mendTag, tagSelection } from '../../src/editor/facts/factCommands'
import { factsInDoc, rangesOfFact } from '../../src/editor/facts/factRanges'
import { find as search, replaceAll } from '../../src/editor/find/findCommands'
import { clipboard, copy, cut, drag, paste, pause, press, run, selectRange, type, type Desk } from './desk'

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export interface Hands {
  readonly roll: () => number
  /** Letters to type next. */
  readonly letters: () => string
}

const below = ({ roll }: Hands, count: number): number => Math.floor(roll() * count)
const pick = <T>(hands: Hands, from: readonly T[]): T | undefined => from[below(hands, from.length)]

/** A position with text around it. */
function anywhere({ editor }: Desk, hands: Hands): number {
  const { doc } = editor.state
  const index = below(hands, doc.childCount)
  let start = 1
  for (let before = 0; before < index; before++) start += doc.child(before).nodeSize
  return start + below(hands, doc.child(index).content.size + 1)
}

const anyFact = (d: Desk, hands: Hands): string | undefined => pick(hands, [...factsInDoc(d.editor.state.doc)])

/** A short stretch, mostly within one block. */
function anyStretch(d: Desk, hands: Hands): void {
  const from = anywhere(d, hands)
  const $from = d.editor.state.doc.resolve(from)
  const inBlock = Math.min(from + 1 + below(hands, 6), $from.end())
  selectRange(d, from, hands.roll() < 0.85 ? inBlock : Math.min(from + 8, d.editor.state.doc.content.size - 1))
}

function selectWholeFact(d: Desk, hands: Hands): boolean {
  const id = anyFact(d, hands)
  const stretches = id === undefined ? [] : rangesOfFact(d.editor.state.doc, id)
  const first = stretches[0]
  const last = stretches.at(-1)
  if (!first || !last) return false
  selectRange(d, first.from, last.to)
  return true
}

export type Action = (d: Desk, hands: Hands) => void

export const ACTIONS: Readonly<Record<string, Action>> = {
  type(d, hands) {
    selectRange(d, anywhere(d, hands))
    type(d, hands.letters())
  },
  typeAtEdge(d, hands) {
    if (!selectWholeFact(d, hands)) return
    const { from, to } = d.editor.state.selection
    selectRange(d, hands.roll() < 0.5 ? from : to)
    type(d, hands.letters())
  },
  overtypeFact(d, hands) {
    if (selectWholeFact(d, hands)) type(d, hands.letters())
  },
  overtypeSome(d, hands) {
    anyStretch(d, hands)
    type(d, hands.letters())
  },
  goOnTyping: (d, hands) => type(d, hands.letters()),
  deleteSome(d, hands) {
    anyStretch(d, hands)
    press(d, 'Delete')
  },
  deleteFact(d, hands) {
    if (selectWholeFact(d, hands)) press(d, 'Backspace')
  },
  split(d, hands) {
    selectRange(d, anywhere(d, hands))
    press(d, 'Enter')
  },
  join(d, hands) {
    selectRange(d, d.editor.state.doc.resolve(anywhere(d, hands)).start())
    press(d, 'Backspace')
  },
  hardBreak(d, hands) {
    selectRange(d, anywhere(d, hands))
    press(d, 'Shift-Enter')
  },
  move(d, hands) {
    if (hands.roll() < 0.5) anyStretch(d, hands)
    else if (!selectWholeFact(d, hands)) return
    if (d.editor.state.selection.empty) return
    const data = cut(d)
    selectRange(d, anywhere(d, hands))
    paste(d, data)
  },
  copyOver(d, hands) {
    anyStretch(d, hands)
    const data = copy(d)
    if (hands.roll() < 0.5) anyStretch(d, hands)
    else selectRange(d, anywhere(d, hands))
    paste(d, data)
  },
  dragAway(d, hands) {
    if (!selectWholeFact(d, hands)) return
    drag(d, anywhere(d, hands), { ctrlKey: hands.roll() < 0.3 })
  },
  pasteInto(d, hands) {
    if (hands.roll() < 0.5) selectWholeFact(d, hands)
    const { from, to } = d.editor.state.selection
    if (hands.roll() < 0.5) selectRange(d, from + below(hands, to - from + 1))
    paste(
      d,
      clipboard(
        hands.roll() < 0.5
          ? { 'text/plain': hands.letters() }
          : { 'text/html': `<p>${hands.letters()}</p><p>${hands.letters()}</p>` },
      ),
    )
  },
  bold(d, hands) {
    anyStretch(d, hands)
    press(d, 'Mod-b')
  },
  listItem(d, hands) {
    selectRange(d, anywhere(d, hands))
    press(d, hands.roll() < 0.5 ? 'Mod-Shift-8' : 'Mod-Alt-2')
  },
  tag(d, hands) {
    anyStretch(d, hands)
    run(d, tagSelection('figure'))
  },
  mend(d, hands) {
    const id = anyFact(d, hands)
    if (id !== undefined) run(d, mendTag(id))
  },
  untag(d, hands) {
    const id = anyFact(d, hands)
    if (id !== undefined) d.doc.transact(() => removeFactMark(d.doc, id), 'action')
  },
  replaceAll(d, hands) {
    anyStretch(d, hands)
    const { from, to } = d.editor.state.selection
    const words = d.editor.state.doc.textBetween(from, to, '\n', '\n')
    run(d, search(words))
    run(d, replaceAll(hands.letters()))
    run(d, search(''))
  },
  undo: (d) => void press(d, 'Mod-z'),
  redo: (d) => void press(d, 'Mod-Shift-z'),
  rest: (d) => pause(d),
}
