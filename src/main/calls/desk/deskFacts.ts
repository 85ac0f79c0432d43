import type { DeskFacts } from '../../../ipc/deskFacts'
import type { Newsroom } from '../../../newsroom/state/newsroom'
import { defined } from '../../../story/text/defined'
import { hasFirstPin } from '../../../story/trust/keys/knownKeys'
import { notesElsewhere } from '../../../story/trust/notesElsewhere'

/** The facts of the library that every window holds: people, sources, settings, the desk’s words. */
export const deskFacts = ({ ring, library }: Pick<Newsroom, 'ring' | 'library'>): DeskFacts => {
  const { roster, settings, sources, words, losses } = library
  const notes = notesElsewhere(ring.history)
  return {
    roster,
    settings,
    sources,
    ...defined({ words }),
    losses,
    ...(hasFirstPin(ring.history) ? {} : { beforeFirstPin: true }),
    ...(notes.length > 0 ? { notesElsewhere: notes } : {}),
  }
}
