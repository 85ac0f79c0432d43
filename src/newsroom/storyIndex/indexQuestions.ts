import type { StoryIndex } from '../../storage/storyIndex/storyIndex'
import { parseQuery } from '../../story/query/parseQuery'
import { localClock } from '../../story/query/queryClock'
import { defined } from '../../story/text/defined'
import { waitingQuestion } from './waiting/waitingQuestion'
import type { IndexHandlers } from './worker/indexCalls'

/** The calls that only ask. `index`: the current one. */
export const indexQuestions = (
  index: () => StoryIndex,
): Pick<IndexHandlers, 'rows' | 'search' | 'called' | 'resting' | 'sealed' | 'waiting'> => ({
  rows: ({ query, whole = false, now, ...wanted }) => {
    if (query === undefined || query.trim() === '') return index().rows(wanted)
    const parsed = parseQuery(query, { typing: !whole })
    const { problem } = parsed
    return { ...index().rows({ ...wanted, query: parsed, clock: localClock(now) }), ...defined({ problem }) }
  },
  search: ({ query, whole = false, now, ...wanted }) =>
    index().search({ ...wanted, query: parseQuery(query, { typing: !whole }), clock: localClock(now) }),
  called: ({ name, limit }) => index().called(name, limit),
  resting: (sources) => index().resting(sources),
  sealed: () => index().sealed(),
  waiting: (asked) => waitingQuestion(index(), asked),
})
