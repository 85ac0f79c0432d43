import { join } from 'node:path'
import { DurableFile } from '../disk/durableFile'
import type { FileLayer } from '../disk/fileLayer'
import { DurableRecord } from './durableRecord'
import {
  isKeysRecord,
  isLibraryRecord,
  isRosterRecord,
  isSourcesRecord,
  type LibraryRecord,
  type RosterRecord,
  type SourcesRecord,
} from './shapes'
import type { KeysRecord } from '../../story/trust/storedKey'

/** The JSON files at the top of a library. */
export interface LibraryRecords {
  readonly library: DurableRecord<LibraryRecord>
  readonly roster: DurableRecord<RosterRecord>
  readonly sources: DurableRecord<SourcesRecord>
  readonly keys: DurableRecord<KeysRecord>
}

export const libraryRecords = (files: FileLayer, folder: string): LibraryRecords => ({
  library: new DurableRecord(new DurableFile(files, join(folder, 'library.json'), 'json', 'library'), isLibraryRecord),
  roster: new DurableRecord(new DurableFile(files, join(folder, 'roster.json'), 'json', 'roster'), isRosterRecord),
  sources: new DurableRecord(new DurableFile(files, join(folder, 'sources.json'), 'json', 'sources'), isSourcesRecord),
  keys: new DurableRecord(new DurableFile(files, join(folder, 'keys.json'), 'json', 'keys'), isKeysRecord),
})
