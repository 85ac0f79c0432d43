/** Where a draft belongs: the story, and what of it the form is about. */
import { listedSources, type Source } from '../../../story/desk/source'
import { NEW_ONE, type CommentAsked, type WrittenDraft } from '../../state/stores/drafts'
import type { StoryState } from '../../state/session/storyState'

export interface DraftPlace {
  /** Absent: the draft belongs to no story. */
  readonly story?: string
  readonly comment?: string
  readonly fact?: string
  /** A saved piece of evidence of the fact. */
  readonly evidence?: string
  readonly source?: string
  /** Name of an export profile. */
  readonly profile?: string
}

/** Reads the place out of the draft's key. `sources`: all of the library. */
export function placeOfDraft({ form, key }: WrittenDraft, sources: readonly Source[]): DraftPlace {
  const [first = '', second = '', third = ''] = key.split(/\s/u)
  switch (form) {
    case 'alert':
    case 'bulk':
    case 'word':
    case 'newPerson':
      return {}
    case 'profile':
      return key === NEW_ONE ? {} : { profile: key.slice('profile '.length) }
    case 'comment':
      // The form's own key (NewComment).
      return { story: (JSON.parse(key) as CommentAsked).story }
    case 'spelling':
      return { source: key }
    case 'source':
      return key === NEW_ONE ? {} : { source: key }
    case 'reason':
      if (sources.some(({ id }) => id === first)) return { source: first }
      return first === 'library' ? {} : { story: first }
    case 'reply':
    case 'editedComment':
      return { story: first, comment: second }
    case 'evidence':
      return { story: first, fact: second, ...(third === '' ? {} : { evidence: third }) }
    case 'ask':
    case 'response':
    case 'translation':
    case 'locator':
    case 'derivation':
      return { story: first, fact: second }
    case 'snapshot':
    case 'answers':
    case 'picture':
    case 'override':
    case 'move':
    case 'correction':
    case 'told':
    case 'exportOverride':
      return { story: first }
  }
}

/**
 * Whether the form of a draft can never be opened again. `open`: the open story, the only one whose comments and facts
 * the window knows. `isGone`: the story is not in the library.
 */
export function hasLostPlace(
  { story, comment, fact, evidence, source, profile }: DraftPlace,
  {
    open,
    sources,
    profiles,
    isGone,
  }: {
    readonly open: Pick<StoryState, 'story' | 'assessments' | 'assessed'> | undefined
    readonly sources: readonly Source[]
    readonly profiles: readonly { readonly name: string }[]
    readonly isGone: (story: string) => boolean
  },
): boolean {
  if (source !== undefined) return !listedSources(sources).some(({ id, destroyed }) => id === source && !destroyed)
  if (profile !== undefined) return !profiles.some(({ name }) => name === profile)
  if (story === undefined) return false
  if (open?.story.id !== story) return isGone(story)
  if (comment !== undefined) return !(open.story.comments ?? []).some(({ id }) => id === comment)
  if (fact === undefined || !open.assessed) return false
  const found = open.assessments.find(({ id }) => id === fact)
  return !found || (evidence !== undefined && !found.evidence.some(({ id }) => id === evidence))
}
