/** A story as a store keeps it. */
import type { StoredPin } from '../../../src/story/desk/pin'
import * as Y from 'yjs'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import type { StoryFile } from '../../../src/storage/disk/storyStore'
import { ledgerFrom } from './storyFrom'

export const NOW = '2026-10-30T09:00:00.000Z'
export const HEADER = { id: 'busan', guid: 'urn:uuid:00000000-0000-4000-8000-000000000001', created: NOW }

/** Makes a document that records each change as an update. */
export function typing(words = ''): { doc: Y.Doc; state: () => Uint8Array; type: (text: string) => Uint8Array } {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = 7
  const copy = doc.getText('copy')
  copy.insert(0, words)
  return {
    doc,
    state: () => Y.encodeStateAsUpdate(doc),
    type(text) {
      const before = Y.encodeStateVector(doc)
      copy.insert(copy.length, text)
      return Y.encodeStateAsUpdate(doc, before)
    },
  }
}

export function wordsOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc({ gc: false })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('copy').toJSON()
}

export const LEDGER = ledgerFrom([
  { kind: 'created', origin: 'new', by: 'Reporter' },
  { kind: 'tagged', fact: 'f1', type: 'figure', words: 'about 100 minutes', writers: ['Reporter'], by: 'Reporter' },
  { kind: 'answered', fact: 'f1', text: 'The pool report says so — “about 100”.', by: 'Reporter' },
])

export const SNAPSHOT: StoryFile = {
  summary: {
    id: 'busan',
    slug: 'summit',
    headline: '부산 정상회담',
    stage: 'draft',
    version: 1,
    facts: { toCheck: 1 },
    words: 2,
    wordTarget: 0,
    embargo: '',
    updated: NOW,
  },
  view: {
    id: 'busan',
    guid: HEADER.guid,
    stage: 'draft',
    version: 1,
    fields: EMPTY_FIELDS,
    blocks: [{ role: 'headline', text: '부산 정상회담' }],
    facts: [],
    comments: [],
    updated: NOW,
  },
}

/** The stored hash of the PIN of Editor. */
export const PIN: StoredPin = {
  person: 'Editor',
  algorithm: 'scrypt',
  n: 65_536,
  r: 8,
  p: 1,
  salt: '0f'.repeat(16),
  hash: 'a1'.repeat(32),
}
