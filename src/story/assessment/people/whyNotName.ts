import type { Fields } from '../../ledger/fields'
import { isAuthorOf } from '../story'
import { whyNotMay, type People } from './rights'

type Authors = Pick<Fields, 'author' | 'byline'>

/**
 * Why `by` may not turn these authors of a story into those: another person of the roster is added or removed.
 * Undefined: they may.
 */
export function whyNotName(by: string, before: Authors, now: Authors, desk: People): string | undefined {
  const named = (authors: Authors): readonly string[] =>
    desk.roster.flatMap(({ name }) => (isAuthorOf(authors, name) ? [name] : []))
  const [was, is] = [named(before), named(now)]
  const isOther = was.some((name) => !is.includes(name)) || is.some((name) => !was.includes(name) && name !== by)
  return isOther ? whyNotMay('nameAuthors', by, { desk }) : undefined
}
