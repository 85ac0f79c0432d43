/** The shapes of a library's JSON files, and the checks of what was read. */
import { isRecord } from '../../story/text/isRecord'
import type { KeysRecord } from '../../story/trust/keys/storedKey'
import { WORD_LISTS, type DeskWords, type WordList } from '../../story/desk/deskWords'
import type { StoredPin } from '../../story/desk/pin'
import type { LibrarySettings, Person } from '../../story/desk/roster'
import type { Source } from '../../story/desk/source'
import type { StoryHeader, StoryFile, StorySnapshot } from '../disk/storyStore'

/** `library.json`: its presence tells a library from an empty folder and from an unplugged drive. */
export interface LibraryRecord {
  readonly id: string
  readonly created: string
  readonly settings: LibrarySettings
  /** Id of the library's own key. Absent: the library is from before keys. */
  readonly libraryKey?: string
}
export interface RosterRecord {
  readonly people: readonly Person[]
  /** Absent when nobody has a PIN. Not part of `people`, so that no list of people carries the hashes. */
  readonly pins?: readonly StoredPin[]
}
export interface SourcesRecord {
  readonly sources: readonly Source[]
}
export interface WordsRecord {
  readonly words: DeskWords
}
export interface StoryRecord {
  readonly header: StoryHeader
  readonly snapshot: StoryFile | null
  /**
   * Where log and ledger ended when the record was written. Null in files of version 1, absent if such a Stet wrote
   * it last.
   */
  readonly heads?: StoryHeads | null
}
/**
 * Where log and ledger ended when the record was written. A log that ends before has lost changes, even if it ends
 * between two records. One that ends after has grown since the story file was written.
 */
export interface StoryHeads {
  /** The last segment of the change log, and its bytes. */
  readonly segment: number
  readonly bytes: number
  /** Number of the next change. */
  readonly nextChange: number
  readonly ledger: LedgerHead
}
/** Where a ledger ends: its bytes, and the number and hash of its last entry. */
export interface LedgerHead {
  readonly bytes: number
  readonly seq: number
  readonly hash: string
}
export type SnapshotRecord = Omit<StorySnapshot, 'state'> & { /** Base64. */ readonly state: string }

const isListOf = (value: unknown, ...names: readonly string[]): boolean =>
  Array.isArray(value) && value.every((item) => isRecord(item) && names.every((name) => typeof item[name] === 'string'))

export const isLibraryRecord = (value: unknown): value is LibraryRecord =>
  isRecord(value) &&
  typeof value['id'] === 'string' &&
  isRecord(value['settings']) &&
  typeof value['settings']['deskOfOne'] === 'boolean'
export const isRosterRecord = (value: unknown): value is RosterRecord =>
  isRecord(value) &&
  isListOf(value['people'], 'name') &&
  (value['pins'] === undefined || (Array.isArray(value['pins']) && value['pins'].every(isStoredPin)))
const upTo = (number: unknown, most: number): boolean =>
  Number.isSafeInteger(number) && Number(number) >= 1 && Number(number) <= most
/** Bounded: a damaged record must not ask for more work or memory than a PIN ever needs. */
const isStoredPin = (value: unknown): value is StoredPin => {
  if (!isRecord(value) || value['algorithm'] !== 'scrypt' || typeof value['person'] !== 'string') return false
  const { n, r, p, salt, hash } = value
  return upTo(n, 2 ** 18) && upTo(r, 16) && upTo(p, 4) && [salt, hash].every((hex) => isHex(hex, 16, 64))
}

/** The roster as the rooms above see it: it says who has a PIN, never its hash. */
export const rosterPeopleOf = ({ people, pins = [] }: RosterRecord, keys?: KeysRecord): readonly Person[] =>
  people.map(({ pin: _told, ...person }) =>
    pins.some((pin) => pin.person === person.name) ||
    keys?.keys.some((key) => key.person === person.name && key.underPin !== undefined)
      ? { ...person, pin: true }
      : person,
  )
export const rosterRecord = (people: readonly Person[], pins: readonly StoredPin[]): RosterRecord => ({
  people: people.map(({ pin: _told, ...person }) => person),
  ...(pins.length === 0 ? {} : { pins }),
})

export const isKeysRecord = (value: unknown): value is KeysRecord =>
  isRecord(value) &&
  typeof value['device'] === 'string' &&
  typeof value['library'] === 'string' &&
  Array.isArray(value['keys']) &&
  value['keys'].every(isStoredKey)
const isStoredKey = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['id'] === 'string' &&
  typeof value['person'] === 'string' &&
  (value['open'] === undefined || isHex(value['open'], 32, 32)) &&
  ['underPin', 'underWords'].every((name) => value[name] === undefined || isWrappedKey(value[name]))
/** Bounded, as isStoredPin. */
const isWrappedKey = (value: unknown): boolean =>
  isRecord(value) &&
  value['algorithm'] === 'argon2id-aes-256-gcm' &&
  upTo(value['memory'], 2 ** 18) &&
  upTo(value['passes'], 16) &&
  upTo(value['lanes'], 4) &&
  isHex(value['salt'], 16, 64) &&
  isHex(value['iv'], 12, 12) &&
  isHex(value['sealed'], 48, 48)
const isHex = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'string' && /^(?:[0-9a-f]{2})*$/.test(value) && value.length >= 2 * least && value.length <= 2 * most

export const isSourcesRecord = (value: unknown): value is SourcesRecord =>
  isRecord(value) && isListOf(value['sources'], 'id', 'name', 'kind', 'groundRules')
export const isWordsRecord = (value: unknown): value is WordsRecord =>
  isRecord(value) &&
  isListOf(value['words'], 'id', 'list', 'words', 'source', 'by', 'at') &&
  (value['words'] as DeskWords).every(
    ({ list, language }) =>
      (WORD_LISTS as readonly string[]).includes(list satisfies WordList) &&
      (language === undefined || typeof language === 'string'),
  )
export const isStoryRecord = (value: unknown): value is StoryRecord =>
  isRecord(value) &&
  isRecord(value['header']) &&
  (value['heads'] === null || value['heads'] === undefined || isStoryHeads(value['heads'])) &&
  (value['snapshot'] === null ||
    (isRecord(value['snapshot']) && isRecord(value['snapshot']['summary']) && isRecord(value['snapshot']['view'])))
const isStoryHeads = (value: unknown): value is StoryHeads =>
  isRecord(value) &&
  ['segment', 'bytes', 'nextChange'].every((name) => Number.isSafeInteger(value[name])) &&
  isLedgerHead(value['ledger'])
export const isLedgerHead = (value: unknown): value is LedgerHead =>
  isRecord(value) &&
  Number.isSafeInteger(value['bytes']) &&
  Number.isSafeInteger(value['seq']) &&
  typeof value['hash'] === 'string'
export const isSnapshotRecord = (value: unknown): value is SnapshotRecord =>
  isRecord(value) && typeof value['n'] === 'number' && typeof value['state'] === 'string' && isRecord(value['view'])
