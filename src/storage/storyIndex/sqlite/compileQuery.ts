/** A query as the index asks SQLite. The measure is matchQuery, which reads whole texts. */
import { momentOf, type QueryClock } from '../../../story/query/queryClock'
import { filterGroups, type QueryWords, type StoryFilter, type StoryQuery } from '../../../story/query/storyQuery'
import { GROUP_ORDER } from '../../../story/requests/library/listRequests'
import { facet } from './facets'
import { FIRST_KNOWN, groupOfNumber, numberAt } from '../rowNumber'
import { TEXT_COLUMNS } from './schema'
import type { Value } from './database'

export interface Compiled {
  /** For `texts match`. Absent: no words are asked for. */
  readonly match?: string
  /** For `texts match`: what must not be found. Only without `match`. */
  readonly without?: string
  /** SQL conditions on a number, which is written as `@n`. */
  readonly conditions: readonly string[]
  readonly values: readonly Value[]
}

/** Undefined: the query finds nothing. */
export function compileQuery(query: StoryQuery, clock: QueryClock): Compiled | undefined {
  if (query.unclear.length > 0) return undefined
  const wanted: string[] = []
  const unwanted: string[] = []
  const conditions: string[] = []
  const values: Value[] = []
  for (const term of query.terms) (term.not ? unwanted : wanted).push(inColumns(TEXT_COLUMNS.join(' '), term))
  for (const group of filterGroups(query)) {
    const [first] = group
    if (!first) continue
    const condition = conditionOf(first, clock)
    if (condition) {
      conditions.push(first.not ? `not ${condition.sql}` : condition.sql)
      values.push(...condition.values)
    } else (first.not ? unwanted : wanted).push(group.map(wordsOf).join(' OR '))
  }
  const without = unwanted.map((part) => `(${part})`).join(' OR ')
  if (wanted.length === 0) return { conditions, values, ...(without === '' ? {} : { without }) }
  const match = wanted.map((part) => `(${part})`).join(' AND ')
  return { match: without === '' ? match : `(${match}) NOT (${without})`, conditions, values }
}

const inColumns = (columns: string, { tokens, prefix }: Pick<QueryWords, 'tokens' | 'prefix'>): string =>
  `{${columns}} : "${tokens.join(' ')}"${prefix ? ' *' : ''}`

/** Filters that are looked up as words. */
function wordsOf(filter: StoryFilter): string {
  switch (filter.name) {
    case 'stage':
      return isFacet('stage', filter.stage)
    case 'fact':
      return isFacet('fact', filter.status)
    case 'lang':
      return isFacet('lang', filter.language)
    case 'is':
      return isFacet('fact', 'reCheck')
    case 'before':
    case 'after':
    case 'since':
      throw new Error(filter.name)
    default:
      return inColumns(filter.name, filter.words)
  }
}

const isFacet = (kind: 'stage' | 'fact' | 'lang', value: string): string =>
  inColumns('facets', { tokens: [facet(kind, value)], prefix: false })

interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

function conditionOf(filter: StoryFilter, clock: QueryClock): Condition | undefined {
  switch (filter.name) {
    case 'before':
      return { sql: `(@n >= ${FIRST_KNOWN} and @n < ?)`, values: [numberAt(momentOf(filter, clock))] }
    case 'after':
    case 'since':
      return { sql: `(@n >= ${FIRST_KNOWN} and @n >= ?)`, values: [numberAt(momentOf(filter, clock))] }
    case 'is':
      if (filter.state === 'unreadable')
        return { sql: `(${groupOfNumber('@n')} = ${GROUP_ORDER.indexOf('unavailable')})`, values: [] }
      if (filter.state === 'embargoed')
        return { sql: '(@n in (select n from stories where embargo > ?))', values: [clock.now] }
      return undefined
    default:
      return undefined
  }
}
