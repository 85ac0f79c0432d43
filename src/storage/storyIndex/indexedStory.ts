import type { StorySummary } from '../../story/requests/requests'
import type { DeskTasks, RestingFact, StoryView } from '../../story/requests/storyAnswers'

/** The texts that a search reads. Each alone: no phrase goes from one into the next. */
export interface IndexedTexts {
  readonly headline: readonly string[]
  /** Deck, body, captions. */
  readonly body: readonly string[]
  /** Slug, keywords, byline, dateline. */
  readonly about: readonly string[]
  /** Notes, comments, evidence, names of sources that are not protected. */
  readonly notes: readonly string[]
}

/** A fact that rests on sources. `source`: the id as the evidence has it; the source may have been merged since. */
export interface IndexedFact extends Pick<RestingFact, 'fact' | 'words' | 'status'> {
  readonly rests: readonly { readonly source: string; readonly locator: string }[]
}

/** A fact that may wait for somebody. */
export type WaitingFact = Pick<
  StoryView['facts'][number],
  'id' | 'type' | 'status' | 'words' | 'query' | 'answer' | 'answered' | 'signed'
>

/** An open comment that is assigned to somebody, says “@” and a name, or must be fixed. */
export interface WaitingComment {
  readonly id: string
  readonly assignee: string
  /** The story cannot be cleared while it is open. */
  readonly mustFix?: true
  /** The comment and its answers, in order. */
  readonly said: readonly { readonly by: string; readonly text: string }[]
}

/** The parts of a story that somebody may have to answer or do. */
export type WaitingStory = Pick<StoryView, 'id' | 'stage' | 'version' | 'sentBack'> & {
  readonly headline: string
  readonly fields: Pick<StoryView['fields'], 'author' | 'byline' | 'assignee' | 'slug'>
  readonly facts: readonly WaitingFact[]
  /** How many facts do not pass at clearing. */
  readonly open: number
  /** Absent: none. */
  readonly comments?: readonly WaitingComment[]
  /** Absent: none. */
  readonly tasks?: DeskTasks
}

/**
 * A story as the index keeps it. No text holds a protected name, alias or contact: they stand as "Source A". The index
 * answers no question about rights or trust: those open the story.
 */
export interface IndexedStory {
  readonly row: StorySummary
  /** ISO 8601 instant. '' when it cannot be read. */
  readonly created: string
  /** Of the files that it was read from (storyStamp.ts). '' when it may be ahead: the next start reads it again. */
  readonly stamp: string
  /** Some of its texts are here with a name masked. What shows them reads the story itself. */
  readonly sealed: boolean
  readonly texts: IndexedTexts
  /** The author and everybody whom the byline names. */
  readonly people: readonly string[]
  /** Codes of subjects and keywords. */
  readonly subjects: readonly string[]
  readonly facts: readonly IndexedFact[]
  /** Ids of sources on which facts rested, and none does now. Absent: none. */
  readonly sourcesBefore?: readonly string[]
  /** Names of those who ever gave or took back a verdict. '*': anybody (ANYBODY of storyIndex.ts). Absent: none. */
  readonly signers?: readonly string[]
  /** What may wait for a person. Absent: nothing. */
  readonly waiting?: WaitingStory
  /** Names and lines with names of everybody whom it may wait for. '*': anybody (ANYBODY of storyIndex.ts). */
  readonly waitsFor: readonly string[]
}
