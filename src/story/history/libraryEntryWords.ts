import { roleWords } from '../desk/roster'
import { shownPseudonym, sourceFieldWords } from '../desk/source'
import { ledgerText } from '../../catalogue/rooms/ledger'
import { DEFAULT_TEXTS, type DefaultText } from '../desk/storyDefaults'
import { WORD_LIST_WORDS } from '../desk/deskWords'
import { STAGE_WORDS } from '../ledger/stages'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { LibraryEvent } from '../ledger/libraryEvent'
import { shortCode } from '../trust/deviceCard'
import { reasonNote, type EntryWords } from './entryLine'

const isDefault = (name: string): name is DefaultText | 'byline' =>
  name === 'byline' || (DEFAULT_TEXTS as readonly string[]).includes(name)

/** Describes an entry of the library's own ledger: people, keys, sources, settings. */
export function libraryEntryWords(
  entry: Extract<LedgerEntry, { readonly kind: LibraryEvent['kind'] }>,
  sourceName: (id: string) => string,
): EntryWords {
  switch (entry.kind) {
    case 'personAdded':
      return {
        did: ledgerText('entry.personAdded', { person: entry.person }),
        notes: entry.role === '' ? [] : [ledgerText('entry.role', { role: roleWords(entry.role) })],
      }
    case 'roleChanged':
      return {
        did: ledgerText('entry.roleChanged', { person: entry.person }),
        change: { old: entry.from, now: entry.to },
        notes: [],
      }
    case 'pinSet':
      return { did: entry.changed ? ledgerText('entry.pinChanged') : ledgerText('entry.pinSet'), notes: [] }
    case 'sealed':
      return { did: ledgerText('entry.sealed'), notes: [] }
    case 'keyAdded':
      return { did: ledgerText('entry.keyAdded', { person: entry.person }), notes: [] }
    case 'keyRetired':
      return { did: ledgerText('entry.keyRetired', { person: entry.person }), notes: [] }
    case 'invited':
      return { did: ledgerText('entry.invited', { person: entry.person }), notes: [] }
    case 'deviceTrusted':
      return { did: ledgerText('entry.deviceTrusted', { person: entry.person }), notes: [shortCode(entry)] }
    case 'head':
    case 'headsCompacted':
      return { did: ledgerText('entry.head'), notes: [] }
    case 'pinRemoved':
      return {
        did:
          entry.person === entry.by
            ? ledgerText('entry.ownPinRemoved')
            : ledgerText('entry.pinRemoved', { person: entry.person }),
        notes: [],
      }
    case 'sourceAdded':
      return {
        did: ledgerText('entry.sourceAdded', { source: sourceName(entry.source) }),
        notes: entry.protected ? [ledgerText('entry.protected')] : [],
      }
    case 'sourceChanged':
      return {
        did: ledgerText('entry.sourceChanged', {
          source: sourceName(entry.source),
          fields: entry.fields.map(sourceFieldWords).join(', '),
        }),
        notes: [
          ...(entry.protected === undefined
            ? []
            : [entry.protected ? ledgerText('entry.protectedNow') : ledgerText('entry.notProtected')]),
          ...(entry.spelling ? [ledgerText('entry.spelling')] : []),
          ...reasonNote(entry.reason),
        ],
      }
    case 'sourceMerged':
      return { did: ledgerText('entry.sourceMerged', { into: sourceName(entry.into) }), notes: [] }
    case 'sourceDestroyed':
      return {
        did: ledgerText('entry.sourceDestroyed', { source: sourceName(entry.source) }),
        notes: reasonNote(entry.reason),
      }
    case 'defaultsSet':
      return {
        did: ledgerText('entry.defaultsSet', {
          fields: entry.fields.map((name) => (isDefault(name) ? ledgerText(`default.${name}`) : name)).join(', '),
        }),
        notes: [],
      }
    case 'deskOfOne':
      return { did: entry.on ? ledgerText('entry.deskOfOne') : ledgerText('entry.deskOfOneEnded'), notes: [] }
    case 'wordAdded':
      return {
        did: ledgerText('entry.wordAdded', { words: entry.words, list: WORD_LIST_WORDS[entry.list] }),
        notes: [entry.source],
      }
    case 'wordRemoved':
      return {
        did: ledgerText('entry.wordRemoved', { words: entry.words, list: WORD_LIST_WORDS[entry.list] }),
        notes: [],
      }
    case 'storyDeleted':
      return {
        did:
          entry.archive === undefined
            ? ledgerText('entry.storyDeleted', { story: entry.story })
            : ledgerText('entry.storyArchived', { story: entry.story, archive: entry.archive }),
        notes: [ledgerText('entry.storyStage', { stage: STAGE_WORDS[entry.stage] })],
      }
    case 'storyTakenBack':
      return { did: ledgerText('entry.storyTakenBack', { story: entry.story }), notes: [] }
    case 'recordsKept':
      return { did: ledgerText('entry.recordsKept'), notes: [] }
    case 'sourcesShared':
      return {
        did: ledgerText('entry.sourcesShared', {
          sources: entry.sources.map(sourceName).join(', '),
          people: entry.people.join(', '),
        }),
        notes: [],
      }
    case 'copiedOut':
      return {
        did: ledgerText('entry.copiedOut', { sources: entry.sources.map(shownPseudonym).join(', ') }),
        notes: [],
      }
  }
}
