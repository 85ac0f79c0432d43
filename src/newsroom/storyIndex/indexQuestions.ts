import type { StoryIndex, WaitingFound } from '../../storage/storyIndex/storyIndex'
import { parseQuery } from '../../story/query/parseQuery'
import { localClock } from '../../story/query/queryClock'
import { defined } from '../../story/text/defined'
import { isNamedIn } from '../../story/text/words/personName'
import { waitingIn } from './waitingItems'
import { FOR_THE_DESK } from './waitingStory'
import type { IndexHandlers } from './worker/indexCalls'

/** The calls that only ask. `index`: the one of now. */
export const indexQuestions = (
  index: () => StoryIndex,
): Pick<IndexHandlers, 'rows' | 'search' | 'called' | 'resting' | 'sealed' | 'waiting'> => ({
  rows: ({ query, whole = false, now, ...wanted }) => {
    if (query === undefined || query.trim() === '') return index().rows(wanted)
    const parsed = parseQuery(query, { typing: !whole })
    const { problem } = parsed
    return { ...index().rows({ ...wanted, query: parsed, clock: localClock(now) }), ...defined({ problem }) }
  },
  search: ({ query, now, ...wanted }) =>
    index().search({ ...wanted, query: parseQuery(query, { typing: true }), clock: localClock(now) }),
  called: ({ name, limit }) => index().called(name, limit),
  resting: (sources) => index().resting(sources),
  sealed: () => index().sealed(),
  waiting: ({ person, isDesk, roster, open, limit = Infinity }) => {
    const inMemory = new Set(limit === Infinity ? [] : open)
    const counts: (readonly [id: string, count: number])[] = []
    const stories: WaitingFound[] = []
    let told = 0
    for (const found of index().waiting((line) => (line === FOR_THE_DESK ? isDesk : isNamedIn(line, person)))) {
      const { waiting, sealed } = found
      const count = sealed ? 0 : waitingIn(waiting, { person, isDesk, isCounted: true }, roster).length
      if (!sealed) counts.push([waiting.id, count])
      if (!sealed && (told >= limit || inMemory.has(waiting.id))) continue
      told += count
      stories.push(found)
    }
    return { counts, stories }
  },
})
