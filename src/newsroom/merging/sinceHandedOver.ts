/** What came back with a story since it was handed over, and how one of these things is put back. */
import type * as Y from 'yjs'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { loadDoc } from '../../document/createStoryDoc'
import { blockNamed, cameBack, placeOfGone } from '../../document/merge/cameBack'
import { replaceText } from '../../document/editStory'
import { narrowReplacement } from '../../document/suggestions/narrowReplacement'
import { blockElements } from '../../document/reading/readStory'
import { readTray } from '../../document/rescueWords'
import { restoreBlockOf } from '../../document/restoreCopy'
import { suggestReplacement } from '../../document/suggestions/suggestReplacement'
import type { StorySnapshot } from '../../storage/disk/storyStore'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import { hashText } from '../../story/ledger/hash'
import { failedExports } from '../../story/ledger/leaving/failedExports'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import { NewsroomError } from '../../story/requests/requests'
import type { SinceItem } from '../../story/requests/exchange/sinceRequests'
import { canonicalJson } from '../../story/text/canonicalJson'
import { defined } from '../../story/text/defined'
import { hashesUpTo } from '../../story/trust/signing'
import { newSuggestionId } from '../facts/suggestions/suggestionId'
import type { OpenStory } from '../replica/openStory'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { putBack } from '../stories/tray'

export const sinceHandedOver: Action<'story.sinceHandedOver'> = async (room, by, { story: id }) => {
  const story = await room.storyNow(id)
  const back = await backOf(room, story)
  if (!back) return { items: [] }
  const { left, merge } = back
  return { handedOver: { at: left.at, by: left.by, from: merge.from }, items: itemsOf(story, back, by) }
}

type Left = Extract<LedgerEntry, { kind: 'exported' }>
type Merge = Extract<LedgerEntry, { kind: 'merged' }>

interface Back {
  readonly left: Left
  readonly merge: Merge
  /** The story when it was handed over. */
  readonly shared: StorySnapshot
  /** The document here before the merge. */
  readonly here: Y.Doc
  readonly since: readonly LedgerEntry[]
}

/** The last time that this library handed the story over and it came back. A merge that was undone does not count. */
async function backOf(room: Newsroom, story: OpenStory): Promise<Back | undefined> {
  // `version` numbers a snapshot of the library that wrote the entry.
  const isOwn = ({ signer = '' }: LedgerEntry): boolean => room.ring.history.keys.get(signer)?.elsewhere !== true
  const { entries } = story
  // Also if it was taken in again: then that merge brought it.
  const undone = new Set(entries.flatMap((entry) => (entry.kind === 'mergeUndone' ? [entry.merge] : [])))
  const failed = failedExports(entries, apartOf(story.apart))
  const merges = entries.flatMap((one) =>
    one.kind === 'merged' && one.version !== undefined && isOwn(one) && !undone.has(one.hash) ? [one] : [],
  )
  const last = merges.at(-1)
  const left = entries.findLast(
    (one): one is Left =>
      one.kind === 'exported' &&
      one.format === 'bundle' &&
      one.version !== undefined &&
      isOwn(one) &&
      !failed.has(one.seq) &&
      last !== undefined &&
      one.seq < last.seq,
  )
  const merge = left && merges.find(({ seq }) => seq > left.seq)
  if (!left?.version || !merge?.version) return undefined
  const known = hashesUpTo(entries, left.hash)
  const [shared, before] = [
    await room.snapshots.read(story.id, left.version),
    await room.snapshots.read(story.id, merge.version),
  ]
  return { left, merge, shared, here: loadDoc([before.state]), since: entries.filter(({ hash }) => !known.has(hash)) }
}

type Told = SinceItem extends infer Item ? (Item extends SinceItem ? Omit<Item, 'key'> : never) : never

function itemsOf(story: OpenStory, back: Back, me: string): readonly SinceItem[] {
  const { merge, here } = back
  const again = merge.client === undefined ? undefined : { client: merge.client, from: merge.from }
  const shared = loadDoc([back.shared.state])
  const words = cameBack({ shared, here, now: story.doc, ...defined({ again }) }, me).map((one) => ({
    kind: 'words' as const,
    ...one,
  }))
  const twice = words.filter((one) => one.kind === 'words' && one.twice !== undefined)
  const told: readonly Told[] = [
    ...twice,
    ...words.filter((one) => !twice.includes(one)),
    ...factsOf(story, back, me),
    ...movesOf(back, me),
    ...droppedOf(story, back),
  ]
  return told.map((one) => ({ ...one, key: keyOf(one) }) as SinceItem)
}

/** Another place in the copy is no news, nor is what this person goes on to write there. */
function keyOf(item: Told): string {
  const same = item.kind === 'words' ? [item.block, item.mark] : item
  return hashText(canonicalJson(same)).slice(0, 16)
}

function factsOf(story: OpenStory, { shared, since }: Back, me: string): readonly Told[] {
  const before = new Map(shared.view.facts.map(({ id, status }) => [id, status]))
  const acts = new Map<string, LedgerEntry[]>()
  for (const entry of since)
    if (entry.kind === 'signed' || entry.kind === 'withdrawn' || entry.kind === 'untagged' || entry.kind === 'answered')
      acts.set(entry.fact, [...(acts.get(entry.fact) ?? []), entry])
  return story.assessments().flatMap(({ id, words, status, reasons }): readonly Told[] => {
    const from = before.get(id)
    const [own, last] = [acts.get(id) ?? [], acts.get(id)?.at(-1)]
    const by = [...new Set(own.map((entry) => entry.by))].filter((name) => name !== me).sort()
    if (last?.by === me || (from === status && by.length === 0)) return []
    return [{ kind: 'fact', fact: id, words, ...defined({ from }), to: status, reasons, by }]
  })
}

const movesOf = ({ since }: Back, me: string): readonly Told[] =>
  since.flatMap((entry): readonly Told[] =>
    entry.kind === 'moved' && !entry.automatic && entry.by !== me
      ? [{ kind: 'move', from: entry.from, to: entry.to, by: [entry.by], ...defined({ reason: entry.reason }) }]
      : [],
  )

function droppedOf(story: OpenStory, { here }: Back): readonly Told[] {
  const known = new Map(readTray(here).map(({ ref, text }) => [ref, text]))
  const { settledInTray } = story
  return readTray(story.doc).flatMap(({ ref, text, by }): readonly Told[] =>
    settledInTray.has(ref) || known.get(ref) === text ? [] : [{ kind: 'dropped', ref, text, by }],
  )
}

export const putBackSince: Action<'story.putBackSince'> = async (room, by, request) => {
  const { story: id, item: key, there = false, suggest = false, mark } = request
  const story = await room.storyNow(id)
  story.guard.refuseWhenGuarded()
  const back = await backOf(room, story)
  const item = back && itemsOf(story, back, by).find((one) => one.key === key)
  if (!item) throw new NewsroomError('refused', newsroomText('since.gone'))
  if (item.kind === 'dropped') return putBack(room, by, { story: id, ref: item.ref, ...defined({ mark }) })
  if (item.kind !== 'words') throw new NewsroomError('usage', newsroomText('since.noWords'))
  if (!suggest) story.guard.refuseWithoutPen(by)
  if (there && !item.twice) throw new NewsroomError('usage', newsroomText('since.notTwice'))
  const origin = defined({ origin: mark })
  const { saved } =
    suggest || there
      ? story.edit(by, replacing(room, story, by, { item, there, suggest }), origin)
      : story.edit(by, (doc) => putWordsBack(doc, back.here, item), origin)
  await Promise.all([saved, story.observe()])
  return {}
}

type Words = Extract<SinceItem, { kind: 'words' }>

function putWordsBack(doc: Y.Doc, here: Y.Doc, { block, before, after }: Words): void {
  const [stands, stood] = [blockNamed(doc, block), blockNamed(here, block)]
  const isNested = (stands ?? stood)?.cell !== undefined
  if (stands && stood) return restoreBlockOf(doc, stands.element, here, stood.element)
  // Rows and columns of a table come back with the table only.
  if (isNested) throw new NewsroomError('refused', newsroomText('since.cell', { words: before || after }))
  const copy = doc.getXmlFragment(COPY_FRAGMENT)
  if (stands) copy.delete(copy.toArray().indexOf(stands.element), 1)
  else if (stood) restoreBlockOf(doc, placeOfGone(here, doc, block), here, stood.element)
}

/** Replaces the words of a block that stands, or suggests that. */
function replacing(
  room: Newsroom,
  story: OpenStory,
  by: string,
  { item, there, suggest }: { readonly item: Words; readonly there: boolean; readonly suggest: boolean },
): (doc: Y.Doc) => void {
  const stands = blockNamed(story.doc, item.block)
  const words = there ? (item.twice?.there ?? '') : item.before
  // There are no words to make a suggestion on.
  if (!stands || words.includes('\n')) throw new NewsroomError('refused', newsroomText('since.noSuggestion'))
  const block = blockElements(story.doc).indexOf(stands.element)
  const { copy } = story.value()
  const whole = { block, from: 0, to: copy[block]?.text.length ?? 0 }
  const { range, text } = narrowReplacement(copy, whole, words)
  if (!suggest) return (doc) => replaceText(doc, range, text)
  const record = { id: newSuggestionId(room, story), by, at: room.clock.now() }
  return (doc) => suggestReplacement(doc, record, range, text)
}
