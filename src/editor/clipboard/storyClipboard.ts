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
import { commentsInDoc, factIdsOf, factsInDoc, textOf } from '../facts/factRanges'
import { factsReturned } from '../facts/keepTag'
import { deleteKeepingParts } from '../copy/deleteKeepingParts'
import { livingFacts } from '../suggesting/keptFacts'
import { isSuggesting } from '../suggesting/suggestingMode'
import { shownStretch } from '../suggesting/shownBlock'
import { storyContextOf } from '../copy/storyContext'
import { asOwnUndoStep, withFactRecords } from '../copy/factRecords'
import { CLIP_TYPE, type Clip, type ClipMemory } from './clip'
import type { ClipboardGuard } from './clipboardGuard'
import { withFreshTags } from './freshTags'
import { insertBlocks } from './insertBlocks'
import { insertDraft } from './insertDraft'
import { parseOutsideHtml, parseOutsideText } from './parseOutside'
import { lossesInPlace, lossesOfClip, suggestionsOf, TAGS_ELSEWHERE, type PasteLoss } from './pasteLosses'
import { blocksBetween, copyOfBlocks, inSchema, leavingBlocks, numberOfItem, settledBlocks } from './pieces'

export interface ClipboardOptions {
  readonly memory: ClipMemory
  readonly guard: ClipboardGuard
  /** Receives pictures that are pasted or dropped without text. */
  readonly onPictures?: ((files: readonly File[]) => void) | undefined
  /** Called after a paste or drop that could not keep everything. */
  readonly onPasteLosses?: ((losses: readonly PasteLoss[], pasted?: EditorState) => void) | undefined
}

export function storyClipboard(options: ClipboardOptions): Plugin {
  const { guard, onPictures } = options
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
          if (view.editable && event.clipboardData && !takePictures(view, event.clipboardData, onPictures))
            pasteIn(view, event.clipboardData, options)
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
          if (
            view.editable &&
            at &&
            event.dataTransfer &&
            !own &&
            takePictures(view, event.dataTransfer, onPictures, at.pos)
          )
            return true
          if (view.editable && at && event.dataTransfer)
            dropIn(view, at.pos, event.dataTransfer, own, event.ctrlKey || event.altKey, options)
          return true
        },
      },
    },
  })
}

/**
 * Passes on pictures that come without text, as files or from a page. Returns true if there were any. `at`: where the
 * caret goes first.
 */
function takePictures(
  view: EditorView,
  data: DataTransfer,
  onPictures: ((files: readonly File[]) => void) | undefined,
  at?: number,
): boolean {
  const pictures = [...data.files].filter(({ type }) => type.startsWith('image/'))
  if (!onPictures || pictures.length === 0 || readOutside(view.state, data).blocks.length > 0) return false
  if (at !== undefined) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))))
  onPictures(pictures)
  return true
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

function pasteIn(view: EditorView, data: DataTransfer, { memory, guard, onPasteLosses }: ClipboardOptions): void {
  const { state } = view
  const { tr } = state
  const token = data.getData(CLIP_TYPE)
  const clip = memory.take(token)
  const outside = clip ? undefined : readOutside(state, data)
  const losses = clip
    ? lossesOfClip(clip, storyContextOf(state).storyId)
    : [...(outside?.losses ?? []), ...(token === '' ? [] : [TAGS_ELSEWHERE])]
  if (outside?.blocks.length === 0) {
    if (losses.length > 0) onPasteLosses?.(losses)
    return
  }
  const inText = state.selection.$from.parent
  const placed = clip
    ? insertClip(tr, state, state.selection, clip, guard)
    : insertPieces(tr, state, state.selection, outside?.blocks ?? [], guard)
  view.dispatch(asOwnUndoStep(tr).scrollIntoView().setMeta('uiEvent', 'paste'))
  const all = [...losses, ...lossesInPlace(placed, inText)]
  if (all.length > 0) onPasteLosses?.(all, view.state)
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

interface Outside {
  readonly blocks: readonly SheetNode[]
  readonly losses: readonly PasteLoss[]
}

function readOutside(state: EditorState, data: DataTransfer): Outside {
  const html = data.getData('text/html')
  const page: Outside = html === '' ? { blocks: [], losses: [] } : parseOutsideHtml(state.schema, html)
  if (page.blocks.length > 0) return page
  const text = parseOutsideText(state.schema, data.getData('text/plain'))
  // A page of pictures has no words: people are told of them all the same.
  return { blocks: text.blocks, losses: [...page.losses, ...text.losses] }
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
function dropIn(
  view: EditorView,
  position: number,
  data: DataTransfer,
  own: boolean,
  copies: boolean,
  { guard, onPasteLosses }: ClipboardOptions,
): void {
  const { state } = view
  const { tr } = state
  const inText = state.doc.resolve(position).parent
  let lost: readonly PasteLoss[] = []
  const note = (losses: readonly PasteLoss[], placed: readonly SheetNode[]): void => {
    lost = [...losses, ...lossesInPlace(placed, inText)]
  }
  const { from, to } = state.selection
  if (!own) {
    const { blocks, losses } = readOutside(state, data)
    if (blocks.length === 0) {
      if (losses.length > 0) onPasteLosses?.(losses)
      return
    }
    note(losses, insertPieces(tr, state, { from: position, to: position }, blocks, guard))
  } else if (!copies && position >= from && position <= to) return
  else {
    const clip = clipOf(state, !copies)
    if (!copies) deleteKeepingParts(tr, from, to)
    const at = tr.mapping.map(position)
    note(lossesOfClip(clip, clip.storyId), insertClip(tr, state, { from: at, to: at }, clip, guard))
  }
  view.focus()
  view.dispatch(asOwnUndoStep(tr).scrollIntoView().setMeta('uiEvent', 'drop'))
  if (lost.length > 0) onPasteLosses?.(lost, view.state)
}
