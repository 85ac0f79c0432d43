import { join } from 'node:path'
import type { FileLayer } from '../disk/fileLayer'
import { TwinRecord } from './twinRecord'
import {
  isKeysRecord,
  isLibraryRecord,
  isRosterRecord,
  isSourcesRecord,
  isWordsRecord,
  type LibraryRecord,
  type RosterRecord,
  type SourcesRecord,
  type WordsRecord,
} from './shapes'
import type { KeysRecord } from '../../story/trust/keys/storedKey'

/** The JSON files at the top of a library, each in two copies of the same generation. */
export interface LibraryRecords {
  readonly library: TwinRecord<LibraryRecord>
  readonly roster: TwinRecord<RosterRecord>
  readonly sources: TwinRecord<SourcesRecord>
  readonly keys: TwinRecord<KeysRecord>
  /** There from the first word that the desk taught. */
  readonly words: TwinRecord<WordsRecord>
}

export const libraryRecords = (files: FileLayer, folder: string): LibraryRecords => ({
  library: new TwinRecord(files, join(folder, 'library.json'), 'library', isLibraryRecord),
  roster: new TwinRecord(files, join(folder, 'roster.json'), 'roster', isRosterRecord),
  sources: new TwinRecord(files, join(folder, 'sources.json'), 'sources', isSourcesRecord),
  keys: new TwinRecord(files, join(folder, 'keys.json'), 'keys', isKeysRecord),
  words: new TwinRecord(files, join(folder, 'words.json'), 'words', isWordsRecord),
})

/** One of them, whatever it holds. */
export type SomeRecord = Pick<TwinRecord<unknown>, 'path' | 'kind' | 'file' | 'survey'>

export const recordsOf = ({ library, roster, sources, keys, words }: LibraryRecords): readonly SomeRecord[] => [
  library,
  roster,
  sources,
  keys,
  words,
]
