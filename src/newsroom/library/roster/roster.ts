import { newsroomText } from '../../../catalogue/rooms/newsroom'
import type { LibraryFacts } from '../../../storage/disk/storyStore'
import { NewsroomError, type RequestOf } from '../../../story/requests/requests'
import type { LibraryEvent } from '../../../story/ledger/events/libraryEvent'
import type { Action } from '../../state/action'
import { hasActingEditor, hasEditorHere, roleOf, type Person } from '../../../story/desk/roster'
import { changedDefaults, tidyDefaults, type StoryDefaults } from '../../../story/desk/storyDefaults'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { sameName } from '../../../story/text/words/personName'
import { defined } from '../../../story/text/defined'
import { refuseWhoLeft } from '../../people/whoLeft'
import { STET } from '../../../story/text/stet'

/** Adds a name to the roster, or changes the role of a person. */
export const addPerson: Action<'roster.add'> = (room, by, person) =>
  room.changeDesk(by, (facts) => {
    const { roster, events } = joinRoster(facts, by, person)
    return { facts: roster === facts.roster ? facts : { ...facts, roster }, answer: { roster }, events }
  })

export interface Joined {
  readonly roster: readonly Person[]
  readonly events: readonly LibraryEvent[]
}

/** The roster with a person, and what is noted. Throws a refusal. */
export function joinRoster(facts: LibraryFacts, by: string, { name, role }: RequestOf<'roster.add'>): Joined {
  const given = name.trim()
  const isEmpty = bare(given) === ''
  if (isEmpty || sameName(given, STET))
    throw new NewsroomError(
      'usage',
      isEmpty ? newsroomText('roster.nameMissing') : newsroomText('roster.nameOfApp', { stet: STET }),
    )
  const known = facts.roster.find((person) => person.name === given)
  const alike = known ?? facts.roster.find((person) => sameName(bare(person.name), bare(given)))
  if (alike && !known) throw new NewsroomError('refused', newsroomText('roster.onRoster', { name: alike.name }))
  refuseWhoLeft(facts.roster, given)
  if (known && (role === undefined || known.role === role)) return { roster: facts.roster, events: [] }
  // Everybody joins by themselves. Other names and all roles are an editor's; the first person is the editor.
  const isFirst = facts.roster.length === 0
  if (!isFirst && (role !== undefined || given !== by)) {
    const why = whyNotMay('changeRoster', by, { desk: facts })
    if (why !== undefined) throw new NewsroomError('refused', why)
  }
  const namesOther = role !== undefined && given !== by
  const { people, events } = namesOther ? withOwnRole(facts.roster, by) : { people: facts.roster, events: [] }
  const now = isFirst ? 'editor' : role
  const person: Person = now === undefined ? { name: given } : { ...known, name: given, role: now }
  const roster = known ? people.map((other) => (other === known ? person : other)) : [...people, person]
  if (!hasEditorHere(roster)) throw new NewsroomError('refused', newsroomText('roster.lastEditor', { name: given }))
  refuseWithoutEditor(facts.roster, roster, given)
  const event: LibraryEvent = known
    ? { kind: 'roleChanged', person: given, from: known.role ?? '', to: role ?? '' }
    : { kind: 'personAdded', person: given, role: person.role ?? '' }
  return { roster, events: [...events, event] }
}

/** Throws a refusal when `after` has no editor any more who can act: `person` was the last one. */
export function refuseWithoutEditor(before: readonly Person[], after: readonly Person[], person: string): void {
  if (hasActingEditor(before) && !hasActingEditor(after))
    throw new NewsroomError('refused', newsroomText('pins.lastEditor', { person }))
}

/**
 * The roster with the role of who names others. In a library of an earlier build the first person is the editor without
 * a role, and would be none any more when somebody else is named editor.
 */
function withOwnRole(
  roster: readonly Person[],
  by: string,
): Pick<Joined, 'events'> & { readonly people: readonly Person[] } {
  const isUnsaid = ({ name, role }: Person): boolean => name === by && role === undefined
  if (!roster.some(isUnsaid) || roleOf(by, roster) !== 'editor') return { people: roster, events: [] }
  return {
    people: roster.map((one) => (isUnsaid(one) ? { ...one, role: 'editor' } : one)),
    events: [{ kind: 'roleChanged', person: by, from: '', to: 'editor' }],
  }
}

/** Without marks: “Kim Min.” is no second person. Invisible characters make no name. */
const bare = (name: string): string =>
  name
    .replace(UNSEEN, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** Letters by their class that nobody sees. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu

export const listRoster: Action<'roster.list'> = (room) => Promise.resolve(room.library.roster)

/** What new stories begin with. */
export const showDefaults: Action<'library.defaults'> = (room) => Promise.resolve(room.library.settings.defaults ?? {})

/** Switches the one-person desk, with name and time, and sets the space that snapshots may take. */
export const setLibrary: Action<'library.settings'> = (room, by, asked) =>
  room.changeDesk(by, (facts) => {
    const before = facts.settings
    if (Object.values(asked).every((value) => value === undefined)) return { facts, answer: before }
    const why = whyNotMay('changeSettings', by, { desk: facts })
    if (why !== undefined) throw new NewsroomError('refused', why)
    const { deskOfOne, historyLimit } = asked
    const switched =
      deskOfOne === undefined || deskOfOne === before.deskOfOne
        ? {}
        : { deskOfOne, changes: [...(before.changes ?? []), { at: room.clock.now(), by, deskOfOne }] }
    const limited = historyLimit === undefined || historyLimit === before.historyLimit ? {} : { historyLimit }
    const defaults =
      asked.defaults && withKnownZone(withLanguageTag(tidyDefaults({ ...before.defaults, ...defined(asked.defaults) })))
    const fields = defaults ? changedDefaults(before.defaults ?? {}, defaults) : []
    const begun = defaults && fields.length > 0 ? { defaults } : {}
    const changes = { ...switched, ...limited, ...begun }
    if (Object.keys(changes).length === 0) return { facts, answer: before }
    const settings = { ...before, ...changes }
    return {
      facts: { ...facts, settings },
      answer: settings,
      events: [
        ...('deskOfOne' in switched ? [{ kind: 'deskOfOne' as const, on: settings.deskOfOne }] : []),
        ...(fields.length > 0 ? [{ kind: 'defaultsSet' as const, fields }] : []),
      ],
    }
  })

/** Throws a usage error for what is no language tag (BCP 47). */
function withLanguageTag(defaults: StoryDefaults): StoryDefaults {
  const { language } = defaults
  if (language === undefined) return defaults
  try {
    return { ...defaults, language: Intl.getCanonicalLocales(language)[0] ?? language }
  } catch {
    throw new NewsroomError('usage', newsroomText('settings.language', { language }))
  }
}

/** Throws a usage error for what is no IANA time zone. */
function withKnownZone(defaults: StoryDefaults): StoryDefaults {
  const { zone } = defaults
  if (zone === undefined) return defaults
  try {
    return { ...defaults, zone: new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone }
  } catch {
    throw new NewsroomError('usage', newsroomText('settings.zone', { zone }))
  }
}
