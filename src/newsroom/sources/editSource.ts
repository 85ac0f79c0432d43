import { newsroomText } from '../../catalogue/rooms/newsroom'
import { underNewName, weakensProtection } from '../../projection/scan/seek/soughtOf'
import type { Source, SourceWords } from '../../story/desk/source'
import type { LibraryEvent } from '../../story/ledger/events/libraryEvent'
import { NewsroomError } from '../../story/requests/requests'
import { findSource, sourceOf, withOriginIds } from './findSource'
import { restingFacts, sealedSource } from './listSources'
import { isAuthorEver } from '../../story/assessment/people/authors'
import { whyNotMay } from '../../story/assessment/people/rights'
import { withSpelling } from '../../story/view/commitment'
import { refuseToWeaken } from './refuseToWeaken'
import {
  changedFields,
  freePseudonym,
  given,
  readName,
  refusePseudonym,
  refuseTakenName,
  refuseUnknownOrigins,
  tidied,
} from './sourceWords'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { defined } from '../../story/text/defined'

/**
 * Changes a source. Every fact that rests on it goes to re-check when its name, kind, roots or ground rules change, but
 * for a spelling that an editor logs. Other ground rules, wording or description raise their version, which sends every
 * fact that rests on the source to re-check. A change that weakens protection needs a reason, and a person whose
 * stories do not rest on the source.
 */
export const editSource: Action<'source.edit'> = async (
  room,
  by,
  { source: called, reason, spelling = false, name, ...changes },
) => {
  const standing = findSource(room, called)
  const { id } = standing
  const wanted = {
    ...given(withOriginIds(changes, room.library.sources)),
    ...defined({ name: name === undefined ? undefined : readName(name) }),
  } as Partial<SourceWords>
  if (spelling) await refuseSpelling(room, by, id, reason, wanted)
  // Refuse an invalid record before asking for rights.
  const weakens = weakensProtection(
    standing,
    standing.destroyed ? { ...standing, ...wanted } : tidied({ ...standing, ...wanted }),
  )
  if (weakens) {
    if ((reason?.trim() ?? '') === '') throw new NewsroomError('usage', newsroomText('editSource.reasonMissing'))
    await refuseToWeaken(room, by, id)
  }
  return room.changeDesk(by, (facts) => {
    const before = sourceOf(facts, id)
    if (before.destroyed)
      throw new NewsroomError('refused', newsroomText('editSource.destroyed', { name: before.name }))
    const after = underNewName(before, tidied({ ...before, ...wanted }))
    const had = new Set([before.name, ...before.aliases])
    for (const one of [after.name, ...after.aliases]) if (!had.has(one)) refusePseudonym(one)
    const fields = changedFields(before, after)
    if (fields.length === 0) return { facts, answer: sealedSource(before, facts.sources) }
    const renewed = fields.some((field) => field === 'groundRules' || field === 'wording' || field === 'description')
    const { sameAs: _spellings, ...named } = after
    const source: Source = {
      // Earlier spellings are those of the earlier name only.
      ...(after.name === before.name ? after : named),
      ...(spelling ? { sameAs: withSpelling(before, before.name) } : {}),
      ...(after.protected && after.pseudonym === undefined ? { pseudonym: freePseudonym(facts.sources) } : {}),
    }
    refuseTakenName(facts.sources, source)
    refuseUnknownOrigins(facts.sources, source)
    // Sign-offs on a source that was merged into this one use its version.
    const sources = facts.sources.map((other) => {
      const next = other.id === id ? source : other
      return renewed && (other.id === id || leadsTo(other, id, facts.sources))
        ? { ...next, groundRulesVersion: next.groundRulesVersion + 1 }
        : next
    })
    const event: LibraryEvent = {
      kind: 'sourceChanged',
      source: id,
      fields,
      ...(before.protected === source.protected ? {} : { protected: source.protected }),
      ...(before.groundRules === source.groundRules ? {} : { groundRules: source.groundRules }),
      ...(spelling ? { spelling: true as const } : {}),
      ...(reason?.trim() ? { reason: reason.trim() } : {}),
    }
    return {
      facts: { ...facts, sources },
      answer: sealedSource(sources.find((other) => other.id === id) ?? source, sources),
      events: [event],
    }
  })
}

/**
 * A spelling is logged by an editor, with a reason, for the name alone, and not by a person who tagged a fact that
 * rests on the source, nor by an author of a story in which somebody gave a verdict on such a fact.
 */
async function refuseSpelling(
  room: Newsroom,
  by: string,
  source: string,
  reason: string | undefined,
  wanted: Partial<SourceWords>,
): Promise<void> {
  if (Object.keys(wanted).some((field) => field !== 'name') || wanted.name === undefined)
    throw new NewsroomError('usage', newsroomText('editSource.spellingOfName'))
  if ((reason?.trim() ?? '') === '') throw new NewsroomError('usage', newsroomText('editSource.spellingReason'))
  const why = whyNotMay('saveAsSpelling', by, { desk: room.desk() })
  if (why !== undefined) throw new NewsroomError('refused', why)
  if (room.desk().settings.deskOfOne) return
  for (const { story, fact } of await restingFacts(room, source)) {
    const open = await room.storyNow(story)
    const { record, current } = open.assessment(fact)
    if (record.taggedBy === by) throw new NewsroomError('refused', newsroomText('editSource.spellingByTagger', { by }))
    if (current && isAuthorEver(open.value(), by))
      throw new NewsroomError('refused', newsroomText('editSource.spellingByAuthor', { by }))
  }
}

function leadsTo(source: Source, id: string, sources: readonly Source[]): boolean {
  const seen = new Set<string>()
  for (
    let at: Source | undefined = source;
    at?.mergedInto !== undefined && !seen.has(at.id);
    at = sources.find((other) => other.id === at?.mergedInto)
  ) {
    seen.add(at.id)
    if (at.mergedInto === id) return true
  }
  return false
}
