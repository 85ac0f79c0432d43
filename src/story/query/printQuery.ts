import { hyphened } from './readFilter'
import type { QueryTerm, QueryWords, StoryFilter, StoryQuery } from './storyQuery'

/** A query as people type it. `parseQuery` reads the same query back. */
export const printQuery = ({ terms, filters, unclear }: StoryQuery): string =>
  [...filters.map(printFilter), ...terms.map(printTerm), ...unclear].join(' ')

const printTerm = (term: QueryTerm): string => `${sign(term.not)}${printWords(term)}`

function printWords({ text, quoted, prefix, tokens }: QueryWords): string {
  // A character that stands alone goes on by itself; a star after it says nothing.
  const star = prefix && tokens.length > 0 ? '*' : ''
  return quoted ? `"${text}"${star}` : `${text}${star}`
}

const sign = (not: boolean): string => (not ? '-' : '')

/** A filter as people type it. */
export const printFilter = (filter: StoryFilter): string => `${sign(filter.not)}${filter.name}:${valueOf(filter)}`

function valueOf(filter: StoryFilter): string {
  switch (filter.name) {
    case 'stage':
      return filter.stage
    case 'fact':
      return hyphened(filter.status)
    case 'lang':
      return filter.language
    case 'before':
    case 'after':
      return filter.day
    case 'since':
      return `${filter.amount}${filter.unit}`
    case 'is':
      return filter.state
    default:
      return printWords(filter.words)
  }
}
