import type { EditorState, Transaction } from '@tiptap/pm/state'
import { readSuggestionRecord } from '../../document/reading/readStory'
import { SUGGESTIONS_MAP } from '../../story/copy/documentSchema'
import type { SuggestionRecord } from '../../story/copy/suggestions/suggestion'
import { storyContextOf } from '../copy/storyContext'

const RECORDS = 'stet.suggestionRecords'

/**
 * Marks a transaction as a proposal and passes its new records along: marks and records reach the shared document in
 * one Y transaction.
 */
export const withSuggestionRecords = (transaction: Transaction, records: readonly SuggestionRecord[]): Transaction =>
  transaction.setMeta(RECORDS, records)

export const suggestionRecordsOf = (transaction: Transaction): readonly SuggestionRecord[] =>
  (transaction.getMeta(RECORDS) as readonly SuggestionRecord[] | undefined) ?? []

/** Whether a transaction is a proposal already. */
export const isProposal = (transaction: Transaction): boolean => transaction.getMeta(RECORDS) !== undefined

/** Ids for a transaction's suggestions, with the records of new ones. */
export class Proposing {
  readonly records: SuggestionRecord[] = []

  constructor(private readonly state: EditorState) {}

  /** Whether a suggestion belongs to the person at the keyboard. */
  readonly isMine = (id: unknown): id is string => {
    if (typeof id !== 'string') return false
    const { doc, person } = storyContextOf(this.state)
    return (
      this.records.some((record) => record.id === id) ||
      readSuggestionRecord(id, doc.getMap(SUGGESTIONS_MAP).get(id))?.by === person
    )
  }

  newId(): string {
    const { newId, person, now } = storyContextOf(this.state)
    const record = {
      id: newId('suggestion', (id) => this.records.some((other) => other.id === id)),
      by: person,
      at: now(),
    }
    this.records.push(record)
    return record.id
  }
}
