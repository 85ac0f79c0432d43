/**
 * The ledger entries about facts whose status changed with the copy. Statuses are computed and never stored: these
 * entries only tell people when a status changed, and who changed the copy.
 */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { Assessment } from '../../story/assessment/assessment'
import { sameWords } from '../../story/copy/factWords'
import { hashCopy } from '../../story/ledger/hash'
import { changedSinceCleared, partWords } from '../../story/ledger/leaving'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import type { Story } from '../../story/assessment/story'
import { describeSuggestion } from '../../story/copy/suggestion'

/** The name under which the app notes something by itself. */
export const STET = 'Stet'

export interface Note {
  readonly by: string
  readonly event: LedgerEvent
  /** Who signs in the name of `by`, and the suggestion of `by` that this person accepted. */
  readonly as?: string
  readonly accepts?: string
}

/**
 * `by`: who changed the copy since the last call, or STET. `writersOf`: who typed the words of a fact. A second call
 * after the notes are appended returns nothing.
 */
export function transitions(
  story: Story,
  assessments: readonly Assessment[],
  by: string,
  writersOf: (assessment: Assessment) => readonly string[],
): readonly Note[] {
  const notes = [
    ...suggestionTransitions(story, by),
    ...assessments.flatMap((assessment) => factTransitions(assessment, by, writersOf)),
  ]
  if (story.ledger.standing.stage !== 'cleared') return notes
  const changed = changedSinceCleared(story.copy, story.fields, story.ledger) ?? []
  if (story.ledger.clearedHash !== undefined && changed.length === 0) return notes
  const copyHash = hashCopy(story.copy)
  const reason = newsroomText('transitions.copyChanged', { parts: partWords(changed) })
  notes.push({
    by: STET,
    event: {
      kind: 'moved',
      from: 'cleared',
      to: 'inReview',
      reason,
      copyHash,
      blocks: 0,
      warns: 0,
      overrides: [],
      automatic: true,
      changed,
    },
  })
  return notes
}

/** Suggestions that are new, that disappeared without a verdict, and that are pending again. */
function suggestionTransitions({ suggestions = [], ledger, created }: Story, by: string): Note[] {
  const pending = new Set(suggestions.map(({ id }) => id))
  const notes = suggestions.flatMap((suggestion): Note[] => {
    const { id: name, inserted, deleted } = suggestion
    const trace = ledger.suggestions.get(name)
    // Older than the story: it came with a file. Only the file says whose it is, so nobody of the roster signs for it.
    const proposer = Date.parse(suggestion.at) < Date.parse(created) ? by : suggestion.by
    if (!trace)
      return [
        {
          by: proposer === '' ? STET : proposer,
          event: { kind: 'suggested', suggestion: name, inserted, deleted, about: describeSuggestion(suggestion) },
        },
      ]
    return trace.state === 'pending' ? [] : [{ by, event: { kind: 'suggestionReopened', suggestion: name } }]
  })
  for (const [name, trace] of ledger.suggestions) {
    if (trace.state !== 'pending' || pending.has(name)) continue
    const { inserted, deleted } = trace
    notes.push({
      by,
      event: {
        kind: 'suggestionDropped',
        suggestion: name,
        proposer: trace.by,
        inserted,
        deleted,
        about: describeSuggestion({ changes: [], inserted, deleted }),
      },
    })
  }
  return notes
}

function factTransitions(
  assessment: Assessment,
  by: string,
  writersOf: (assessment: Assessment) => readonly string[],
): Note[] {
  const { id, record, words, status } = assessment
  const present = assessment.ranges.length > 0
  if (record.lastWords === undefined) {
    if (!present) return []
    const writers = writersOf(assessment)
    return [
      {
        by,
        event: { kind: 'tagged', fact: id, type: assessment.tag.type, words, writers: writers.length ? writers : [by] },
      },
    ]
  }
  const notes: Note[] = []
  if (present && !sameWords(words, record.lastWords)) {
    // After a crash only the characters tell who typed them.
    const writers = by === STET ? writersOf(assessment) : []
    notes.push({ by, event: { kind: 'reworded', fact: id, words, ...(writers.length ? { writers } : {}) } })
  }
  if (record.current && status === 'reCheck' && !record.lapsed)
    notes.push({ by, event: { kind: 'lapsed', fact: id, reasons: assessment.reasons, words } })
  if (record.current && record.lapsed && status === record.current.status)
    notes.push({ by, event: { kind: 'restored', fact: id, words } })
  return notes
}
