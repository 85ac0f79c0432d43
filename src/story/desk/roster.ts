/** Who works in a library. */
import type { ExportProfile } from './exportProfile'

export const ROLES = ['reporter', 'editor', 'checker', 'legal'] as const
export type Role = (typeof ROLES)[number]
export const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value)

export interface Person {
  readonly name: string
  readonly role?: Role
  /** Acts only with a PIN. What is kept of the PIN stays with the process that owns the library. */
  readonly pin?: true
}

export interface LibrarySettings {
  /** Lifts the two-person rules; what it signs reads "self-checked". */
  readonly deskOfOne: boolean
  /** Who switched it, when (ISO 8601 instant), to what; oldest first. Absent: never switched. */
  readonly changes?: readonly SettingChange[]
  /** Bytes of versions per story beyond which autosaved ones go. Absent: HISTORY_LIMIT. */
  readonly historyLimit?: number
  /** Presets for exports, by name. Absent: none was saved. */
  readonly profiles?: readonly ExportProfile[]
}

/** 64 MB: months of daily work on a long story. */
export const HISTORY_LIMIT = 64_000_000

export interface SettingChange {
  readonly at: string
  readonly by: string
  readonly deskOfOne: boolean
}
