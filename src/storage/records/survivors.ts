/**
 * What is still known of a small file whose present generation is lost: from older generations, from damaged copies,
 * and from the library's ledger. It names people and protects sources. It grants nothing: every doubt is decided for
 * the stricter side, and nothing counts before an editor accepts the loss.
 */
import { createHash, randomBytes } from 'node:crypto'
import { contactNotes, joinedContacts } from '../../story/desk/contact'
import type { StoredPin } from '../../story/desk/pin'
import { isRole, type Person } from '../../story/desk/roster'
import type { DeskWord } from '../../story/desk/deskWords'
import type { Source } from '../../story/desk/source'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { isWellFormed } from '../../story/ledger/shapes/entryShape'
import { defined } from '../../story/text/defined'
import type { LibraryRecord, RosterRecord, SourcesRecord, WordsRecord } from './shapes'
import type { RecordReading } from './twinRecord'

/**
 * Everybody whom any copy or the ledger names, with the roles that the ledger last gave. A PIN is the one that the most
 * trusted copy has. Where the ledger knows of a PIN that no copy has, nobody can act under that name until an editor
 * removes the PIN.
 */
export function survivingRoster(
  { survivors }: RecordReading<RosterRecord>,
  ledger: readonly LedgerEntry[],
): RosterRecord {
  const people = new Map<string, Person>()
  const pins = new Map<string, StoredPin>()
  for (const copy of survivors) {
    for (const person of copy.people) if (!people.has(person.name)) people.set(person.name, person)
    for (const pin of copy.pins ?? []) if (!pins.has(pin.person)) pins.set(pin.person, pin)
  }
  const hasPin = new Set(pins.keys())
  // By any copy or by the last word of the ledger.
  const gone = new Set(survivors.flatMap((copy) => copy.people.flatMap(({ name, left }) => (left ? [name] : []))))
  for (const entry of ledger.filter(isWellFormed)) {
    if (entry.kind === 'personAdded')
      people.set(entry.person, { ...people.get(entry.person), ...named(entry.person, entry.role) })
    else if (entry.kind === 'sealed') {
      for (const [name, role] of Object.entries(entry.people)) people.set(name, named(name, role))
      for (const person of entry.pins ?? []) hasPin.add(person)
    } else if (entry.kind === 'keyAdded') {
      if (entry.grade === 'pin') hasPin.add(entry.person)
    } else if (entry.kind === 'roleChanged') people.set(entry.person, named(entry.person, entry.to))
    else if (entry.kind === 'personLeft') gone.add(entry.person)
    else if (entry.kind === 'personReturned') gone.delete(entry.person)
    else if (entry.kind === 'pinSet') {
      hasPin.add(entry.person)
      // The copies may be older than this PIN, and an old PIN must not open anything.
      if (entry.changed) pins.delete(entry.person)
    } else if (entry.kind === 'pinRemoved') hasPin.delete(entry.person)
  }
  const kept = [...hasPin].map((person) => pins.get(person) ?? lockedPin(person))
  const known = [...people.values()].map(({ left: _said, ...person }): Person =>
    gone.has(person.name) ? { ...person, left: true } : person,
  )
  return { people: known, ...(kept.length === 0 ? {} : { pins: kept }) }
}

const named = (name: string, role: string): Person => (isRole(role) ? { name, role } : { name })

/** A PIN that no digits fit. */
const lockedPin = (person: string): StoredPin => ({
  person,
  algorithm: 'scrypt',
  n: 65_536,
  r: 8,
  p: 1,
  salt: randomBytes(16).toString('hex'),
  hash: randomBytes(32).toString('hex'),
})

/** Every source that any copy names, under every name that any copy has; protected if anything says so. */
export function survivingSources(
  { survivors, fragments }: RecordReading<SourcesRecord>,
  ledger: readonly LedgerEntry[],
): SourcesRecord {
  const sources = new Map<string, Source>()
  for (const copy of survivors)
    for (const read of copy.sources) {
      const source = complete(read)
      const known = sources.get(source.id)
      sources.set(source.id, known ? both(known, source) : source)
    }
  for (const entry of ledger) {
    if (entry.kind !== 'sourceAdded' && entry.kind !== 'sourceChanged') continue
    const known = sources.get(entry.source)
    if (known && entry.protected === true) sources.set(known.id, { ...known, protected: true })
  }
  const names = new Set(
    [...sources.values()].flatMap(({ name, aliases, contact = '' }) => [
      name,
      ...aliases,
      contact,
      ...contactNotes(contact),
    ]),
  )
  const more = fragments.flatMap(namesIn).filter((name) => !names.has(name))
  return { sources: [...sources.values(), ...[...new Set(more)].map(namelessSource)] }
}

/** A damaged copy may lack a field. A source that does not say whether it is protected is. */
export function complete(source: Source): Source {
  const { aliases, protected: isProtected } = source as Partial<Source>
  return {
    ...source,
    aliases: Array.isArray(aliases) ? aliases.filter((alias: unknown) => typeof alias === 'string') : [],
    protected: isProtected !== false,
    groundRulesVersion: Number.isSafeInteger(source.groundRulesVersion) ? source.groundRulesVersion : 1,
  }
}

function both(known: Source, other: Source): Source {
  const names = new Set([...known.aliases, ...other.aliases, ...(other.name === known.name ? [] : [other.name])])
  const contact = joinedContacts(known.contact ?? '', other.contact ?? '')
  return {
    ...known,
    aliases: [...names],
    protected: known.protected || other.protected,
    // Two copies disagree: no sign-off relied on this version.
    groundRulesVersion: Math.max(known.groundRulesVersion, other.groundRulesVersion),
    ...defined({ contact: contact === '' ? undefined : contact }),
  }
}

const TEXT = /"(?:name|contact)":\s*("(?:[^"\\]|\\.)*")/g
const ALIASES = /"aliases":\s*\[((?:[^\]"]|"(?:[^"\\]|\\.)*")*)/g
const QUOTED = /"(?:[^"\\]|\\.)*"/g

/** Names, contacts and aliases in the text of a damaged source book. */
function namesIn(text: string): readonly string[] {
  const quoted = [
    ...[...text.matchAll(TEXT)].map(([, value = '']) => value),
    ...[...text.matchAll(ALIASES)].flatMap(([, list = '']) => list.match(QUOTED) ?? []),
  ]
  return quoted.flatMap((json) => {
    try {
      const value: unknown = JSON.parse(json)
      return typeof value === 'string' && value.trim() !== '' ? [value] : []
    } catch (error) {
      // The damage lies in this name.
      if (error instanceof SyntaxError) return []
      throw error
    }
  })
}

/** A name of which nothing else is known. It stays protected until a person says otherwise. */
const namelessSource = (name: string): Source => ({
  id: `rescued-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`,
  name,
  kind: 'person',
  groundRules: 'offTheRecord',
  groundRulesVersion: 1,
  protected: true,
  aliases: [],
})

/**
 * Every word that any copy or the ledger knows: a word more finds more. Names that need no check are left out: nobody
 * knows whether the lost file had them. What an editor removed does not come back (signedWords.ts).
 */
export function survivingWords({ survivors }: RecordReading<WordsRecord>, ledger: readonly LedgerEntry[]): WordsRecord {
  const words = new Map<string, DeskWord>()
  for (const entry of ledger.filter(isWellFormed)) {
    if (entry.kind !== 'wordAdded') continue
    const { word: id, list, words: phrase, language, source, by, at } = entry
    words.set(id, { id, list, words: phrase, ...defined({ language }), source, by, at })
  }
  for (const copy of survivors) for (const word of copy.words) words.set(word.id, word)
  return { words: [...words.values()].filter(({ list }) => list !== 'name') }
}

/** The id of a library that lost it. */
export const standInId = (place: string): string => createHash('sha256').update(place).digest('hex').slice(0, 20)

/** The settings that any copy has; the one-person desk is off. `id`: for a library of which no copy says it. */
export function survivingLibrary({ survivors: [first] }: RecordReading<LibraryRecord>, id: string): LibraryRecord {
  const { deskOfOne: _off, ...settings } = first?.settings ?? { deskOfOne: false }
  return {
    id: first?.id ?? id,
    created: first?.created ?? '',
    settings: { ...settings, deskOfOne: false },
    ...defined({ libraryKey: first?.libraryKey }),
  }
}
