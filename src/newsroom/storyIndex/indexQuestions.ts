import { mediaTopics } from '../../story/desk/mediaTopics'
import { asksForSubject, withNamedTopics } from '../../story/query/namedTopics'
import type { StoryQuery } from '../../story/query/storyQuery'
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
    const clock = localClock(now)
    return asked(parsed, (full) => ({ ...index().rows({ ...wanted, query: full, clock }), ...defined({ problem }) }))
  },
  search: ({ query, whole = false, now, ...wanted }) =>
    asked(parseQuery(query, { typing: !whole }), (full) =>
      index().search({ ...wanted, query: full, clock: localClock(now) }),
    ),
  called: ({ name, limit }) => index().called(name, limit),
  resting: (sources) => index().resting(sources),
  sealed: () => index().sealed(),
  waiting: (asked) => waitingQuestion(index(), asked),
})

/** With the topics that a filter names. Their list is read when the first such filter is asked. */
const asked = <T>(query: StoryQuery, ask: (full: StoryQuery) => T): T | Promise<T> =>
  asksForSubject(query) ? mediaTopics().then((topics) => ask(withNamedTopics(query, topics))) : ask(query)
