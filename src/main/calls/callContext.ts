import type { Newsroom } from '../../newsroom/state/newsroom'
import type { Backups } from '../library/backups'
import type { ReadOnlyLibrary } from '../library/readOnlyLibrary'
import type { DeskFeed } from './desk/deskFeed'
import type { RememberedState } from '../windows/rememberedState'
import type { Windows } from '../windows/windows'

/** What the calls of every window use. */
export interface CallContext {
  readonly newsroom: Newsroom
  readonly windows: Windows
  readonly remembered: RememberedState
  readonly backups: Backups
  readonly desk: DeskFeed
  /** Rebuilds the menu after its keys were changed. */
  readonly showMenu: () => void
  /** Returns whether assistive technology reads the windows now. */
  readonly assisted: () => boolean
  /** Undefined if the library can be written. */
  readonly readOnly: Pick<ReadOnlyLibrary, 'why' | 'isFree'> | undefined
}
