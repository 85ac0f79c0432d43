/** Who is an author of a story: its author field and bylines, now and at any earlier time. */
import { namesInByline, sameName } from '../text/personName'
import { authorsOf, type Story } from './story'

/** The parts of a story that tell its authors. */
export type Authored = Pick<Story, 'fields' | 'ledger'>

const namesEver = ({ fields, ledger }: Authored): readonly string[] =>
  [...authorsOf(fields), ...ledger.authors].flatMap(namesInByline)

/** Whether the person is or was an author or in a byline, however the name is spelled there. */
export const isAuthorEver = (story: Authored, person: string): boolean =>
  namesEver(story).some((name) => sameName(name, person))

/** The names of all who are or were authors, each once. */
export const authorsEver = (story: Authored): readonly string[] =>
  namesEver(story).filter(
    (name, at, all) => name.trim() !== '' && all.findIndex((other) => sameName(other, name)) === at,
  )
