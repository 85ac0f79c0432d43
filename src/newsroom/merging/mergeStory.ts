/** Merges stories that come from another machine: first what would come, then the act. */
import { storedText } from '../../story/history/storedText'
import * as Y from 'yjs'
import { mergeText } from '../../catalogue/merging/merge'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { BundleError } from '../../exchange/bundle/bundleError'
import { readBundle } from '../../exchange/bundle/readBundle'
import type { OpenBundle, StoryBundle } from '../../exchange/bundle/storyBundle'
import type { Assessment } from '../../story/assessment/assessment'
import { openLosses } from '../../story/assessment/lostTrust'
import { hashCopy } from '../../story/ledger/hash'
import { isFileLoss } from '../../story/ledger/loss'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import { undoingsOf } from '../../story/ledger/order/undoneMerges'
import { penOfAnother } from '../../story/ledger/writers/pen'
import { defined } from '../../story/text/defined'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import type { MergeReport, MergeSender } from '../../story/requests/exchange/mergeRequests'
import { NewsroomError } from '../../story/requests/requests'
import { checkSignature } from '../../storage/disk/crypto/ed25519'
import { decodeInWorker } from '../../storage/story/updates/decodeInWorker'
import type { StorySnapshot } from '../../storage/disk/storyStore'
import { maskEvent } from '../ledger/maskEvent'
import { headsOf } from '../ledger/signEntry'
import { readCard } from '../people/deviceCardText'
import { filesOf, lookAtFiles } from '../reading/capturedFiles'
import type { OpenStory } from '../replica/openStory'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { noteFoundWriters } from '../replica/askDocument'
import { bringFiles, evidenceFilesIn, newSnapshots } from './broughtParts'
import { bringSources, broughtSources } from './broughtSources'
import { bringsAnything, emptyReport, hereBefore, reportOf } from './mergeReport'
import { openSealed, type OpenedBundle } from './openSealed'
import { NOWHERE, planMerge, type MergePlan, type PlanTools } from './planMerge'
import { senderOf, wordOf } from './sender'
import { withoutUnprotected } from './withoutUnprotected'
import { STET } from '../../story/text/stet'

export const previewMerge: Action<'story.previewMerge'> = (room, by, { name, bytes }) =>
  withBundle(bytes, name, async ({ stories, isNewer }) => {
    const reports: MergeReport[] = []
    for (const bundle of stories) reports.push((await look(room, by, bundle, isNewer)).report)
    return { stories: reports }
  })

export const mergeBundle: Action<'story.merge'> = (room, by, { name, bytes, only }) =>
  withBundle(bytes, name, async ({ stories, isNewer }) => {
    const reports: MergeReport[] = []
    for (const bundle of stories)
      if (only === undefined || only.includes(bundle.story.id)) reports.push(await mergeOne(room, by, bundle, isNewer))
    return { stories: reports }
  })

async function withBundle<T>(bytes: Uint8Array, name: string, use: (bundle: OpenBundle) => Promise<T>): Promise<T> {
  let bundle: OpenBundle | undefined
  try {
    bundle = await readBundle(bytes, name, {
      check: checkSignature,
      readCard: (text) => readCard(text, checkSignature),
    })
    return await use(bundle)
  } catch (error) {
    // No rule refuses a file that is something else: it failed, as an import of it does.
    if (error instanceof BundleError) throw new NewsroomError(error.isBundle ? 'refused' : 'failed', error.message)
    throw error
  } finally {
    await bundle?.close()
  }
}

interface Looked {
  readonly report: MergeReport
  readonly sender: MergeSender
  /** Absent: nothing may be taken in. */
  readonly plan?: MergePlan
  readonly story?: OpenStory | undefined
  readonly before?: PlanTools['before']
  readonly snapshots: readonly StorySnapshot[]
  /** The bundle with what was sealed in it for the person. */
  readonly bundle: StoryBundle
  /** There is something new among what was sealed. */
  readonly reveals: boolean
  /** How many sealed snapshots and files stay out, by the source book at the time of the call. */
  readonly left: () => Promise<number>
}

/** What the bundle would bring to the story as it is now. */
async function look(room: Newsroom, by: string, closed: StoryBundle, isNewer: boolean): Promise<Looked> {
  const sender = senderOf(closed, room.ring.history, room.library.roster)
  const opened: OpenedBundle = isNewer ? { bundle: closed } : await openSealed(room, by, closed, sender)
  const { bundle: open, sealed, secret, refused: broken } = opened
  const refused = (why: string): Looked => ({
    report: { ...emptyReport(closed, sender), outcome: 'refused', refused: why },
    sender,
    snapshots: [],
    bundle: closed,
    reveals: false,
    left: () => Promise.resolve(0),
  })
  if (isNewer) return refused(mergeText('bundle.newer'))
  if (broken !== undefined) return refused(broken)
  const { id, guid } = closed.story
  const isHere = await room.hasStory(id)
  if (!isHere) {
    const why = room.unknownStory(id)
    if (why.reason !== 'usage') return refused(why.message)
  }
  const story = isHere ? await room.storyNow(id) : undefined
  if (story && story.guid !== guid) return refused(mergeText('bundle.otherGuid', { id }))
  if (story?.guarded) return refused(story.guarded.why)
  const [loss] = story ? openLosses(story.value()).filter((one) => !isFileLoss(one)) : []
  if (loss) return refused(mergeText('bundle.losses', { detail: loss.detail }))
  const kept = [...open.snapshots, ...(secret?.snapshots ?? [])]
  const decoded = await decodeInWorker([open.document, ...kept.map(({ state }) => state)])
  if (!decoded.ok) return refused(mergeText('bundle.undecodable', { why: decoded.why }))
  const here: StorySnapshot[] = []
  for (const { n, trouble } of story ? await room.snapshots.list(id) : [])
    if (trouble === undefined) here.push(await room.snapshots.read(id, n))
  if (!newSnapshots({ snapshots: kept }, here)) return refused(mergeText('bundle.version'))
  const place = story?.merging.place ?? NOWHERE
  const before = story && (await beforeUndone(room, story))
  const plan = planMerge(place, open, { ...toolsFor(room, by, open, sender, story), ...defined({ before }) })
  if ('refused' in plan) return refused(plan.refused)
  const sources = broughtSources(room, open.sources)
  const { bundle, left } = await withoutUnprotected(room, open, secret, sources.sources)
  const snapshots = newSnapshots(bundle, here) ?? []
  const sealedSnapshots = newSnapshots({ snapshots: bundle.snapshots.slice(closed.snapshots.length) }, here)
  const reveals = (sealedSnapshots ?? []).length > 0
  const report = await reportOf(room, {
    bundle,
    sender,
    plan,
    before: story && { state: place.state, facts: story.assessments(), files: hereBefore(story.value()) },
    versions: snapshots.length,
    sources,
    sealed: sealed && { ...sealed, ...(left > 0 ? { left } : {}) },
    reveals,
  })
  const leftNow = async () => (await withoutUnprotected(room, open, secret, room.library.sources)).left
  return { report, sender, plan, story, snapshots, bundle, reveals, left: leftNow, ...defined({ before }) }
}

function toolsFor(room: Newsroom, by: string, bundle: StoryBundle, sender: MergeSender, story: OpenStory | undefined) {
  const [first] = bundle.entries
  const began = typeof first?.['at'] === 'string' ? first['at'] : bundle.manifest.made
  return {
    history: room.ring.history,
    sender: wordOf(sender, room.ring.history, by),
    client: story?.merging.newClient() ?? room.ids.client(() => false),
    now: room.clock.now(),
    created: story?.created ?? began,
    by,
  }
}

/** The document before each merge of this library that was undone. */
async function beforeUndone(room: Newsroom, story: OpenStory): Promise<NonNullable<PlanTools['before']>> {
  const found = new Map<string, Uint8Array>()
  for (const { merge } of undoingsOf(story.entries, apartOf(story.apart)))
    // `version` numbers a snapshot of the library that wrote the entry.
    if (merge.version !== undefined && room.ring.history.keys.get(merge.signer ?? '')?.elsewhere !== true)
      found.set(merge.hash, (await room.snapshots.read(story.id, merge.version)).state)
  return found
}

async function mergeOne(room: Newsroom, by: string, closed: StoryBundle, isNewer: boolean): Promise<MergeReport> {
  const looked = await look(room, by, closed, isNewer)
  const { report, sender, plan, story, snapshots, bundle, reveals, before } = looked
  if (!plan || report.outcome === 'nothing' || report.outcome === 'refused') return report
  await bringSources(room, by, bundle.sources)
  // Somebody may have destroyed an identity since the look.
  if ((await looked.left()) !== (report.sealed?.left ?? 0))
    throw new NewsroomError('refused', newsroomText('merge.refused', { why: mergeText('sealed.changed') }))
  await bringFiles(room, bundle, new Set([...filesOf(plan.story).keys(), ...evidenceFilesIn(bundle)]))
  const event = (taken: number): MergedEvent => ({
    kind: 'merged',
    bundle: bundle.hash,
    from: sender.person,
    device: sender.device,
    entries: taken,
  })
  const elsewhere: readonly LedgerEvent[] =
    report.missingFiles.length > 0 ? [{ kind: 'filesElsewhere', files: report.missingFiles }] : []
  if (!story) {
    const made = await bringStory(room, by, {
      bundle,
      plan,
      snapshots,
      events: [...elsewhere, event(plan.take.length)],
    })
    await after(room, made, [])
    return report
  }
  if (!bringsAnything(plan) && !reveals) {
    await lookAtFiles(room.store, story)
    return report
  }
  const were = story.assessments()
  const undoable = await mergeInto(room, by, story, { bundle, sender, snapshots, elsewhere, event, reveals, before })
  await after(room, story, were)
  return { ...report, undoable, ...(undoable ? defined({ undoneBy: penOfAnother(story.ledger, by) }) : {}) }
}

type MergedEvent = Extract<LedgerEvent, { kind: 'merged' }>

interface Into {
  readonly bundle: StoryBundle
  readonly sender: MergeSender
  readonly snapshots: readonly StorySnapshot[]
  readonly elsewhere: readonly LedgerEvent[]
  readonly event: (taken: number) => MergedEvent
  readonly before: PlanTools['before']
  readonly reveals: boolean
}

/**
 * The story may have changed since the look: all is planned again, in the moment in which nothing else changes it.
 * Resolves with whether an entry of the merge was written.
 */
function mergeInto(room: Newsroom, by: string, story: OpenStory, into: Into): Promise<boolean> {
  const { bundle, sender, snapshots, elsewhere, event, reveals, before } = into
  return room.snapshots.reserve(story.id, async (first) =>
    story.merging.merge(by, () => {
      const place = story.merging.place
      const plan = planMerge(place, bundle, { ...toolsFor(room, by, bundle, sender, story), ...defined({ before }) })
      if ('refused' in plan) throw new NewsroomError('refused', newsroomText('merge.refused', { why: plan.refused }))
      if (!bringsAnything(plan) && !reveals) return undefined
      const { take, verified, document, events, again } = plan
      // The words come again as an edit of the person who opens the bundle.
      if (again.length > 0) story.guard.refuseWithoutPen(by)
      const version = first + snapshots.length
      const merged: LedgerEvent = {
        ...event(take.length),
        here: headsOf(place.lines).map(({ hash }) => hash),
        version,
        copy: hashCopy(plan.story.copy),
        ...(again.length > 0 ? { again, client: plan.client } : {}),
      }
      const own: LedgerEntry[] = []
      const terms = protectedTerms(story.sources().values())
      for (const one of [...elsewhere, ...events.map((made) => maskEvent(made, terms)), merged])
        own.push(story.merging.signAfter(by, one, [...take, ...own]))
      const why = storedText('stored.beforeMerge', { from: sender.person })
      const kept: StorySnapshot = {
        ...{ n: version, at: room.clock.now(), by, kind: 'restore', why },
        ...{ state: place.state, view: story.view() },
      }
      return {
        update: document.update,
        entries: [...take, ...own],
        snapshots: [...snapshots.map((one, at) => ({ ...one, n: first + at })), kept],
        counted: [...verified.counted, ...own],
        apart: verified.apart,
      }
    }),
  )
}

interface New {
  readonly bundle: StoryBundle
  readonly plan: MergePlan
  readonly snapshots: readonly StorySnapshot[]
  readonly events: readonly LedgerEvent[]
}

function bringStory(room: Newsroom, by: string, { bundle, plan, snapshots, events }: New): Promise<OpenStory> {
  const { id, guid } = bundle.story
  const { take, verified, document, story } = plan
  return room.bringStory(
    by,
    { id, guid, created: story.created },
    {
      state: Y.encodeStateAsUpdate(document.doc),
      lines: take,
      ...verified,
      events,
      snapshots,
    },
  )
}

/** Notes what the merge made of the facts, and looks at the files. */
async function after(room: Newsroom, story: OpenStory, were: readonly Assessment[]): Promise<void> {
  await lookAtFiles(room.store, story)
  await story.observe(STET)
  await noteFoundWriters(story, were, room.ring.history)
  await story.saving.settle()
}
