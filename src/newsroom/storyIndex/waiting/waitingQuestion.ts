import type { WaitingStory } from '../../../storage/storyIndex/indexedStory'
import type { StoryAge, StoryIndex } from '../../../storage/storyIndex/storyIndex'
import type { QueueKind } from '../../../story/requests/requests'
import { wordsOfPerson } from '../../../story/text/words/personName'
import { mayPublish, takesUp, waitingIn } from './waitingItems'
import { FOR_PUBLISHERS, FOR_THE_DESK } from './waitingStory'
import type { WaitingAnswer, WaitingAsked } from '../worker/indexCalls'

/**
 * What waits for a person in the stories of the index. All of it is counted by outlines; only the stories that are
 * shown are read.
 */
export function waitingQuestion(
  index: StoryIndex,
  { person, desk, open, limit = Infinity, perKind = Infinity }: WaitingAsked,
): WaitingAnswer {
  const asker = { person, desk, isCounted: true }
  const known = new Map<WaitingStory, readonly QueueKind[]>()
  const kindsIn = (outline: WaitingStory): readonly QueueKind[] => {
    const kinds = known.get(outline) ?? waitingIn(outline, asker).map(({ kind }) => kind)
    known.set(outline, kinds)
    return kinds
  }
  const lines = [...(takesUp(asker) ? [FOR_THE_DESK] : []), ...(mayPublish(asker) ? [FOR_PUBLISHERS] : [])]
  const found = index.waiting({ words: wordsOfPerson(person), lines, without: open })
  const kinds = new Map<QueueKind, number>()
  for (const { outline, count } of found.outlines)
    for (const kind of kindsIn(outline)) kinds.set(kind, (kinds.get(kind) ?? 0) + count)

  const wanted = new Map([...kinds].map(([kind, count]) => [kind, Math.min(count, perKind)]))
  let left = Math.min(limit, sum(wanted.values()))
  const shown: StoryAge[] = []
  if (left > 0)
    for (const { outline, ...story } of found.stories) {
      const told = kindsIn(outline).filter((kind) => {
        const more = wanted.get(kind) ?? 0
        wanted.set(kind, more - 1)
        return more > 0
      })
      if (told.length > 0) shown.push(story)
      left -= told.length
      if (left <= 0) break
    }
  const read = index.waitingStories(shown.map(({ id }) => id))
  const stories = shown.flatMap(({ id, created }) => {
    const waiting = read.get(id)
    return waiting ? [{ created, waiting }] : []
  })
  return { kinds: Object.fromEntries(kinds), stories, sealed: found.sealed }
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0)
