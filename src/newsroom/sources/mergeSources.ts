import { joinedContacts } from '../../story/desk/contact'
import { soughtOf, withSought } from '../../projection/scan/seek/soughtOf'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { isObservation, type Source } from '../../story/desk/source'
import { NewsroomError } from '../../story/requests/requests'
import { findSource, sourceOf } from './findSource'
import { freePseudonym, refuseLongContact, tidied } from './sourceWords'
import type { Action } from '../state/action'

/**
 * Merges two sources: facts that rest on `source` then rest on `into`, and its names become aliases. What exports were
 * scanned for stays.
 */
export const mergeSources: Action<'source.merge'> = async (room, by, { source, into: other }) => {
  const from = findSource(room, source)
  const kept = findSource(room, other)
  const [{ id }, { id: into }] = [from, kept]
  if (id === into) throw new NewsroomError('usage', newsroomText('mergeSources.withItself'))
  if (from.destroyed || kept.destroyed) throw new NewsroomError('refused', newsroomText('mergeSources.destroyed'))
  await room.changeDesk(by, (facts) => {
    const [gone, stays] = [sourceOf(facts, id), sourceOf(facts, into)]
    const guarded = gone.protected || stays.protected
    const pseudonym = stays.pseudonym ?? gone.pseudonym
    const aliases = [...new Set([...stays.aliases, gone.name, ...gone.aliases])].filter((name) => name !== stays.name)
    const contact = joinedContacts(stays.contact ?? '', gone.contact ?? '')
    refuseLongContact(contact)
    const origins = [...new Set([...(stays.derivedFrom ?? []), ...(gone.derivedFrom ?? [])])].filter(
      (other) => other !== id && other !== into,
    )
    const { contact: _contact, derivedFrom: _origins, pseudonym: _pseudonym, ...rest } = stays
    const joined: Source = {
      ...rest,
      protected: guarded,
      aliases,
      ...(contact === '' ? {} : { contact }),
      ...(origins.length ? { derivedFrom: origins } : {}),
      ...(guarded ? { pseudonym: pseudonym ?? freePseudonym(facts.sources) } : {}),
    }
    // In another kind of record, or beside another description, less of a name is sought.
    const merged = withSought(joined, [gone, stays].filter((one) => one.protected).flatMap(soughtOf))
    // Keeps only what its sign-offs refer to.
    const sameTerms =
      gone.groundRules === stays.groundRules &&
      (gone.wording ?? '') === (stays.wording ?? '') &&
      (gone.description ?? '') === (stays.description ?? '')
    const stub: Source = {
      id,
      name: id,
      kind: stays.kind,
      groundRules: stays.groundRules,
      protected: false,
      aliases: [],
      mergedInto: into,
      ...(isObservation(gone) ? { observed: true as const } : {}),
      groundRulesVersion: gone.groundRulesVersion + (sameTerms ? 0 : 1),
    }
    const sources = facts.sources.map((source) =>
      source.id === id ? stub : source.id === into ? merged : repointed(source, id, into),
    )
    return { facts: { ...facts, sources }, answer: {}, events: [{ kind: 'sourceMerged', source: id, into }] }
  })
  return {}
}

function repointed(source: Source, from: string, into: string): Source {
  if (!source.derivedFrom?.includes(from)) return source
  const derivedFrom = [...new Set(source.derivedFrom.map((id) => (id === from ? into : id)))].filter(
    (id) => id !== source.id,
  )
  return tidied({ ...source, derivedFrom })
}
