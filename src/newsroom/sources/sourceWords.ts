import { newsroomText } from '../../catalogue/rooms/newsroom'
import { contactParts, MOST_CONTACT_PARTS } from '../../projection/scan/seek/contactParts'
import {
  listedSources,
  LONGEST_CONTACT,
  LONGEST_NAME,
  pseudonymAt,
  pseudonyms,
  type Source,
  type SourceWords,
} from '../../story/desk/source'
import { NewsroomError } from '../../story/requests/requests'

export const given = <T extends object>(words: T): Partial<T> =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Partial<T>

/** A name without white space around. Throws a usage error if nothing is left. */
export function readName(name: string): string {
  if (name.trim() === '') throw new NewsroomError('usage', newsroomText('sourceWords.nameMissing'))
  return name.trim()
}

/** As pseudonyms are written and shown, in any width and case, and with any space. */
const PSEUDONYM = /^(?:source|출처)[\s\p{Cf}]+[a-z]{1,3}$/iu

/** Nobody else may be called what protected sources are called. */
export function refusePseudonym(name: string): void {
  if (PSEUDONYM.test(name.normalize('NFKC')))
    throw new NewsroomError('usage', newsroomText('sourceWords.pseudonym', { name }))
}

const TEXTS = ['wording', 'description', 'contact', 'pooler', 'poolNumber'] as const

function refuseEndless({ name, aliases, contact = '' }: SourceWords): void {
  if ([name, ...aliases].some((text) => text.length > LONGEST_NAME))
    throw new NewsroomError('usage', newsroomText('sourceWords.nameTooLong', { most: LONGEST_NAME }))
  refuseLongContact(contact)
}

/** Throws a usage error for a contact that exports cannot be searched for. */
export function refuseLongContact(contact: string): void {
  if (contact.length > LONGEST_CONTACT)
    throw new NewsroomError('usage', newsroomText('sourceWords.contactTooLong', { most: LONGEST_CONTACT }))
  if (contactParts(contact) > MOST_CONTACT_PARTS)
    throw new NewsroomError('usage', newsroomText('sourceWords.contactParts', { most: MOST_CONTACT_PARTS }))
}

/** Trims texts and removes empty ones. Throws a usage error for names and contacts that are too long. */
export function tidied<S extends SourceWords>(source: S): S {
  refuseEndless(source)
  const next: Record<string, unknown> = {
    ...(source as object),
    aliases: [...new Set(source.aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''))],
  }
  for (const field of TEXTS) {
    const text = source[field]?.trim()
    if (text === undefined || text === '') delete next[field]
    else next[field] = text
  }
  if (!source.derivedFrom?.length) delete next['derivedFrom']
  if (source.officialRecord !== true) delete next['officialRecord']
  return next as unknown as S
}

/** Names of the fields in which two states of a source differ. Absent and undefined are equal. */
export function changedFields(before: Source, after: Source): readonly string[] {
  const fields: readonly (keyof SourceWords)[] = [
    'name',
    'kind',
    'groundRules',
    'wording',
    'description',
    'protected',
    'aliases',
    'contact',
    'pooler',
    'poolNumber',
    'derivedFrom',
    'officialRecord',
  ]
  return fields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
}

/** Throws a usage error if another source has exactly this name. */
export function refuseTakenName(sources: readonly Source[], source: Source): void {
  const same = listedSources(sources).find((other) => other.id !== source.id && other.name === source.name)
  if (same) throw new NewsroomError('usage', newsroomText('sourceWords.nameTaken', { name: source.name }))
}

/** Throws a usage error if the source is derived from itself, or from an id that is not in the book. */
export function refuseUnknownOrigins(sources: readonly Source[], { id, derivedFrom = [] }: Source): void {
  for (const origin of derivedFrom) {
    if (origin === id) throw new NewsroomError('usage', newsroomText('sourceWords.restsOnItself'))
    if (!listedSources(sources).some((other) => other.id === origin))
      throw new NewsroomError('usage', newsroomText('sourceWords.unknownOrigin', { origin }))
  }
}

/** A pseudonym that no source has or had. */
export function freePseudonym(sources: readonly Source[]): string {
  const taken = new Set([...pseudonyms(sources).values(), ...sources.flatMap(({ pseudonym }) => pseudonym ?? [])])
  let index = 0
  while (taken.has(pseudonymAt(index))) index++
  return pseudonymAt(index)
}
