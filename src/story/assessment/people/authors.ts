/** Who is an author of a story: its author field and bylines, now and at any earlier time. */
import type { Person } from '../../desk/roster'
import { isNamedIn, namesInByline, sameName } from '../../text/words/personName'
import type { Fields } from '../../ledger/fields'
import type { LedgerState } from '../../ledger/ledgerState'
import { authorsOf, rolesOf, type Story } from '../story'

/** The parts of a story that tell its authors, and what was accepted of others. */
export type Authored = Pick<Story, 'fields' | 'ledger'>

/** All that tells its authors. */
export interface WithAuthors {
  readonly fields: Pick<Fields, 'author' | 'byline'>
  readonly ledger: Pick<LedgerState, 'authors'>
}

/** Whether the person is or was an author or in a byline, however the name is spelled there. */
export const isAuthorEver = ({ fields, ledger }: WithAuthors, person: string): boolean =>
  [...authorsOf(fields), ...rolesOf(fields), ...ledger.authors].some((line) => isNamedIn(line, person))

/** Everyone who is or was an author, also people of the roster whom a byline spells in another way. */
export const authorsAmong = (story: Authored, roster: readonly Person[]): readonly string[] => [
  ...authorsEver(story),
  ...roster.flatMap(({ name }) => (isAuthorEver(story, name) ? [name] : [])),
]

/** The names of all who are or were authors, each once. */
export const authorsEver = ({ fields, ledger }: Authored): readonly string[] =>
  [...authorsOf(fields), ...ledger.authors]
    .flatMap(namesInByline)
    .filter((name, at, all) => name.trim() !== '' && all.findIndex((other) => sameName(other, name)) === at)
