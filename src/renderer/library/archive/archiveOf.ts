import type { WindowNewsroom } from '../../state/stores/newsroom/windowNewsroom'
import { ArchiveWork } from './archiveWork'

const works = new WeakMap<WindowNewsroom, ArchiveWork>()

/**
 * The archiving of this window. One for as long as the window lives: closing its panel lets the present stories end.
 */
export function archiveOf(newsroom: WindowNewsroom): ArchiveWork {
  const known = works.get(newsroom)
  if (known) return known
  const work = new ArchiveWork((action, request) => newsroom.act(action, request), newsroom.call)
  works.set(newsroom, work)
  return work
}
