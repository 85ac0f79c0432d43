/**
 * The ledger entries about facts whose status changed with the copy. Statuses are computed and never stored: these
 * entries only tell people when a status changed, and who changed the copy.
 */
import { inLanguage } from '../../catalogue/area'
import { storedText } from '../../story/history/storedText'
import { areContextOnly, type Assessment } from '../../story/assessment/assessment'
import { sameWords } from '../../story/copy/words/factWords'
import { writersOfWords } from '../../story/ledger/writers/wordings'
import { hashCopy } from '../../story/ledger/hash'
import { changedSinceCleared, partWords } from '../../story/ledger/leaving/leaving'
import { isToldOtherwise } from '../../story/assessment/verdicts/sourcesElsewhere'
import type { SignOff } from '../../story/ledger/facts/fact'
import { contextChangers } from '../../story/ledger/record/factRecord'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import type { Story } from '../../story/assessment/story'
import { aboutOf } from '../../story/copy/suggestions/suggestion'
import { suggestedPlaces } from '../../story/copy/suggestions/suggestedPlaces'
import { STET } from '../../story/text/stet'

export interface Note {
  readonly by: string
  readonly event: LedgerEvent
  /** Who signs in the name of `by`, and the suggestion of `by` that this person accepted. */
  readonly as?: string
  readonly accepts?: string
}

/** Suggestions that were accepted with this change. */
export interface Accepted {
  /** Proposers whose words another person accepted. */
  readonly adopted?: readonly string[]
}

/** Ids of keys. */
export interface NoteKeys {
  /** With which Stet signs its notes here. '' while it cannot. */
  readonly notesKey: string
  /** Whether a key is one of this library, and not of another machine. */
  isOwn(key: string): boolean
}

export interface Change extends Accepted {
  /** Who changed the copy since the last call, or STET. */
  readonly by: string
  /** Who wrote the words of a fact (document/writers/wordWriters.ts). */
  readonly writersOf: (assessment: Assessment) => readonly string[]
  /** Whether the context of a fact is another one than at the last call. */
  readonly hasNewContext: (assessment: Assessment) => boolean
  /** The keys that sign here. */
  readonly keys: NoteKeys
  /** Duplicates: fact id → who wrote its words in the original. */
  readonly wroteBefore: Readonly<Record<string, readonly string[]>>
}

/** A second call after the notes are appended returns nothing. */
export function transitions(story: Story, assessments: readonly Assessment[], change: Change): readonly Note[] {
  const { by } = change
  const gone = assessments.filter(({ ranges }) => ranges.length === 0)
  const notes = [
    ...suggestionTransitions(story, by),
    ...assessments.flatMap((assessment) => factTransitions(assessment, change, gone)),
  ]
  if (story.ledger.standing.stage !== 'cleared') return notes
  const changed = changedSinceCleared(story.copy, story.fields, story.ledger) ?? []
  if (story.ledger.clearedHash !== undefined && changed.length === 0) return notes
  const copyHash = hashCopy(story.copy)
  const reason = storedText('stored.copyChanged', { parts: inLanguage('en', () => partWords(changed)) })
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
function suggestionTransitions({ suggestions = [], ledger, created, copy }: Story, by: string): Note[] {
  const pending = new Set(suggestions.map(({ id }) => id))
  const notes = suggestions.flatMap((suggestion): Note[] => {
    const { id: name, inserted, deleted } = suggestion
    const trace = ledger.suggestions.get(name)
    // Older than the story: it came with a file. Only the file says whose it is, so nobody of the roster signs for it.
    const proposer = Date.parse(suggestion.at) < Date.parse(created) ? by : suggestion.by
    // A person who proposed or typed something on another machine signs nothing here.
    if (!trace && proposer !== '' && proposer !== by) {
      const about = aboutOf(suggestion)
      return [{ by: STET, event: { kind: 'suggested', suggestion: name, inserted, deleted, about, typedBy: proposer } }]
    }
    if (!trace)
      return [
        {
          by: proposer === '' ? STET : proposer,
          event: {
            kind: 'suggested',
            suggestion: name,
            ...{ inserted, deleted, about: aboutOf(suggestion), places: suggestedPlaces(copy, suggestion) },
          },
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
        about: aboutOf({ changes: [], inserted, deleted }),
      },
    })
  }
  return notes
}

/** `gone`: facts whose tag is not in the copy. */
function factTransitions(assessment: Assessment, change: Change, gone: readonly Assessment[]): Note[] {
  const { by, writersOf, wroteBefore } = change
  const { id, record, words, status } = assessment
  const present = assessment.ranges.length > 0
  if (record.lastWords === undefined) {
    if (!present) return []
    // A new tag on old words: who wrote them under a tag that is gone wrote them.
    const former = gone.flatMap((fact) => [...writersOfWords(fact.record, words)])
    const writers = [...new Set([...writersOf(assessment), ...former, ...(wroteBefore[id] ?? [])])]
    return [
      {
        by,
        event: { kind: 'tagged', fact: id, type: assessment.tag.type, words, writers: writers.length ? writers : [by] },
      },
    ]
  }
  const notes: Note[] = []
  if (present && !sameWords(words, record.lastWords)) {
    const { adopted } = change
    notes.push({
      by,
      event: {
        kind: 'reworded',
        fact: id,
        words,
        writers: writersOfChange(assessment, change),
        ...(adopted?.length ? { adopted } : {}),
      },
    })
  }
  if (record.current && status === 'reCheck' && (!record.lapsed || isChangedByAnother(assessment, change)))
    notes.push({
      // Only the context lapsed, and this change did not cause it: Stet signs the note.
      by: areContextOnly(assessment.reasons) && !change.hasNewContext(assessment) ? STET : by,
      event: { kind: 'lapsed', fact: id, reasons: assessment.reasons, words },
    })
  // Machines that trust different keys compute different statuses. Each restores only what it noted as lapsed itself:
  // otherwise two of them would answer each other's notes without end.
  const { lapsedBy } = record
  const isOwn = lapsedBy === undefined || change.keys.isOwn(lapsedBy)
  if (record.current && record.lapsed && isOwn && status === record.current.status)
    notes.push({ by, event: { kind: 'restored', fact: id, words } })
  return [...notes, ...sourceNotes(assessment, change, notes)]
}

/**
 * What the other machines of a story have to know of the source book here: that a source is not the one that was
 * signed, and that it is again (assessment/verdicts/sourcesElsewhere.ts).
 */
function sourceNotes(assessment: Assessment, { keys: { notesKey } }: Change, noted: readonly Note[]): Note[] {
  const { id, record, current, unfit = [], words, changes, reasons, ranges } = assessment
  if (!current || ranges.length === 0) return []
  const differs = changes.some(({ part, lapses }) => lapses && (part === 'source' || part === 'groundRules'))
  if (differs === isToldOtherwise(record, current, (key) => key === notesKey)) return []
  if (differs) {
    const isNoted = noted.some(({ by, event }) => by === STET && event.kind === 'lapsed')
    return isNoted ? [] : [{ by: STET, event: { kind: 'lapsed', fact: id, reasons, words } }]
  }
  // Without the evidence nothing says that its source is again what it was. Elsewhere the evidence may still count.
  if (changes.some(({ part, lapses }) => lapses && part === 'evidence')) return []
  const isByOthers = (look: SignOff): boolean => isToldOtherwise(record, look, (key) => key !== notesKey)
  const isOthers = isByOthers(current)
  // The note from here is about the one beside it, too: without it, that one would stand where its source fits.
  if (isOthers && unfit.some((look) => !isByOthers(look))) return []
  const rest = reasons.filter((reason) => reason !== 'elsewhere' || isOthers)
  return rest.length > 0
    ? [{ by: STET, event: { kind: 'lapsed', fact: id, reasons: rest, words } }]
    : [{ by: STET, event: { kind: 'restored', fact: id, words } }]
}

/** Who wrote the changed words of a fact. To take words away at its edge is writing, although nothing of it is left. */
function writersOfChange(assessment: Assessment, { by, writersOf }: Change): readonly string[] {
  const { record, words } = assessment
  const last = record.wordings.findLastIndex((wording) => sameWords(wording.words, words))
  const before = record.wordings[last]
  // A change and back by the same person changes nothing.
  if (before && record.wordings.slice(last + 1).every((wording) => wording.by === by)) return before.writers
  const writers = writersOf(assessment)
  const all = by === STET ? writers : [...new Set([...writers, by])]
  return all.length > 0 ? all : [by]
}

/** Whether a second person changed the context of a fact that lapsed already. */
const isChangedByAnother = (assessment: Assessment, { by, hasNewContext }: Change): boolean =>
  by !== STET && !contextChangers(assessment.record).includes(by) && hasNewContext(assessment)
