/**
 * Overtyping keeps the tag (rule 3). If an edit of this person replaces the whole tagged text, the tag moves to the
 * replacement: typing over a selection, also over several blocks, pasting, an input method, find and replace. The same
 * holds if one end of the tagged text is replaced: "100 minutes" in a tagged "about 100 minutes". Deleting the end of a
 * tag, or letter by letter, counts as the beginning of a replacement while the caret stays at its place. What is typed
 * again exactly gets its tags back as they were (rule 2). A tag that is deleted whole in one edit is cut (rule 5). Tags
 * that remain elsewhere are not affected.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep, type Step } from '@tiptap/pm/transform'
import { countWords } from '../../story/copy/copy'
import { sameText } from '../../story/text/compare'
import { isFromSharedDocument } from '../copy/origin'
import { factIdsOf, factMark, factsBetween, markText, rangesOfFacts, textOf, type SheetRange } from './factRanges'
import { deleted, joinRemoved, NOTHING_REMOVED, removedText, type LostTag, type Removed } from './removedText'

/** Text that was removed, and the stretch that stands in its place: empty after a deletion. */
interface Replacement {
  readonly removed: Removed
  readonly stretch: SheetRange
}

/** A replacement still being typed: the caret is at its end. */
const key = new PluginKey<Replacement | null>('keepTag')
const UNFINISHED = 'stet.unfinishedReplacement'

/** With more tags on one text the sheet could not be drawn. Those stay deleted. */
const MOST_TAGS = 100

export const keepTagOnReplacement = (): Plugin =>
  new Plugin<Replacement | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, value): Replacement | null {
        const told = transaction.getMeta(UNFINISHED) as Replacement | null | undefined
        if (told !== undefined) return told
        if (!value || isFromSharedDocument(transaction)) return null
        // `appendTransaction` follows what is typed. Only a caret elsewhere ends the replacement.
        const { anchor, head } = transaction.selection
        return transaction.docChanged || (anchor === value.stretch.to && head <= anchor) ? value : null
      },
    },
    appendTransaction(transactions, old, state) {
      if (!transactions.some((transaction) => transaction.docChanged) || transactions.some(isFromSharedDocument))
        return null
      const unfinished = key.getState(old) ?? undefined
      const { going, fresh } = follow(transactions, unfinished, old)
      const { tr } = state
      const ongoing = going && onlyHere(going, state.doc, true)
      const kept = [
        ...(ongoing ? [ongoing] : []),
        ...fresh.map((replacement) => onlyHere(replacement, state.doc, false)),
      ].filter(({ removed }) => removed.facts.size > 0 && removed.facts.size <= MOST_TAGS)
      const open = kept.map((replacement) => ({
        replacement: hasText(state.doc, replacement.stretch)
          ? replacement
          : { ...replacement, removed: deleted(replacement.removed, replacement === ongoing) },
        isOpen: moveTags(tr, state, replacement, replacement === ongoing),
      }))
      const isComplete = transactions.some(isPasteOrCut)
      const next = isComplete
        ? undefined
        : open.findLast(({ replacement, isOpen }) => isOpen && isTypedAt(state, replacement))
      if (next ?? unfinished) tr.setMeta(UNFINISHED, next?.replacement ?? null)
      return tr.docChanged || tr.getMeta(UNFINISHED) !== undefined ? tr.setStoredMarks(state.storedMarks) : null
    },
  })

interface Followed {
  /** The unfinished replacement after the transactions. */
  readonly going: Replacement | undefined
  /** Replacements that began in them. */
  readonly fresh: readonly Replacement[]
}

function follow(
  transactions: readonly Transaction[],
  unfinished: Replacement | undefined,
  { selection }: EditorState,
): Followed {
  let going = unfinished
  let fresh: Replacement[] = []
  for (const transaction of transactions) {
    transaction.steps.forEach((step, index) => {
      const before = transaction.docs[index]
      const map = transaction.mapping.maps[index]
      if (!before || !map) return
      const mapped = (position: number, side: 1 | -1): number => map.map(position, side)
      const isGoing = going !== undefined && touches(step, going.stretch)
      going = going && (isGoing ? grown(going, step as ReplaceStep, before) : carryOver(going, step, mapped))
      fresh = fresh.map((item) => carryOver(item, step, mapped))
      if (!isGoing && step instanceof ReplaceStep) fresh.push(...replacedBy(step, before, selection.from))
    })
  }
  return { going, fresh: withOrphans(fresh, transactions.at(-1)?.doc, selection) }
}

const touches = (step: Step, { from, to }: SheetRange): step is ReplaceStep =>
  step instanceof ReplaceStep && step.to >= from && step.from <= to

/** An unfinished replacement after one more step at its place. What the step removes beside it belongs to it, too. */
function grown({ removed, stretch }: Replacement, step: ReplaceStep, before: SheetNode): Replacement {
  const { from, to } = stretch
  const left =
    step.from < from ? removedText(before, { from: step.from, to: Math.min(step.to, from) }) : NOTHING_REMOVED
  const right = step.to > to ? removedText(before, { from: Math.max(step.from, to), to: step.to }) : NOTHING_REMOVED
  return {
    removed: joinRemoved(joinRemoved(left, removed), right),
    stretch: {
      from: Math.min(step.from, from),
      to: Math.max(step.to, to) + step.slice.size - (step.to - step.from),
    },
  }
}

/**
 * The place of a replacement after one more step. It grows if that step replaced it again or typed into an emptied
 * place.
 */
function carryOver(item: Replacement, step: Step, map: (position: number, side: 1 | -1) => number): Replacement {
  const { from, to } = item.stretch
  if (step instanceof ReplaceStep && step.from <= from && step.to >= to)
    return { ...item, stretch: { from: step.from, to: step.from + step.slice.size } }
  return { ...item, stretch: { from: map(from, 1), to: Math.max(map(from, 1), map(to, -1)) } }
}

/** `selected`: where the selection began. What is removed there is kept without facts, too. */
function replacedBy(step: ReplaceStep, before: SheetNode, selected: number): Replacement[] {
  if (step.from === step.to) return []
  const removed = removedText(before, { from: step.from, to: step.to })
  if (removed.facts.size === 0 && step.from !== selected) return []
  return [{ removed, stretch: { from: step.from, to: step.from + step.slice.size } }]
}

/** A selection over several parts is removed in pieces. What is typed over it stands where the first was. */
function withOrphans(
  all: readonly Replacement[],
  doc: SheetNode | undefined,
  { from, empty }: EditorState['selection'],
): readonly Replacement[] {
  const first = all.find(({ stretch }) => stretch.from === from)
  if (!doc || empty || !first || all.length === 1 || !hasText(doc, first.stretch)) return all
  const orphans = all.filter((item) => item !== first && !hasText(doc, item.stretch))
  const removed = orphans.reduce(
    (sum, orphan) => joinRemoved(joinRemoved(sum, LINE_FEED), orphan.removed),
    first.removed,
  )
  return [...all.filter((item) => item !== first && !orphans.includes(item)), { ...first, removed }]
}
const LINE_FEED: Removed = { text: '\n', facts: new Map() }

/** Without facts whose tag remains elsewhere. `isGoing`: their tags may stand on the stretch already. */
function onlyHere({ removed, stretch }: Replacement, doc: SheetNode, isGoing: boolean): Replacement {
  const remaining = rangesOfFacts(doc, new Set(removed.facts.keys()))
  const facts = [...removed.facts].filter(
    ([id, { kind }]) =>
      (kind !== 'whole' && kind !== 'among') ||
      (remaining.get(id) ?? []).every(({ from, to }) => isGoing && from >= stretch.from && to <= stretch.to),
  )
  return { removed: { ...removed, facts: new Map(facts) }, stretch }
}

/** Puts the tags on the text that replaced theirs. Returns whether further typing may belong to them. */
function moveTags(
  tr: Transaction,
  { doc, schema }: EditorState,
  { removed, stretch }: Replacement,
  isGoing: boolean,
): boolean {
  if (!hasText(doc, stretch)) return true
  const text = textOf(doc, stretch)
  const present = factsBetween(doc, stretch)
  const same = sharedStart(text, removed.text)
  const isExact = same === text.length
  const goesOn = isExact ? same < removed.text.length : mayGoOn(text, removed)
  for (const [id, lost] of removed.facts) {
    if (lost.kind === 'among' && (same < lost.to || !isInOneBlock(doc, stretch))) continue
    // After as many words as before, a tag stays where it is.
    if (!isExact && !goesOn && present.has(id) && same < lost.to && lost.kind !== 'part') continue
    const place = isInOneBlock(doc, stretch)
      ? placeOf(lost, text, same, isGoing, restsBeside(doc, stretch, id))
      : { from: 0, to: runOf(doc, stretch, removed) - stretch.from }
    const wanted = place && { from: stretch.from + place.from, to: stretch.from + place.to }
    if (isTaggedSo(doc, stretch, wanted, id)) continue
    tr.removeMark(stretch.from, stretch.to, factMark(schema, id))
    if (wanted) markText(tr, wanted, factMark(schema, id))
  }
  return goesOn
}

/** Where the tags on text of several blocks end. A page in place of several blocks has them on its first block only. */
function runOf(doc: SheetNode, { from, to }: SheetRange, removed: Removed): number {
  if (!removed.text.includes('\n')) return to
  let end = from
  doc.nodesBetween(from, to, (node, at) => {
    if (
      end === from &&
      node.isTextblock &&
      hasText(doc, { from: Math.max(from, at), to: Math.min(to, at + node.nodeSize) })
    )
      end = Math.min(to, at + node.nodeSize - 1)
  })
  return end
}

/** Whether a fact's tag stands right before a stretch, and right behind it. */
interface Rests {
  readonly before: boolean
  readonly behind: boolean
}

function restsBeside(doc: SheetNode, { from, to }: SheetRange, id: string): Rests {
  const { nodeBefore } = doc.resolve(from)
  const { nodeAfter } = doc.resolve(to)
  const hasTag = (node: SheetNode | null): boolean => node !== null && factIdsOf(node).includes(id)
  return { before: hasTag(nodeBefore), behind: hasTag(nodeAfter) }
}

/**
 * Where in the typed text a fact's tag belongs: without the white space around the words, but for white space that
 * parts them from the rest of the tag. `same`: how many characters are as they were.
 */
function placeOf(
  { from, to, kind }: LostTag,
  text: string,
  same: number,
  isGoing: boolean,
  rest: Rests,
): SheetRange | undefined {
  const isExact = same === text.length
  // Typed letter by letter, a tag whose words are complete does not move with the words after it.
  if (same >= to && (isExact || isGoing)) return { from, to }
  if (isExact && same > from) return { from, to: same }
  if (kind === 'part') return undefined
  // While the words before its own are typed again, the tag waits on them.
  const start = same > from ? from : 0
  const typed = text.slice(start)
  if (typed.trim() === '') return undefined
  const blank = rest.before && start === 0 ? 0 : typed.length - typed.trimStart().length
  return { from: start + blank, to: rest.behind ? text.length : start + typed.trimEnd().length }
}

/** Whether fewer words were typed than the longest tag lost, or the last one of them is being typed. */
function mayGoOn(typed: string, { text, facts }: Removed): boolean {
  const words = Math.max(
    0,
    ...[...facts.values()]
      .filter(({ kind }) => kind === 'whole' || kind === 'end')
      .map(({ from, to }) => wordsIn(text.slice(from, to))),
  )
  const count = wordsIn(typed)
  return count < words || (count === words && !/\s$/u.test(typed))
}

/** How many characters of a text are those of the other one, as rule 2 compares them. */
function sharedStart(text: string, was: string): number {
  let length = 0
  while (length < text.length && length < was.length && isSameCharacter(text.charAt(length), was.charAt(length)))
    length++
  return length
}

const isSameCharacter = (one: string, other: string): boolean =>
  one === other || (one.trim() !== '' && other.trim() !== '' && sameText(one, other))

/** Whether a fact's tag stands on exactly one part of a stretch. */
function isTaggedSo(doc: SheetNode, stretch: SheetRange, wanted: SheetRange | undefined, id: string): boolean {
  let isSo = true
  doc.nodesBetween(stretch.from, stretch.to, (node, at) => {
    if (!node.isText) return
    const from = Math.max(at, stretch.from)
    const to = Math.min(at + node.nodeSize, stretch.to)
    const isIn = wanted !== undefined && from >= wanted.from && to <= wanted.to
    const isOut = wanted === undefined || to <= wanted.from || from >= wanted.to
    isSo &&= factIdsOf(node).includes(id) ? isIn : isOut
  })
  return isSo
}

const isInOneBlock = (doc: SheetNode, { from, to }: SheetRange): boolean =>
  doc.resolve(from).sameParent(doc.resolve(to))

function isTypedAt({ selection, doc }: EditorState, { stretch }: Replacement): boolean {
  return selection.empty && selection.head === stretch.to && isInOneBlock(doc, stretch)
}

/** Pasted or dropped text is complete: typing after it does not continue it. What is cut may be pasted elsewhere. */
const isPasteOrCut = (transaction: Transaction): boolean =>
  ['paste', 'drop', 'cut'].includes(String(transaction.getMeta('uiEvent')))

function hasText(doc: SheetNode, { from, to }: SheetRange): boolean {
  if (from === to) return false
  let found = false
  doc.nodesBetween(Math.min(from, doc.content.size), Math.min(to, doc.content.size), (node) => {
    found ||= node.isText
  })
  return found
}

/** The facts with tags on exactly this text, selected or just deleted at the caret: putting it back copies none. */
export function factsReturned(state: EditorState, text: string): ReadonlySet<string> {
  const { from, to, empty } = state.selection
  const unfinished = key.getState(state)
  if (!empty) return textOf(state.doc, { from, to }) === text ? factsBetween(state.doc, { from, to }) : new Set()
  const isHere = unfinished?.stretch.from === from && unfinished.stretch.to === from
  return isHere && unfinished.removed.text === text ? new Set(unfinished.removed.facts.keys()) : new Set()
}

/** How many words a text has, at least one. */
export const wordsIn = (text: string): number => Math.max(1, countWords([{ role: 'paragraph', text, spans: [] }]))
