import type { DeskFacts } from '../../ipc/contract'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { defined } from '../../story/text/defined'
import { hasPins } from '../../story/trust/knownKeys'

/** What of the library every window has. */
export const deskFacts = (
  { ring }: Pick<Newsroom, 'ring'>,
  { roster, settings, sources, words, losses }: Newsroom['library'],
): DeskFacts => ({
  roster,
  settings,
  sources,
  ...defined({ words }),
  losses,
  ...(hasPins(ring.history) ? {} : { beforeFirstPin: true }),
})
