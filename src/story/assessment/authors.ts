/** Who is an author of a story: its author field and bylines, now and at any earlier time. */
import { namesInByline, sameName } from '../text/personName'
import { authorsOf, type Story } from './story'

/** The parts of a story that tell its authors. */
export type Authored = Pick<Story, 'fields' | 'ledger'>

/** Whether the person is or was an author or in a byline, however the name is spelled there. */
export const isAuthorEver = ({ fields, ledger }: Authored, person: string): boolean =>
  [...authorsOf(fields), ...ledger.authors].flatMap(namesInByline).some((name) => sameName(name, person))
