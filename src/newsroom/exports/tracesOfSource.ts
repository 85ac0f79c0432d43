/** Where the name of a source still is after it was protected. What was written before stays as it is. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { protectedTerms, type ProtectedTerm } from '../../projection/scan/protectedTerms'
import { maskNames } from '../../projection/scan/maskNames'
import { textOfCopy } from '../../projection/scan/layOut'
import { isNameElsewhere, listedSources, type Source } from '../../story/desk/source'
import { documentTexts, stringsOf } from '../../document/reading/documentTexts'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import type { StoryTraces } from '../../story/requests/library/sourceRequests'
import { NewsroomError } from '../../story/requests/requests'
import { failedExports } from '../../story/ledger/leaving/failedExports'
import { hitsIn, leaksOfDocument, leaksOfLedger, snapshotLeaks } from './bundle/leaks'
import { headlineOf } from '../replica/row/storySummary'
import type { OpenStory } from '../replica/openStory'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { findSource } from '../sources/findSource'
import { storiesThatUsed } from '../sources/listSources'
import { sealedStories } from '../sources/storiesThatName'

/**
 * Looks into no story that neither uses the source nor has a protected name now: opening every story takes minutes.
 * Holds one story at a time: a source may be used in thousands.
 */
export const tracesOfSource: Action<'source.traces'> = async (room, _by, { source: called }) => {
  const source = findSource(room, called)
  if (!source.protected) throw new NewsroomError('refused', newsroomText('sourceTraces.onlyProtected'))
  const terms = protectedTerms([source])
  const stories: StoryTraces[] = []
  const unread: string[] = []
  const used = new Set(await storiesThatUsed(room, source.id))
  for (const id of terms.length === 0 ? [] : new Set([...used, ...(await sealedStories(room))])) {
    const traces = await room
      .visit(id, (story) => tracesIn(room, story, { terms, source, uses: used.has(id) }))
      .catch(() => undefined)
    if (!traces) unread.push(id)
    else if (traces.places.length > 0 || traces.left.length > 0) stories.push(traces)
  }
  return {
    stories,
    library: inLibrary(room, terms),
    unread,
    ...(isNameElsewhere(source) ? { elsewhere: true as const } : {}),
  }
}

interface Sought {
  readonly terms: readonly ProtectedTerm[]
  readonly source: Source
  /** A fact of the story rests on it, or did. */
  readonly uses: boolean
}

const names = (texts: readonly string[], terms: readonly ProtectedTerm[]): boolean => hitsIn(texts, terms).length > 0

async function tracesIn(room: Newsroom, story: OpenStory, { terms, source, uses }: Sought): Promise<StoryTraces> {
  const all = protectedTerms(listedSources(room.library.sources))
  const mask = (text: string): string => maskNames(text, all)
  const { leaks } = leaksOfDocument(story.state(), { isConfirmed: () => false }, terms)
  const lines = story.entries.map((entry) => JSON.stringify(entry))
  // An entry may name the source several times.
  const entries = new Set(leaksOfLedger(lines, [], terms).map(({ where }) => where)).size
  const naming = new Set<number>()
  let snapshots = 0
  for (const { n } of await room.snapshots.list(story.id)) {
    // A snapshot that cannot be read may name the source.
    const snapshot = await room.snapshots.read(story.id, n).catch(() => undefined)
    if (snapshot && !snapshotLeaks(snapshot, terms)) continue
    snapshots += 1
    const copy = snapshot && documentTexts(snapshot.state)?.copy
    if (!copy || names([textOfCopy(copy), ...stringsOf(snapshot.view.fields)], terms)) naming.add(n)
  }
  const value = story.value()
  return {
    story: story.id,
    title: mask(headlineOf(value) || value.fields.slug),
    places: [
      ...new Set(leaks.map(({ where }) => where)),
      ...(entries === 0 ? [] : [newsroomText('sourceTraces.entries', { count: entries })]),
      ...(snapshots === 0 ? [] : [newsroomText('sourceTraces.versions', { count: snapshots })]),
    ],
    left: leftWith(story, { naming, openUntil: uses ? protectedAt(room, source) : '' }).map(
      ({ destination, fileName }) => mask(destination ?? fileName),
    ),
  }
}

/**
 * The exports that reached their place and whose words had the name; and bundles and fact sheets from before it was
 * protected (`openUntil`, an instant): these have the names of the sources.
 */
function leftWith(
  { entries, apart }: Pick<OpenStory, 'entries' | 'apart'>,
  { naming, openUntil }: { readonly naming: ReadonlySet<number>; readonly openUntil: string },
) {
  const failed = failedExports(entries, apartOf(apart))
  return entries.flatMap((entry) =>
    entry.kind === 'exported' &&
    !failed.has(entry.seq) &&
    ((entry.version !== undefined && naming.has(entry.version)) ||
      (NAMES_SOURCES.has(entry.format) && entry.at <= openUntil))
      ? [entry]
      : [],
  )
}

const NAMES_SOURCES: ReadonlySet<string> = new Set(['bundle', 'factsheet', 'annotations'])

/** When the source was last protected. '' for one of an older Stet, which did not note it. */
function protectedAt(room: Newsroom, { id }: Source): string {
  const last = room.ledger.entries.findLast(
    (entry) =>
      (entry.kind === 'sourceAdded' || entry.kind === 'sourceChanged') &&
      entry.source === id &&
      entry.protected === true,
  )
  return last?.at ?? ''
}

/** Lists of the library that people write names into, and its history. */
function inLibrary({ library, ledger }: Newsroom, terms: readonly ProtectedTerm[]): readonly string[] {
  const { roster, settings, words = [] } = library
  const lists = {
    roster: roster.map(({ name }) => name),
    defaults: stringsOf(settings.defaults ?? {}),
    profiles: stringsOf(settings.profiles ?? []),
    words: stringsOf(words),
    history: ledger.entries.flatMap(stringsOf),
  }
  return Object.entries(lists).flatMap(([where, texts]) =>
    names([...new Set(texts)], terms) ? [newsroomText('sourceTraces.library', { where })] : [],
  )
}
