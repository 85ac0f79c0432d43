/** A passage that goes into a form for evidence, behind what a person typed there. */
import type { EvidenceDraft } from '../state/stores/drafts'
import { joinLocator } from './form/locatorParts'
import type { TakenPassage } from './passage'

const NONE: TakenPassage = { excerpt: '', locator: '' }

/**
 * Adds excerpt and locator of a passage to a draft. Everything that was typed stays. Only the passage that was taken
 * before gives way, where nobody changed it. `saved`: excerpt and locator of the evidence that the draft changes.
 */
export function withPassage(draft: EvidenceDraft, taken: TakenPassage, saved: TakenPassage = NONE): EvidenceDraft {
  const before = draft.taken ?? saved
  // A time of a player brings no words.
  const excerpt = taken.excerpt === '' ? before.excerpt : taken.excerpt
  return {
    ...draft,
    excerpt: taken.excerpt === '' ? draft.excerpt : behind(draft.excerpt, before.excerpt, excerpt, '\n', joinLines),
    locator: behind(draft.locator, before.locator, taken.locator, ', ', joinLocator),
    taken: { excerpt, locator: taken.locator },
  }
}

const joinLines = (words: string, line: string): string => (words.trim() === '' ? line : `${words.trimEnd()}\n${line}`)

/** Puts the new passage behind the typed words, in place of the passage before it. Nothing is there twice. */
function behind(
  written: string,
  before: string,
  taken: string,
  joint: string,
  join: (words: string, taken: string) => string,
): string {
  const typed = withoutEnd(written, before, joint)
  return `${joint}${typed}${joint}`.includes(`${joint}${taken}${joint}`) ? typed : join(typed, taken)
}

function withoutEnd(written: string, end: string, joint: string): string {
  if (end === '') return written
  if (written === end) return ''
  return written.endsWith(joint + end) ? written.slice(0, -(joint + end).length) : written
}
