/** Undoes a merge as one act: its words go, and nothing that it brought gives trust any more. */
import * as Y from 'yjs'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { changeComment, deleteComment } from '../../document/comments'
import { loadDoc } from '../../document/createStoryDoc'
import { setField } from '../../document/editStory'
import { guardDocument } from '../../document/guardDocument'
import { editAs } from '../../document/merge/editAs'
import { readComments, readDeletedComment } from '../../document/reading/readComments'
import { readCopy, readFields } from '../../document/reading/readStory'
import { restoreCopy } from '../../document/restoreCopy'
import type { CommentThread } from '../../story/copy/comment'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { fieldText, FIELD_NAMES, leaves, type FieldName, type Fields } from '../../story/ledger/fields'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import { mergeToUndo, type UndoableMerge } from '../../story/merge/mergeToUndo'
import { NewsroomError } from '../../story/requests/requests'
import { maskEvent } from '../ledger/maskEvent'
import { lookAtFiles } from '../reading/capturedFiles'
import type { MergeToWrite } from '../replica/storyMerging'
import type { OpenStory } from '../replica/openStory'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { refuseLooserEmbargo } from '../stories/embargoRight'
import { refuseNaming } from '../stories/create/nameAuthors'

export const undoMerge: Action<'story.undoMerge'> = async (room, by, { story: id, bundle }) => {
  const story = await room.storyNow(id)
  story.guard.refuseWhenGuarded()
  story.guard.refuseUndoWithoutPen(by)
  const merge = undoable(room, story, bundle)
  const before = await room.snapshots.read(id, merge.version)
  const then = loadDoc([before.state])
  const unknown = guardDocument(then)
  if (unknown) throw new NewsroomError('failed', newsroomText('undoMerge.unreadable', { why: unknown.why }))
  let keptFields: readonly FieldName[] = []
  let words = 0
  await story.merging.merge(by, () => {
    story.guard.refuseUndoWithoutPen(by)
    if (undoable(room, story, bundle).hash !== merge.hash)
      throw new NewsroomError('refused', newsroomText('undoMerge.changed'))
    const made = undoing(room, by, story, { merge, then, fields: before.view.fields })
    ;[keptFields, words] = [made.keptFields, made.words]
    return made.write
  })
  await lookAtFiles(room.store, story)
  await story.observe(by)
  await story.saving.settle()
  return { from: merge.from, tray: words, keptFields, facts: story.summary().facts }
}

/** The merge that is the latest change of the story, of this bundle if one is named. Throws a refusal without one. */
function undoable(room: Newsroom, story: OpenStory, bundle: string | undefined): UndoableMerge {
  const merge = mergeToUndo(story.entries, story.value().copy)
  // What another library merged left its snapshot there: the entry's `version` is a number of that library.
  const isAsked = bundle === undefined || merge?.bundle === bundle
  if (merge && isAsked && room.ring.history.keys.get(merge.signer ?? '')?.elsewhere !== true) return merge
  if (merge && !isAsked) {
    const wasMerged = story.entries.some((entry) => entry.kind === 'merged' && entry.bundle === bundle)
    throw new NewsroomError('refused', newsroomText(wasMerged ? 'undoMerge.later' : 'undoMerge.otherBundle'))
  }
  const isUndone = story.entries.some(({ kind }) => kind === 'mergeUndone')
  throw new NewsroomError('refused', newsroomText(isUndone ? 'undoMerge.noneMore' : 'undoMerge.none'))
}

interface Before {
  readonly merge: UndoableMerge
  /** The document and the fields before the merge. */
  readonly then: Y.Doc
  readonly fields: Fields
}

function undoing(room: Newsroom, by: string, story: OpenStory, { merge, then, fields }: Before) {
  const { state, lines } = story.merging.place
  const doc = loadDoc([state])
  const right = rightFields(room, by, readFields(doc), fields)
  const letGo = mustFixLetGo(then, doc)
  const client = story.merging.newClient()
  const tray = editAs(doc, { client, by, now: room.clock.now() }, () => {
    restoreCopy(doc, then)
    for (const { field, to } of right.set) setField(doc, field, to)
    for (const { was, is, isDeleted } of letGo) {
      if (isDeleted) deleteComment(doc, was.id, { at: '' })
      changeComment(doc, was.id, {
        ...(is.mustFix ? {} : { mustFix: true, by: was.mustFixBy ?? was.by }),
        ...(is.resolved ? { resolved: null } : {}),
      })
    }
  })
  const backInCopy = new Set(
    readCopy(doc).flatMap(({ spans }) => spans.flatMap((span) => (span.mark === 'fact' ? [span.id] : []))),
  )
  const events: readonly LedgerEvent[] = [
    { kind: 'mergeUndone', merge: merge.hash, tray, client },
    ...right.set.map(({ field, from, to }): LedgerEvent => ({
      kind: 'fieldSet',
      field,
      from: fieldText(from),
      to: fieldText(to),
      ...(leaves(field) ? { leaves: true as const } : {}),
    })),
    ...letGo.flatMap(({ was, is, isDeleted }): readonly LedgerEvent[] => {
      const marked = { kind: 'commentMarked', comment: was.id, text: is.text } as const
      return [
        ...(is.mustFix ? [] : [{ ...marked, says: 'mustFix' } as const]),
        ...(is.resolved || isDeleted ? [{ ...marked, says: 'reopened' } as const] : []),
      ]
    }),
    ...[...backInCopy].flatMap((fact): readonly LedgerEvent[] => {
      const untagged = story.ledger.facts.get(fact)?.untagged
      return untagged ? [{ kind: 'retagged', fact, words: untagged.words }] : []
    }),
  ]
  const terms = protectedTerms(story.sources().values())
  const own: LedgerEntry[] = []
  for (const event of events) own.push(story.merging.signAfter(by, maskEvent(event, terms), own))
  const left = new Set(story.apart.map(({ hash }) => hash))
  const write: MergeToWrite = {
    update: Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(state)),
    entries: own,
    snapshots: [],
    counted: [...lines.filter(({ hash }) => !left.has(hash)), ...own],
    apart: story.apart,
  }
  return { write, keptFields: right.kept, words: tray.length }
}

interface LetGo {
  readonly was: CommentThread
  readonly is: CommentThread
  readonly isDeleted: boolean
}

/** What had to be fixed before the merge, and has not now. It must be fixed again. */
function mustFixLetGo(then: Y.Doc, now: Y.Doc): readonly LetGo[] {
  const threads = new Map(readComments(now).map((thread) => [thread.id, thread]))
  return readComments(then).flatMap((was) => {
    const isDeleted = !threads.has(was.id)
    const is = threads.get(was.id) ?? readDeletedComment(now, was.id)
    return was.mustFix && !was.resolved && is && (!is.mustFix || is.resolved || isDeleted)
      ? [{ was, is, isDeleted }]
      : []
  })
}

/** Assignments stay. */
const STAY: ReadonlySet<FieldName> = new Set<FieldName>(['assignee'])

/** The fields that get their earlier value, and those that stay because `by` may not set them so. */
function rightFields(room: Newsroom, by: string, now: Fields, before: Fields) {
  const set: { readonly field: FieldName; readonly from: Fields[FieldName]; readonly to: Fields[FieldName] }[] = []
  const kept: FieldName[] = []
  for (const field of FIELD_NAMES) {
    const [from, to] = [now[field], before[field]]
    if (STAY.has(field) || fieldText(from) === fieldText(to)) continue
    if (mayGoBack(room, by, { field, now, before })) set.push({ field, from, to })
    else kept.push(field)
  }
  return { set, kept }
}

function mayGoBack(
  room: Newsroom,
  by: string,
  { field, now, before }: { readonly field: FieldName; readonly now: Fields; readonly before: Fields },
): boolean {
  // Only legal completes a read. A merge is undone only back to “required”.
  if (field === 'needsLegal') return before.needsLegal === 'required'
  try {
    if (field === 'embargo') refuseLooserEmbargo(room, by, now.embargo, before.embargo)
    if (field === 'author' || field === 'byline') refuseNaming(room, by, now, { ...now, [field]: before[field] })
    return true
  } catch (error) {
    if (error instanceof NewsroomError) return false
    throw error
  }
}
