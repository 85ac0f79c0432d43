import type { Range, Span } from '../copy'
import type { Choice, MarkedCopy, SuggestionSpan } from './markedBlock'
import { piecesOf } from './markedPieces'

/** A piece of the marked copy, with what the rule asks of it. */
interface Words extends Range {
  /** Characters without the white space around them. */
  readonly size: number
  /** The comments on it. */
  readonly comments: readonly string[]
  /** The suggestion that brings it. */
  readonly broughtBy?: string | undefined
  readonly isBreak: boolean
  /** The suggestions that take it away, without rejected ones. */
  readonly takenBy: readonly string[]
}

/**
 * The comments that replacing words take over when suggestions are accepted: those that cover all the replaced words,
 * and those that would be left without words. Words that replace replacing words take over from these. White space does
 * not count. One list of spans for each block, or none.
 */
export function carriedComments(
  copy: MarkedCopy,
  choose: (suggestion: string) => Choice,
): readonly (readonly Span[])[] {
  const replacements = replacementsIn(copy, choose)
  if (![...replacements].some((id) => choose(id) === 'accept')) return []
  const words = wordsOf(copy, choose)
  const isAccepted = (id: string | undefined): boolean => id !== undefined && choose(id) === 'accept'
  const takes = takenOver(words, replacements, isAccepted)
  const carried = copy.map((): Span[] => [])
  for (const { block, from, to, broughtBy = '', isBreak, takenBy } of words)
    if (isAccepted(broughtBy) && !isBreak && !takenBy.some(isAccepted))
      for (const id of takes.get(broughtBy) ?? []) carried[block]?.push({ from, to, mark: 'comment', id })
  return carried
}

/** The suggestions that take words away and bring others, without rejected ones. */
function replacementsIn(copy: MarkedCopy, choose: (suggestion: string) => Choice): ReadonlySet<string> {
  const idsOf = (mark: SuggestionSpan['mark']): readonly string[] =>
    copy.flatMap(({ proposed }) => proposed.flatMap((span) => (span.mark === mark ? [span.id] : [])))
  const inserting = new Set(idsOf('insertion'))
  return new Set(idsOf('deletion').filter((id) => inserting.has(id) && choose(id) !== 'reject'))
}

const wordsOf = (copy: MarkedCopy, choose: (suggestion: string) => Choice): readonly Words[] =>
  copy.flatMap((marked, block) =>
    piecesOf(marked).flatMap(({ from, to, text, spans, insertion, deletions }): Words[] =>
      insertion && choose(insertion.id) === 'reject'
        ? []
        : [
            {
              ...{ block, from, to, size: text.trim().length },
              comments: spans.flatMap((span) => (span.mark === 'comment' ? [span.id] : [])),
              broughtBy: insertion?.id,
              isBreak: insertion?.as !== undefined,
              takenBy: deletions.filter((id) => choose(id) !== 'reject'),
            },
          ],
    ),
  )

/** The comments that each replacement takes over. One that is still pending takes them over as if it were accepted. */
function takenOver(
  words: readonly Words[],
  replacements: ReadonlySet<string>,
  isAccepted: (id: string | undefined) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const takes = new Map([...replacements].map((id) => [id, new Set<string>()]))
  // Each round follows one more replacement of replacing words.
  for (let round = 0, isChanged = true; isChanged && round <= replacements.size; round++) {
    isChanged = false
    for (const [id, taken] of takes) {
      const gone = words.filter(({ takenBy }) => takenBy.includes(id))
      const all = gone.reduce((sum, { size }) => sum + size, 0)
      const goneOf = new Map<string, number>()
      for (const { size, comments, broughtBy = '' } of gone)
        for (const comment of new Set([...comments, ...(takes.get(broughtBy) ?? [])]))
          goneOf.set(comment, (goneOf.get(comment) ?? 0) + size)
      for (const [comment, size] of goneOf)
        if (!taken.has(comment) && (size === all || !staysWithout(words, comment, id, isAccepted))) {
          taken.add(comment)
          isChanged = true
        }
    }
  }
  return takes
}

/** Whether a comment keeps words of its own when a replacement is accepted. */
const staysWithout = (
  words: readonly Words[],
  comment: string,
  replacement: string,
  isAccepted: (id: string | undefined) => boolean,
): boolean =>
  words.some(
    ({ size, comments, broughtBy, takenBy }) =>
      size > 0 &&
      comments.includes(comment) &&
      (broughtBy === undefined || isAccepted(broughtBy)) &&
      !takenBy.some((id) => id === replacement || isAccepted(id)),
  )
