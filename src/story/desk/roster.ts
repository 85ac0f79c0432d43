/** The people of a library and its settings. */
import type { StoryDefaults } from './storyDefaults'
import { deskText } from '../../catalogue/story/desk'
import { isSamplePerson } from './samplePeople'
import type { ExportProfile } from './exportProfile'

export const ROLES = ['reporter', 'editor', 'checker', 'producer', 'legal'] as const
export type Role = (typeof ROLES)[number]

/** The word for a role in a sentence. Anything else as it is, such as a role of a newer Stet. */
export const roleWords = (role: string): string => (isRole(role) ? deskText(`role.${role}`) : role)
export const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value)

export interface Person {
  readonly name: string
  readonly role?: Role
  /** The person acts only with a PIN. The stored PIN stays in the process that owns the library. */
  readonly pin?: true
  /** The person has left the desk: what they signed counts as before, and they cannot act. */
  readonly left?: true
}

/** The people who have not left: who can act, and whom lists offer. */
export const peopleHere = (roster: readonly Person[]): readonly Person[] => roster.filter(({ left }) => !left)

/** Whether this name of the roster has left. */
export const hasLeft = (name: string, roster: readonly Person[]): boolean =>
  roster.some((one) => one.name === name && one.left)

/**
 * The role that counts. A person without a role is a reporter. Where nobody but a sample person is an editor, the first
 * person of the library is the editor; with the first PIN the roster says so, and nobody is one by default. Undefined:
 * not on the roster.
 */
export function roleOf(name: string, roster: readonly Person[]): Role | undefined {
  const person = roster.find((one) => one.name === name)
  if (!person) return undefined
  const isEditor = (one: Person): boolean => one.role === 'editor' && !isSamplePerson(one.name)
  if (person === roster[0] && !hasPins(roster) && !roster.some(isEditor)) return 'editor'
  return person.role ?? 'reporter'
}

/** Whether the roster has an editor who has not left and is no sample person. */
export const hasEditorHere = (roster: readonly Person[]): boolean =>
  peopleHere(roster).some(({ name }) => roleOf(name, roster) === 'editor' && !isSamplePerson(name))

/** Whether somebody can act as editor: from the first PIN on only with one. Without, no one could ever name another. */
export const hasActingEditor = (roster: readonly Person[]): boolean =>
  hasPins(roster)
    ? peopleHere(roster).some(({ name, role, pin }) => role === 'editor' && pin === true && !isSamplePerson(name))
    : hasEditorHere(roster)

/** Whether anybody of the library has a PIN. From then on nobody signs or moves a story without one. */
export const hasPins = (roster: readonly Person[]): boolean => roster.some(({ pin }) => pin === true)

export interface LibrarySettings {
  /** Lifts the two-person rules. Signatures read "self-checked". */
  readonly deskOfOne: boolean
  /** Who switched it, when (ISO 8601 instant) and to what; oldest first. Absent: never. */
  readonly changes?: readonly SettingChange[]
  /** Bytes of snapshots per story. Beyond them autosaved ones are deleted. Absent: HISTORY_LIMIT. */
  readonly historyLimit?: number
  /** Presets for exports, by name. Absent: none was saved. */
  readonly profiles?: readonly ExportProfile[]
  /** What new stories begin with. Absent: nothing was set. */
  readonly defaults?: StoryDefaults
}

/** 64 MB: months of daily work on a long story. */
export const HISTORY_LIMIT = 64_000_000

export interface SettingChange {
  readonly at: string
  readonly by: string
  readonly deskOfOne: boolean
}
