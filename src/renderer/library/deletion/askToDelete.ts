import type { BulkStory } from '../../state/stores/stories/bulkWork'
import type { WindowServices } from '../../state/windowServices'

/** Asks whether to delete the selected stories, or the focused one. The question says which of them may be deleted. */
export function askToDelete(
  { newsroom, panels }: Pick<WindowServices, 'newsroom' | 'panels'>,
  focused: BulkStory | undefined,
): void {
  const { selection, store } = newsroom
  const { readOnly, person } = store.getState()
  const stories = selection.store.getState().chosen.size > 0 ? selection.stories : focused ? [focused] : []
  if (stories.length > 0 && readOnly === undefined && person !== undefined)
    panels.open({ kind: 'delete', stories: stories.map(({ id, headline }) => ({ id, headline })) })
}
