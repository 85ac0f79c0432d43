/** What entries of the library's own ledger and of its table of heads have to say. */
import { WORD_LISTS } from '../../desk/deskWords'
import type { LedgerEnd, LibraryEvent, LineGap, PublicKey } from '../events/libraryEvent'
import { STAGES } from '../stages'
import {
  count,
  flag,
  listOf,
  maybe,
  oneOf,
  parts,
  recordOf,
  text,
  texts,
  yes,
  type EventOf,
  type Shapes,
} from './shape'

const person = { person: text }
const source = { source: text }
const word = { word: text, list: oneOf(WORD_LISTS), words: text }
const end = { entries: count, head: text, beside: maybe(texts) }
const ends = recordOf(parts<LedgerEnd>(end))
const key = { person: text, device: text, id: text, publicKey: text }

export const LIBRARY_SHAPES: Shapes<LibraryEvent['kind']> = {
  personAdded: { ...person, role: text },
  roleChanged: { ...person, from: text, to: text },
  personLeft: person,
  personReturned: person,
  pinSet: { ...person, changed: flag },
  pinRemoved: person,
  sourceAdded: { ...source, protected: flag, groundRules: text },
  sourceChanged: {
    ...source,
    fields: texts,
    protected: maybe(flag),
    groundRules: maybe(text),
    spelling: maybe(yes),
    reason: maybe(text),
  },
  sourceMerged: { ...source, into: text },
  sourceShown: source,
  sourceDestroyed: { ...source, reason: text },
  deskOfOne: { on: flag },
  defaultsSet: { fields: texts },
  wordAdded: { ...word, language: maybe(text), source: text },
  wordRemoved: word,
  storyDeleted: { ...end, story: text, guid: text, stage: oneOf(STAGES), archive: maybe(text) },
  storyTakenBack: { story: text },
  copiedOut: { sources: texts },
  sourcesShared: { sources: texts, people: texts },
  recordsKept: {
    files: recordOf(parts<EventOf<'recordsKept'>['files'][string]>({ generation: count, sha256: text })),
  },
  sourcesSigned: { records: recordOf(text), all: maybe(yes) },
  sealed: { stories: ends, people: recordOf(text), pins: maybe(texts) },
  keyAdded: { ...key, grade: oneOf(['library', 'plain', 'pin']), invitation: maybe(text) },
  keyRetired: { ...person, id: text, ends: maybe(ends) },
  deviceTrusted: {
    ...key,
    grade: oneOf(['plain', 'pin']),
    notes: parts<Pick<PublicKey, 'id' | 'publicKey'>>({ id: text, publicKey: text }),
    recipient: maybe(text),
  },
  invited: { ...person, code: text },
  head: { ...end, story: text, line: count },
  headsCompacted: {
    line: count,
    table: maybe(text),
    stories: maybe(ends),
    gaps: maybe(listOf(parts<LineGap>({ from: count, to: count }))),
  },
}
