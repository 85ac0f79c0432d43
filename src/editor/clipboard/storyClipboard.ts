/**
 * Copy, cut, paste and drag. Other programs get publishable text only, without ids or desk matter. The sheet gets its
 * own content back by a token: the first paste of a cut keeps its tags in the same story, everything else is a copy.
 */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { readTag } from '../../document/readStory'
import { projectSlice } from '../../projection/print/projectSlice'
import { FACTS_MAP } from '../../story/copy/documentSchema'
import type { FactTag } from '../../story/ledger/fact'
import { commentsInDoc, factIdsOf, factsInDoc } from '../facts/factRanges'
import { deleteKeepingParts } from '../copy/deleteKeepingParts'
import { livingFacts } from '../suggesting/keptFacts'
import { isSuggesting } from '../suggesting/suggestingMode'
import { shownStretch } from '../suggesting/shownBlock'
import { contextOf } from '../copy/storyContext'
import { asOwnUndoStep, withFactRecords } from '../copy/factRecords'
import { CLIP_TYPE, type Clip, type ClipMemory } from './clip'
import { withFreshTags } from './freshTags'
import { insertBlocks } from './insertBlocks'
import { insertDraft } from './insertDraft'
import { parseOutsideHtml, parseOutsideText } from './parseOutside'
import { blocksBetween, copyOfBlocks, inSchema, settledBlocks } from './pieces'

export function storyClipboard(memory: ClipMemory, onPictures?: (files: readonly File[]) => void): Plugin {
  /** The selection of this sheet is being dragged. */
  let dragging = false
  return new Plugin({
    key: new PluginKey('storyClipboard'),
    props: {
      handleDOMEvents: {
        copy: (view, event) => copyOut(view, event, memory, false),
        cut: (view, event) => copyOut(view, event, memory, view.editable),
        paste(view, event) {
          event.preventDefault()
          if (view.editable && event.clipboardData && !takePictures(view, event.clipboardData, onPictures))
            pasteIn(view, event.clipboardData, memory)
          return true
        },
        dragstart(view, event) {
          dragging = event.dataTransfer !== null && dragOut(view, event.dataTransfer)
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
            dropIn(view, at.pos, event.dataTransfer, own, event.ctrlKey || event.altKey)
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
  if (!onPictures || pictures.length === 0 || blocksFromOutside(view.state, data).length > 0) return false
  if (at !== undefined) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))))
  onPictures(pictures)
  return true
}

function clipOf(state: EditorState, cut: boolean): Clip {
  const { from, to } = state.selection
  const { doc, storyId } = contextOf(state)
  const blocks = settledBlocks(blocksBetween(state.doc, from, to))
  const facts = new Map<string, FactTag>()
  for (const id of factsOfBlocks(blocks)) {
    const tag = readTag(id, doc.getMap(FACTS_MAP).get(id))
    if (tag) facts.set(id, tag)
  }
  return { storyId, blocks, cut, facts }
}

function factsOfBlocks(blocks: readonly SheetNode[]): Set<string> {
  const ids = new Set<string>()
  for (const block of blocks) block.descendants((child) => factIdsOf(child).forEach((id) => ids.add(id)))
  return ids
}

function putWords(data: DataTransfer, state: EditorState): void {
  const { from, to } = state.selection
  const { html, text } = projectSlice(copyOfBlocks(state.schema, blocksBetween(state.doc, from, to)))
  data.clearData()
  data.setData('text/html', html)
  data.setData('text/plain', text)
}

function copyOut(view: EditorView, event: ClipboardEvent, memory: ClipMemory, cut: boolean): boolean {
  event.preventDefault()
  const { state } = view
  if (state.selection.empty || !event.clipboardData) return true
  const clip = clipOf(state, cut)
  putWords(event.clipboardData, state)
  const token = contextOf(state).newId()
  event.clipboardData.setData(CLIP_TYPE, token)
  memory.put(token, clip)
  if (cut) {
    const { tr } = state
    const at = deleteKeepingParts(tr, state.selection.from, state.selection.to)
    tr.setSelection(TextSelection.near(tr.doc.resolve(at)))
    view.dispatch(asOwnUndoStep(tr).scrollIntoView().setMeta('uiEvent', 'cut'))
  }
  return true
}

function pasteIn(view: EditorView, data: DataTransfer, memory: ClipMemory): void {
  const { state } = view
  const { tr } = state
  const clip = memory.take(data.getData(CLIP_TYPE))
  const blocks = clip ? undefined : blocksFromOutside(state, data)
  if (blocks?.length === 0) return
  if (clip) insertClip(tr, state, state.selection, clip)
  else insertPieces(tr, state, state.selection, blocks ?? [])
  view.dispatch(asOwnUndoStep(tr).scrollIntoView().setMeta('uiEvent', 'paste'))
}

function insertPieces(
  tr: Transaction,
  state: EditorState,
  { from, to }: { readonly from: number; readonly to: number },
  blocks: readonly SheetNode[],
): void {
  if (!isSuggesting(state) && insertDraft(tr, from, to, blocks)) return
  insertBlocks(tr, from, to, blocks, tr.docChanged ? undefined : shownStretch(state, from, to))
}

function blocksFromOutside(state: EditorState, data: DataTransfer): SheetNode[] {
  const html = data.getData('text/html')
  const blocks = html === '' ? [] : parseOutsideHtml(state.schema, html)
  return blocks.length > 0 ? blocks : parseOutsideText(state.schema, data.getData('text/plain'))
}

/** A cut keeps tags that are nowhere else in the sheet. A rest left behind, and every copy, gets new tags. */
function insertClip(
  tr: Transaction,
  state: EditorState,
  at: { readonly from: number; readonly to: number },
  clip: Clip,
): void {
  const context = contextOf(state)
  const moved = clip.cut && clip.storyId === context.storyId
  // Text proposed for deletion counts as moved when it is pasted.
  const present = isSuggesting(state) ? livingFacts(tr.doc) : factsInDoc(tr.doc)
  const commented = commentsInDoc(tr.doc)
  const { blocks, records } = withFreshTags(
    inSchema(state.schema, clip.blocks),
    clip.facts,
    context,
    (id) => moved && !present.has(id),
    (id) => moved && !commented.has(id),
  )
  insertPieces(tr, state, at, blocks)
  if (records.length > 0) withFactRecords(tr, records)
}

function dragOut(view: EditorView, data: DataTransfer): boolean {
  if (view.state.selection.empty) return false
  putWords(data, view.state)
  data.effectAllowed = view.editable ? 'copyMove' : 'copy'
  return true
}

/** A drag inside the sheet moves; with the copy key it copies. */
function dropIn(view: EditorView, position: number, data: DataTransfer, own: boolean, copies: boolean): void {
  const { state } = view
  const { tr } = state
  if (!own) {
    const blocks = blocksFromOutside(state, data)
    if (blocks.length === 0) return
    insertPieces(tr, state, { from: position, to: position }, blocks)
  } else if (copies) insertClip(tr, state, { from: position, to: position }, clipOf(state, false))
  else {
    const { from, to } = state.selection
    if (position >= from && position <= to) return
    deleteKeepingParts(tr, from, to)
    const at = tr.mapping.map(position)
    insertClip(tr, state, { from: at, to: at }, clipOf(state, true))
  }
  view.focus()
  view.dispatch(asOwnUndoStep(tr).scrollIntoView().setMeta('uiEvent', 'drop'))
}
