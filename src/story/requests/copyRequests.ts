/** Requests that change the copy or propose a change: words, comments, pictures, suggestions. */
import type { PictureWords, SeenSuggestion, DecidedSuggestions } from './storyAnswers'
import type { Suggestion } from '../copy/suggestions/suggestion'

export interface CopyRequests {
  'copy.replace': {
    request: {
      readonly story: string
      readonly replace: string
      readonly with: string
      /** 1-based; absent: the text must occur exactly once. */ readonly nth?: number
    }
    answer: { readonly replaced: number }
  }
  /**
   * Takes direction overrides (U+202A to U+202E) out of copy, picture details and fields. `dropped`: how many. `mark`
   * names the edit, so that the window's undo takes it back.
   */
  'copy.dropOverrides': {
    request: { readonly story: string; readonly mark?: string }
    answer: { readonly dropped: number }
  }
  /**
   * On words: `place` as the person saw it (refused if it changed), or the `nth` place of the exact text `on`. Without
   * both: on the story.
   */
  'comment.add': {
    request: {
      readonly story: string
      readonly text: string
      readonly on?: string
      readonly nth?: number
      readonly place?: { readonly block: number; readonly from: number; readonly to: number; readonly words: string }
      readonly mustFix?: boolean
      readonly assignee?: string
    }
    answer: { readonly id: string }
  }
  /** Moves a comment whose words are gone to other words, given as in `comment.add`. `mark` as in `version.restore`. */
  'comment.place': {
    request: {
      readonly story: string
      readonly comment: string
      readonly on?: string
      readonly nth?: number
      readonly place?: { readonly block: number; readonly from: number; readonly to: number; readonly words: string }
      readonly mark?: string
    }
    answer: { readonly words: string }
  }
  'comment.reply': {
    request: { readonly story: string; readonly comment: string; readonly text: string }
    answer: Record<string, never>
  }
  'comment.change': {
    request: {
      readonly story: string
      readonly comment: string
      readonly mustFix?: boolean
      readonly assignee?: string
      readonly resolved?: boolean
    }
    /** `entry`: hash of the last ledger entry that it made. Absent: the ledger notes nothing of it. */
    answer: { readonly entry?: string }
  }
  /**
   * Changes the words of a comment of one's own, or of an answer in it (`answer`: 1-based, as shown). `was`: the words
   * as the person saw them; refused if they changed. The history keeps the old ones.
   */
  'comment.edit': {
    request: {
      readonly story: string
      readonly comment: string
      readonly answer?: number
      readonly text: string
      readonly was?: string
    }
    answer: Record<string, never>
  }
  /** Deletes one's own comment if nobody else has answered it, or one's own answer. */
  'comment.delete': {
    request: { readonly story: string; readonly comment: string; readonly answer?: number; readonly was?: string }
    answer: Record<string, never>
  }
  /** Restores what the person last deleted of a comment: the comment itself, or an answer in it. */
  'comment.restore': {
    request: { readonly story: string; readonly comment: string }
    answer: { readonly text: string }
  }
  /**
   * Inserts a captured picture (by its file's hash) after block `after` of the copy, or at its end. Returns the index
   * of its cutline.
   */
  'picture.add': {
    request: {
      readonly story: string
      readonly file: string
      readonly after?: number
      readonly cutline?: string
    } & PictureWords
    answer: { readonly block: number }
  }
  /**
   * `nth`: 1-based among the story's pictures. Absent: the story has exactly one. `file`: a captured picture (by its
   * file's hash) that takes the place of it. What is said about the picture stays.
   */
  'picture.describe': {
    request: { readonly story: string; readonly nth?: number; readonly file?: string } & PictureWords
    answer: { readonly block: number }
  }
  /** `unsigned`: it came from another machine, and its name did not sign it. */
  'suggestion.list': {
    request: { readonly story: string }
    answer: readonly (Suggestion & { readonly unsigned?: true })[]
  }
  /** Proposes `with` in place of exact text of the standing copy. */
  'suggestion.propose': {
    request: { readonly story: string; readonly replace: string; readonly with: string; readonly nth?: number }
    answer: { readonly id: string }
  }
  'suggestion.accept': {
    request: { readonly story: string; readonly suggestions: readonly SeenSuggestion[] }
    answer: DecidedSuggestions
  }
  'suggestion.reject': {
    request: { readonly story: string; readonly suggestions: readonly SeenSuggestion[] }
    answer: DecidedSuggestions
  }
}
