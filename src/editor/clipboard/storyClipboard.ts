/**
 * Copy, cut, paste and drag. Other programs get publishable text only, without ids or desk matter, and none of it
 * while it names a protected source and nobody has let it out. The sheet gets its own content back by a token: the
 * first paste of a cut keeps its tags in the same story (after an undo, the next one), everything else is a copy.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { readTag } from '../../document/reading/readStory'
import type { ClipboardText } from '../../projection/scan/clipboardLeaks'
import { FACTS_MAP } from '../../story/copy/documentSchema'
import type { FactTag } from '../../story/ledger/facts/fact'
import { commentsInDoc, factIdsOf, factsInDoc, textOf, type SheetRange } from '../facts/factRanges'
import { factsReturned } from '../facts/keepTag'
import { deleteKeepingParts } from '../copy/deleteKeepingParts'
import { livingFacts } from '../suggesting/keptFacts'
import { isSuggesting } from '../suggesting/suggestingMode'
import { shownStretch } from '../suggesting/shownBlock'
import { storyContextOf } from '../copy/storyContext'
import { asOwnUndoStep, withFactRecords } from '../copy/factRecords'
import { incomingOf, type Incoming, type OutsidePart, type ReadOutside } from './incoming'
import { CLIP_TYPE, type Clip, type ClipMemory } from './clip'
import type { ClipboardGuard } from './clipboardGuard'
import { withFreshTags } from './freshTags'
import { insertBlocks } from './insertBlocks'
import { insertDraft } from './insertDraft'
import { lossesInPlace, lossesOfClip, suggestionsOf, TAGS_ELSEWHERE, type PasteLoss } from './pasteLosses'
import { blocksBetween, copyOfBlocks, inSchema, leavingBlocks, numberOfItem, settledBlocks } from './pieces'
import { insertAfter } from './waitingPastes'

export interface ClipboardOptions {
  readonly memory: ClipMemory
  readonly guard: ClipboardGuard
  readonly outside: OutsidePart
  /** Receives pictures that are pasted or dropped without text. */
  readonly onPictures?: ((files: readonly File[]) => void) | undefined
  /** Called after a paste or drop that could not keep everything. */
  readonly onPasteLosses?: ((losses: readonly PasteLoss[], pasted?: EditorState) => void) | undefined
}

export function storyClipboard(options: ClipboardOptions): Plugin {
  const { guard } = options
  /** The selection of this sheet is being dragged. */
  let dragging = false
  return new Plugin({
    key: new PluginKey('storyClipboard'),
    props: {
      handleDOMEvents: {
        copy: (view, event) => copyOut(view, event, options, false),
        cut: (view, event) => copyOut(view, event, options, view.editable),
        paste(view, event) {
          event.preventDefault()
          if (view.editable && event.clipboardData) pasteIn(view, incomingOf(event.clipboardData), options)
          return true
        },
        dragstart(view, event) {
          dragging = event.dataTransfer !== null && dragOut(view, event.dataTransfer, guard)
          if (!dragging) event.preventDefault()
          return true
        },
        dragend() {
          dragging = false
          return false
        },
        drop(view, event) {
          event.preventDefault()
          const own = dragging
          dragging = false
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (!view.editable || !at || !event.dataTransfer) return true
          if (own) dropOwn(view, at.pos, event.ctrlKey || event.altKey, options)
          else insertOutside(view, { from: at.pos, to: at.pos }, incomingOf(event.dataTransfer), 'drop', options)
          return true
        },
      },
    },
  })
}

function clipOf(state: EditorState, cut: boolean): Clip {
  const { from, to } = state.selection
  const { doc, storyId } = storyContextOf(state)
  const selected = blocksBetween(state.doc, from, to)
  const blocks = settledBlocks(selected)
  const facts = new Map<string, FactTag>()
  for (const id of factsOfBlocks(blocks)) {
    const tag = readTag(id, doc.getMap(FACTS_MAP).get(id))
    if (tag) facts.set(id, tag)
  }
  return { storyId, blocks, cut, facts, suggestions: suggestionsOf(selected) }
}

function factsOfBlocks(blocks: readonly SheetNode[]): Set<string> {
  const ids = new Set<string>()
  for (const block of blocks) block.descendants((child) => factIdsOf(child).forEach((id) => ids.add(id)))
  return ids
}

/** Puts the projected words, or nothing if they tell a protected source. Returns what they tell. */
function putWords(data: DataTransfer, leaving: ClipboardText, { leaksIn }: ClipboardGuard): readonly string[] {
  const leaks = leaksIn(leaving)
  data.clearData()
  if (leaks.length > 0) return leaks
  data.setData('text/html', leaving.html ?? '')
  data.setData('text/plain', leaving.text)
  return []
}

function wordsSelected(state: EditorState, guard: ClipboardGuard): ClipboardText {
  const { from, to } = state.selection
  const blocks = leavingBlocks(state.doc, from, to)
  return guard.print(copyOfBlocks(state.schema, blocks), numberOfItem(state.doc, from))
}

function copyOut(view: EditorView, event: ClipboardEvent, { memory, guard }: ClipboardOptions, cut: boolean): boolean {
  event.preventDefault()
  const { state } = view
  if (state.selection.empty || !event.clipboardData) return true
  const clip = clipOf(state, cut)
  const leaving = wordsSelected(state, guard)
  const leaks = putWords(event.clipboardData, leaving, guard)
  const token = storyContextOf(state).newId()
  event.clipboardData.setData(CLIP_TYPE, token)
  memory.put(token, clip)
  if (cut) {
    const { tr } = state
    const at = deleteKeepingParts(tr, state.selection.from, state.selection.to)
    tr.setSelection(TextSelection.near(tr.doc.resolve(at)))
    view.dispatch(asOwnUndoStep(tr).scrollIntoView().setMeta('uiEvent', 'cut'))
  }
  if (leaks.length > 0) guard.ask(leaving, leaks)
  return true
}

function pasteIn(view: EditorView, incoming: Incoming, options: ClipboardOptions): void {
  const { state } = view
  const clip = options.memory.take(incoming.token)
  if (!clip) return insertOutside(view, state.selection, incoming, 'paste', options)
  const { tr } = state
  const inText = state.selection.$from.parent
  const placed = insertClip(tr, state, state.selection, clip, options.guard)
  const losses = lossesOfClip(clip, storyContextOf(state).storyId)
  view.dispatch(asOwnUndoStep(tr).scrollIntoView().setMeta('uiEvent', 'paste'))
  tellLosses(view, [...losses, ...lossesInPlace(placed, inText)], options)
}

function tellLosses(view: EditorView, losses: readonly PasteLoss[], { onPasteLosses }: ClipboardOptions): void {
  if (losses.length > 0) onPasteLosses?.(losses, view.state)
}

type Way = 'paste' | 'drop'

/** Inserts words of another program, as soon as they can be read. */
function insertOutside(
  view: EditorView,
  at: SheetRange,
  incoming: Incoming,
  way: Way,
  options: ClipboardOptions,
): void {
  const { ready, load, onWaiting } = options.outside
  const put = (place: SheetRange, hasWaited: boolean): void => {
    const reader = ready()
    const read = reader?.readOutside(view.state.schema, incoming)
    if (read) putOutside(view, place, read, incoming, { way, hasWaited }, options)
  }
  if (ready()) return put(at, false)
  // What is typed next is typed there, as after a drop at once.
  if (way === 'drop') takeCaret(view, at.from)
  onWaiting(insertAfter(view, load, { at: { from: at.from, to: at.to }, insert: (place) => put(place, true) }))
}

function takeCaret(view: EditorView, position: number): void {
  view.focus()
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(position))))
}

function putOutside(
  view: EditorView,
  at: SheetRange,
  { blocks, losses: lost }: ReadOutside,
  { pictures, token }: Incoming,
  { way, hasWaited }: { readonly way: Way; readonly hasWaited: boolean },
  options: ClipboardOptions,
): void {
  const { state } = view
  const { selection, tr } = state
  if (blocks.length === 0 && options.onPictures && pictures.length > 0) {
    if (way === 'drop') view.dispatch(tr.setSelection(TextSelection.near(state.doc.resolve(at.from))))
    return options.onPictures(pictures)
  }
  const losses = way === 'drop' || token === '' ? lost : [...lost, TAGS_ELSEWHERE]
  if (blocks.length === 0) {
    if (losses.length > 0) options.onPasteLosses?.(losses)
    return
  }
  const inText = state.doc.resolve(at.from).parent
  const placed = insertPieces(tr, state, at, blocks, options.guard)
  // What was typed while the paste waited has the caret.
  if (hasWaited && (at.from !== selection.from || at.to !== selection.to))
    tr.setSelection(selection.map(tr.doc, tr.mapping))
  if (way === 'drop' && !hasWaited) view.focus()
  view.dispatch(asOwnUndoStep(tr).scrollIntoView().setMeta('uiEvent', way))
  tellLosses(view, [...losses, ...lossesInPlace(placed, inText)], options)
}

/** Returns the blocks that went to that place: of a draft not those that went to the body. */
function insertPieces(
  tr: Transaction,
  state: EditorState,
  { from, to }: { readonly from: number; readonly to: number },
  blocks: readonly SheetNode[],
  { isForDesk }: ClipboardGuard,
): readonly SheetNode[] {
  const lines = isSuggesting(state) ? undefined : insertDraft(tr, from, to, blocks, isForDesk)
  if (lines) return lines
  insertBlocks(tr, from, to, blocks, tr.docChanged ? undefined : shownStretch(state, from, to))
  return blocks
}

/**
 * A cut keeps tags that are nowhere else in the sheet. A rest left behind, and every copy, gets new tags. So does a
 * second paste while the words are anywhere in the sheet, even without their tag. Words pasted where they were are no
 * copy.
 */
function insertClip(
  tr: Transaction,
  state: EditorState,
  at: { readonly from: number; readonly to: number },
  clip: Clip,
  guard: ClipboardGuard,
): readonly SheetNode[] {
  const context = storyContextOf(state)
  const moved = clip.cut && clip.storyId === context.storyId
  // Text proposed for deletion counts as moved when it is pasted.
  const present = isSuggesting(state) ? livingFacts(tr.doc) : factsInDoc(tr.doc)
  const commented = commentsInDoc(tr.doc)
  const isSpent = (id: string): boolean => clip.pasted === true && standsIn(tr.doc, wordsOf(id, clip.blocks))
  const [only, ...others] = clip.blocks
  const mayReturn = at === state.selection && clip.storyId === context.storyId && !isSuggesting(state)
  const returned =
    only && others.length === 0 && mayReturn
      ? factsReturned(state, textOf(only, { from: 0, to: only.content.size }))
      : new Set<string>()
  const { blocks, records } = withFreshTags(
    inSchema(state.schema, clip.blocks),
    clip.facts,
    context,
    (id) => returned.has(id) || (moved && !present.has(id) && !isSpent(id)),
    (id) => moved && !commented.has(id),
  )
  const inLine = insertPieces(tr, state, at, blocks, guard)
  if (records.length > 0) withFactRecords(tr, records)
  return inLine
}

/** The words of a fact, block by block. */
function wordsOf(fact: string, blocks: readonly SheetNode[]): readonly string[] {
  const words: string[] = []
  for (const block of blocks) {
    let here = ''
    block.descendants((node) => {
      if (node.isText && factIdsOf(node).includes(fact)) here += node.text ?? ''
    })
    if (here !== '') words.push(here)
  }
  return words
}

function standsIn(doc: SheetNode, words: readonly string[]): boolean {
  const text = doc.textBetween(0, doc.content.size, '\n', '\n')
  return words.some((piece) => text.includes(piece))
}

function dragOut(view: EditorView, data: DataTransfer, guard: ClipboardGuard): boolean {
  if (view.state.selection.empty) return false
  const leaks = putWords(data, wordsSelected(view.state, guard), guard)
  if (leaks.length > 0) {
    // A drag without data does not start. This one has only a name, so that the words can be moved in the sheet.
    data.setData(CLIP_TYPE, '')
    guard.refuseDrag(leaks)
  }
  data.effectAllowed = view.editable ? 'copyMove' : 'copy'
  return true
}

/** A drag inside the sheet moves; with the copy key it copies. */
function dropOwn(view: EditorView, position: number, copies: boolean, options: ClipboardOptions): void {
  const { state } = view
  const { tr } = state
  const { from, to } = state.selection
  if (!copies && position >= from && position <= to) return
  const inText = state.doc.resolve(position).parent
  const clip = clipOf(state, !copies)
  if (!copies) deleteKeepingParts(tr, from, to)
  const at = tr.mapping.map(position)
  const placed = insertClip(tr, state, { from: at, to: at }, clip, options.guard)
  view.focus()
  view.dispatch(asOwnUndoStep(tr).scrollIntoView().setMeta('uiEvent', 'drop'))
  tellLosses(view, [...lossesOfClip(clip, clip.storyId), ...lossesInPlace(placed, inText)], options)
}
