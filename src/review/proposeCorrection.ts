/**
 * Proposes what a correction corrects: the single fact, or else the single sentence, that differs from the published
 * text.
 */
import { alignTexts } from '../story/text/words/alignTexts'
import { sameText } from '../story/text/compare'
import type { StoryView } from '../story/requests/requests'
import { sentencesOf } from '../story/copy/words/sentences'

type Read = Pick<StoryView, 'blocks' | 'facts'>
export interface WasAndIs {
  readonly was: string
  readonly is: string
}

/**
 * Returns undefined if nothing changed, or more than one thing. The same change in several places (headline and copy)
 * counts once.
 */
export function proposeCorrection(before: Read, now: Read): WasAndIs | undefined {
  const facts = distinct(changedFacts(before, now))
  const [fact] = facts
  if (fact && facts.length === 1) return fact
  const sentences = facts.length > 1 ? [] : distinct(changedSentences(before, now))
  const [sentence] = sentences
  return sentence && sentences.length === 1 ? sentence : undefined
}

function changedFacts(before: Read, now: Read): readonly WasAndIs[] {
  const standing = ({ facts }: Read) =>
    facts.filter(({ status, words }) => words !== '' && status !== 'cut' && status !== 'lost' && status !== 'untagged')
  const then = new Map(standing(before).map(({ id, words }) => [id, words]))
  return standing(now).flatMap(({ id, words }) => {
    const was = then.get(id)
    return was === undefined || sameText(was, words) ? [] : [{ was, is: words }]
  })
}

/**
 * Returns changed sentences in pairs. A new or removed sentence has '' on the other side: its counterpart is unknown.
 */
function changedSentences(before: Read, now: Read): readonly WasAndIs[] {
  const sentences = ({ blocks }: Read): readonly string[] =>
    blocks.flatMap(({ text }) => sentencesOf(text).map(({ from, to }) => text.slice(from, to)))
  const [old, fresh] = [sentences(before), sentences(now)]
  const changed = alignTexts(old, fresh)
    .map((pair) => ({
      was: pair.before === undefined ? '' : (old[pair.before] ?? ''),
      is: pair.after === undefined ? '' : (fresh[pair.after] ?? ''),
    }))
    .filter(({ was, is }) => !sameText(was, is))
  return changed.some(({ was, is }) => was === '' || is === '') ? [] : changed
}

const distinct = (pairs: readonly WasAndIs[]): readonly WasAndIs[] =>
  pairs.filter((pair, at) => pairs.findIndex(({ was, is }) => sameText(was, pair.was) && sameText(is, pair.is)) === at)
