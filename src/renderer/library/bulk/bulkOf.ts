import { BulkWork } from '../../state/stores/stories/bulkWork'
import type { WindowNewsroom } from '../../state/stores/newsroom/windowNewsroom'

const works = new WeakMap<WindowNewsroom, BulkWork>()

/**
 * The work on many stories in this window. One for as long as the window lives: closing its panel lets the present
 * story end. Made with the first panel, so that the start does not load it.
 */
export function bulkOf(newsroom: WindowNewsroom): BulkWork {
  const known = works.get(newsroom)
  if (known) return known
  const work = new BulkWork((action, request) => newsroom.act(action, request), newsroom.call)
  works.set(newsroom, work)
  return work
}
