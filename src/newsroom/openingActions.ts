import type { Action } from './state/action'
import { listThereAgain } from './library/deleting/thereAgain'
import { pageOfStories } from './stories/list/pageOfStories'
import { listTray } from './stories/tray'

/** The actions that a window asks for while it opens. They need neither the checks nor the formats. */
export const openingHandlers = {
  'story.page': pageOfStories satisfies Action<'story.page'>,
  'tray.list': listTray satisfies Action<'tray.list'>,
  'story.thereAgain': listThereAgain satisfies Action<'story.thereAgain'>,
}
