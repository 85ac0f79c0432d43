import { roleWords } from '../desk/roster'
import { shownPseudonym, sourceFieldWords } from '../desk/source'
import { ledgerText } from '../../catalogue/story/ledger'
import { entriesText } from '../../catalogue/story/entries'
import { DEFAULT_TEXTS, type DefaultText } from '../desk/storyDefaults'
import { WORD_LIST_WORDS } from '../desk/deskWords'
import { STAGE_WORDS } from '../ledger/stages'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { LibraryEvent } from '../ledger/events/libraryEvent'
import { shortCode } from '../trust/keys/deviceCard'
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
        did: entriesText('entry.personAdded', { person: entry.person }),
        notes: entry.role === '' ? [] : [entriesText('entry.role', { role: roleWords(entry.role) })],
      }
    case 'roleChanged':
      return {
        did: entriesText('entry.roleChanged', { person: entry.person }),
        change: { old: entry.from, now: entry.to },
        notes: [],
      }
    case 'personLeft':
      return { did: entriesText('entry.personLeft', { person: entry.person }), notes: [] }
    case 'personReturned':
      return { did: entriesText('entry.personReturned', { person: entry.person }), notes: [] }
    case 'pinSet':
      return { did: entry.changed ? entriesText('entry.pinChanged') : entriesText('entry.pinSet'), notes: [] }
    case 'sealed':
      return { did: entriesText('entry.sealed'), notes: [] }
    case 'keyAdded':
      return { did: entriesText('entry.keyAdded', { person: entry.person }), notes: [] }
    case 'keyRetired':
      return { did: entriesText('entry.keyRetired', { person: entry.person }), notes: [] }
    case 'invited':
      return { did: entriesText('entry.invited', { person: entry.person }), notes: [] }
    case 'deviceTrusted':
      return { did: entriesText('entry.deviceTrusted', { person: entry.person }), notes: [shortCode(entry)] }
    case 'head':
    case 'headsCompacted':
      return { did: entriesText('entry.head'), notes: [] }
    case 'pinRemoved':
      return {
        did:
          entry.person === entry.by
            ? entriesText('entry.ownPinRemoved')
            : entriesText('entry.pinRemoved', { person: entry.person }),
        notes: [],
      }
    case 'sourceAdded':
      return {
        did: entriesText('entry.sourceAdded', { source: sourceName(entry.source) }),
        notes: entry.protected ? [entriesText('entry.protected')] : [],
      }
    case 'sourceChanged':
      return {
        did: entriesText('entry.sourceChanged', {
          source: sourceName(entry.source),
          fields: entry.fields.map(sourceFieldWords).join(', '),
        }),
        notes: [
          ...(entry.protected === undefined
            ? []
            : [entry.protected ? entriesText('entry.protectedNow') : entriesText('entry.notProtected')]),
          ...(entry.spelling ? [entriesText('entry.spelling')] : []),
          ...reasonNote(entry.reason),
        ],
      }
    case 'sourceMerged':
      return { did: entriesText('entry.sourceMerged', { into: sourceName(entry.into) }), notes: [] }
    case 'sourceShown':
      return { did: entriesText('entry.sourceShown', { source: sourceName(entry.source) }), notes: [] }
    case 'sourceDestroyed':
      return {
        did: entriesText('entry.sourceDestroyed', { source: sourceName(entry.source) }),
        notes: reasonNote(entry.reason),
      }
    case 'defaultsSet':
      return {
        did: entriesText('entry.defaultsSet', {
          fields: entry.fields.map((name) => (isDefault(name) ? ledgerText(`default.${name}`) : name)).join(', '),
        }),
        notes: [],
      }
    case 'deskOfOne':
      return { did: entry.on ? entriesText('entry.deskOfOne') : entriesText('entry.deskOfOneEnded'), notes: [] }
    case 'wordAdded':
      return {
        did: entriesText('entry.wordAdded', { words: entry.words, list: WORD_LIST_WORDS[entry.list] }),
        notes: [entry.source],
      }
    case 'wordRemoved':
      return {
        did: entriesText('entry.wordRemoved', { words: entry.words, list: WORD_LIST_WORDS[entry.list] }),
        notes: [],
      }
    case 'storyDeleted':
      return {
        did:
          entry.archive === undefined
            ? entriesText('entry.storyDeleted', { story: entry.story })
            : entriesText('entry.storyArchived', { story: entry.story, archive: entry.archive }),
        notes: [entriesText('entry.storyStage', { stage: STAGE_WORDS[entry.stage] })],
      }
    case 'storyTakenBack':
      return { did: entriesText('entry.storyTakenBack', { story: entry.story }), notes: [] }
    case 'recordsKept':
      return { did: entriesText('entry.recordsKept'), notes: [] }
    case 'sourcesSigned':
      return {
        did: entriesText('entry.sourcesSigned', { sources: Object.keys(entry.records).map(sourceName).join(', ') }),
        notes: [],
      }
    case 'sourcesShared':
      return {
        did: entriesText('entry.sourcesShared', {
          sources: entry.sources.map(sourceName).join(', '),
          people: entry.people.join(', '),
        }),
        notes: [],
      }
    case 'copiedOut':
      return {
        did: entriesText('entry.copiedOut', { sources: entry.sources.map(shownPseudonym).join(', ') }),
        notes: [],
      }
  }
}
