/** The search field is the truth: filters are read from its text and written into it. */
import { parseQuery } from '../../../story/query/parseQuery'
import { printFilter, printQuery } from '../../../story/query/printQuery'
import type { FilterName, StoryFilter } from '../../../story/query/storyQuery'

/** The value of the first filter of a name, as it is typed. '' if there is none. */
export function filterValue(query: string, name: FilterName): string {
  const filter = parseQuery(query).filters.find((one) => one.name === name && !one.not)
  return filter ? unquoted(printFilter(filter).slice(name.length + 1)) : ''
}

/** The query with this filter in place of those of its name. Without a value: without them. What it excludes stays. */
export function withFilter(query: string, name: FilterName, value: string): string {
  const sought = parseQuery(query)
  const given = value.trim() === '' ? undefined : parseQuery(`${name}:${quoted(value.trim())}`)
  const others = sought.filters.filter((filter) => filter.not || filter.name !== name)
  return printQuery({
    ...sought,
    filters: [...others, ...(given?.filters ?? [])],
    unclear: [...sought.unclear.filter((part) => !part.startsWith(`${name}:`)), ...(given?.unclear ?? [])],
  })
}

/** The query without one of its filters. */
export function withoutFilter(query: string, filter: StoryFilter): string {
  const sought = parseQuery(query)
  const printed = printFilter(filter)
  return printQuery({ ...sought, filters: sought.filters.filter((one) => printFilter(one) !== printed) })
}

const quoted = (value: string): string => (/[\s"“”]/u.test(value) ? `"${value.replace(/["“”]/gu, ' ')}"` : value)
const unquoted = (value: string): string => value.replace(/^"(.*)"$/u, '$1')
