/** The windows that a new start of the app opens again. */
import { defined } from '../../story/text/defined'
import { isRecord } from '../../story/text/isRecord'

/** Windows that are opened again at most: each is a process. */
const MOST = 12

/** A window: who acts in it, whose PIN it asks for, and its stories, the last opened one last. */
interface Shown {
  readonly person?: string | undefined
  readonly asks?: string | undefined
  readonly stories: Iterable<string>
  /** The story that it opens once somebody acts in it. */
  readonly first?: string | undefined
}

export interface WindowAgain {
  /** Who acted in it. Somebody with a PIN is asked for it again. */
  readonly person?: string
  readonly story?: string
}

/** The open windows, to remember before the app ends to start again. First the one in which a person asked for it. */
export const windowsToRemember = (asking: Shown, all: readonly Shown[]): readonly WindowAgain[] =>
  [asking, ...all.filter((one) => one !== asking)].slice(0, MOST).map(shown)

const shown = (session: Shown): WindowAgain =>
  defined({ person: nameOf(session), story: [...session.stories].at(-1) ?? session.first })

const nameOf = ({ person, asks }: Shown): string | undefined => person ?? asks

/**
 * The windows to open, first the one in front. Only once. The file may be edited by hand: what is no window is left
 * out.
 */
export function takeWindowsAgain(remembered: {
  readonly value: { readonly again?: readonly WindowAgain[] }
  readonly change: (changes: { readonly again: readonly WindowAgain[] }) => void
}): readonly WindowAgain[] {
  const again: unknown = remembered.value.again
  if (!Array.isArray(again) || again.length === 0) return []
  remembered.change({ again: [] })
  return again.slice(0, MOST).filter(isWindow)
}

const isWindow = (value: unknown): value is WindowAgain =>
  isRecord(value) && [value['person'], value['story']].every((one) => one === undefined || typeof one === 'string')
