import { storedText } from '../../story/history/storedText'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { loadDoc } from '../../document/createStoryDoc'
import { dropOverrides } from '../../document/dropOverrides'
import { guardDocument } from '../../document/guardDocument'
import { restoreCopy } from '../../document/restoreCopy'
import { compareVersions } from '../../review/compareVersions'
import { HISTORY_LIMIT } from '../../story/desk/roster'
import { NewsroomError, type AnswerOf } from '../../story/requests/requests'
import { FIELD_NAMES, LEAVING_FIELDS, type FieldName } from '../../story/ledger/fields'
import { isLooser } from '../../story/text/looserEmbargo'
import type { StorySnapshot } from '../../storage/disk/storyStore'
import { cleanEntering } from '../../story/text/words/strayCharacters'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { keepSnapshot } from '../replica/snapshots/keepSnapshot'
import type { OpenStory } from '../replica/openStory'
import { snapshotLineOf } from '../ledger/snapshotBook'
import { refuseLooserEmbargo } from './embargoRight'
import { setField } from './setField'
import { defined } from '../../story/text/defined'

/** The timeline of a story, newest first. */
export const listSnapshots: Action<'version.list'> = async (room, _by, { story }) => {
  await room.story(story)
  const snapshots = await room.snapshots.list(story)
  return {
    versions: [...snapshots].reverse(),
    bytes: snapshots.reduce((sum, { bytes }) => sum + bytes, 0),
    limit: room.library.settings.historyLimit ?? HISTORY_LIMIT,
  }
}

/** A snapshot as people read it then. */
export const showSnapshot: Action<'version.show'> = async (room, _by, { story, n }) => {
  await room.story(story)
  return (await room.snapshots.read(story, n)).view
}

export const keepNamedSnapshot: Action<'version.keep'> = async (room, by, { story: id, name }) => {
  const given = name.trim()
  if (given === '') throw new NewsroomError('usage', newsroomText('snapshots.nameMissing'))
  const story = await room.storyNow(id)
  story.guard.refuseWhenGuarded()
  return snapshotLineOf(
    await keepSnapshot(room, story, by, { kind: 'named', why: storedText('stored.byHand'), name: given }),
  )
}

/** Compares two snapshots, or one with the copy as it is now. */
export const compare: Action<'version.compare'> = async (room, _by, { story: id, from, to }) => {
  const story = await room.storyNow(id)
  const before = (await room.snapshots.read(id, from)).view
  return compareVersions(before, to === undefined ? story.view() : (await room.snapshots.read(id, to)).view)
}

/** Fields about the work on a story, and about legal review. They are not restored. */
const STAY: ReadonlySet<FieldName> = new Set<FieldName>(['needsLegal', 'author', 'assignee'])

/** How often a restore keeps the copy again because somebody types in it. */
const TRIES = 5

/**
 * Keeps the story before snapshot `n` is restored. Words that somebody types while the snapshot is written are in the
 * next one: when this resolves, the copy is as it was kept. Rejects if the typing does not stop.
 */
async function keepAsItIs(room: Newsroom, story: OpenStory, by: string, n: number): Promise<StorySnapshot> {
  for (let tried = 0; tried < TRIES; tried++) {
    const kept = await keepSnapshot(room, story, by, {
      kind: 'restore',
      why: storedText('stored.beforeRestore', { n }),
    })
    if (Buffer.from(kept.state).equals(story.state())) return kept
  }
  throw new NewsroomError('refused', newsroomText('snapshots.beingTyped', { n }))
}

/**
 * Keeps the copy as a snapshot first, then restores the words of a snapshot in one edit of `by`. Facts keep their ids
 * and history. A verdict holds again where its words and sentence are back. Tags set since stay. Direction overrides
 * and control characters do not come back. With `leaving`, a stricter embargo stays, and so does a field that `by` may
 * not set.
 */
export const restoreSnapshot: Action<'version.restore'> = async (room, by, { story: id, n, fields = false, mark }) => {
  const story = await room.storyNow(id)
  story.guard.refuseWhenGuarded()
  story.guard.refuseWithoutPen(by)
  const snapshot = await room.snapshots.read(id, n)
  if (fields === true) refuseLooserEmbargo(room, by, story.value().fields.embargo, snapshot.view.fields.embargo)
  const then = loadDoc([snapshot.state])
  const unknown = guardDocument(then)
  if (unknown) throw new NewsroomError('failed', newsroomText('snapshots.cannotRestore', { n, why: unknown.why }))
  let leftOut = dropOverrides(then)
  const kept = await keepAsItIs(room, story, by, n)
  const { saved } = story.edit(by, (doc) => restoreCopy(doc, then), defined({ origin: mark }))
  const backInCopy = story
    .value()
    .copy.flatMap(({ spans }) => spans.flatMap((span) => (span.mark === 'fact' ? [span.id] : [])))
  const retagged = [...new Set(backInCopy)].flatMap((fact) => {
    const untagged = story.ledger.facts.get(fact)?.untagged
    return untagged ? [{ kind: 'retagged' as const, fact, words: untagged.words }] : []
  })
  const { written } = story.note(
    by,
    {
      kind: 'versionRestored',
      version: n,
      versionAt: snapshot.at,
      ...defined({ name: snapshot.name }),
    },
    ...retagged,
  )
  await Promise.all([saved, written, story.observe()])
  const set: FieldName[] = []
  const stayed: FieldName[] = []
  const wanted = fields === 'leaving' ? LEAVING_FIELDS : fields ? FIELD_NAMES : []
  for (const field of wanted.filter((name) => !STAY.has(name))) {
    const { value, count } = cleanEntering(snapshot.view.fields[field])
    leftOut += count
    if (JSON.stringify(story.value().fields[field]) === JSON.stringify(value)) continue
    if (fields === 'leaving' && field === 'embargo' && isLooser(story.value().fields.embargo.trim(), String(value))) {
      stayed.push(field)
      continue
    }
    try {
      await setField(room, by, { story: id, field, value: value as never })
      set.push(field)
    } catch (thrown) {
      const isRefused = thrown instanceof NewsroomError && thrown.reason === 'refused'
      if (fields !== 'leaving' || !isRefused) throw thrown
      stayed.push(field)
    }
  }
  return {
    kept: kept.n,
    facts: story.summary().facts,
    fields: set,
    ...(stayed.length > 0 ? { stayed } : {}),
    ...(leftOut > 0 ? { leftOut } : {}),
  } satisfies AnswerOf<'version.restore'>
}
