/** A passage that goes into a form for evidence, behind what a person typed there. */
import type { EvidenceDraft } from '../../state/stores/drafts'
import { joinLocator } from '../form/locatorParts'
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
  const merged = {
    excerpt: taken.excerpt === '' ? draft.excerpt : behind(draft.excerpt, before.excerpt, excerpt, '\n', joinLines),
    locator: behind(draft.locator, before.locator, taken.locator, ', ', joinLocator),
  }
  const isLost = !merged.excerpt.includes(draft.excerpt.trim()) || !merged.locator.includes(draft.locator.trim())
  return {
    ...draft,
    ...merged,
    taken: { excerpt, locator: taken.locator },
    ...(isLost && !draft.taken ? { replaced: { excerpt: draft.excerpt, locator: draft.locator } } : {}),
  }
}

/** Takes the passage out again and gives back what it took the place of. What was typed since stays behind it. */
export function withOldWords({ excerpt, locator, taken = NONE, replaced }: EvidenceDraft): Partial<EvidenceDraft> {
  if (!replaced) return {}
  const typed = {
    excerpt: withoutEnd(excerpt, taken.excerpt, '\n'),
    locator: withoutEnd(locator, taken.locator, ', '),
  }
  return {
    excerpt: replaced.excerpt.includes(typed.excerpt) ? replaced.excerpt : joinLines(replaced.excerpt, typed.excerpt),
    locator: replaced.locator.includes(typed.locator) ? replaced.locator : joinLocator(replaced.locator, typed.locator),
    taken: undefined,
    replaced: undefined,
  }
}

/** Puts a file into a draft. The one that it takes the place of can be had back. Without a file: removes it. */
export const withFile = (
  { file: before, source, replacedFile }: EvidenceDraft,
  file: EvidenceDraft['file'],
): Pick<EvidenceDraft, 'file' | 'replacedFile'> => ({
  file,
  replacedFile: !file || !before ? undefined : before.sha256 === file.sha256 ? replacedFile : { file: before, source },
})

/** Gives back the file that another one took the place of, and the source that came with it. */
export const withOldFile = ({ replacedFile }: EvidenceDraft): Partial<EvidenceDraft> =>
  replacedFile ? { ...replacedFile, replacedFile: undefined } : {}

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
