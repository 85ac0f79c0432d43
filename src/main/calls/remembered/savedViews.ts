import type { SavedView } from '../../../ipc/windowChoices'
import { STORY_SORTS } from '../../../story/requests/requests'
import { isRecord } from '../../../story/text/isRecord'
import type { RememberedState } from '../../windows/rememberedState'
import type { WindowSession, Windows } from '../../windows/windows'

/** The named searches of a person on this machine. Leaves out what is damaged: the file can be edited by hand. */
export function viewsOf({ value }: RememberedState, person: string | undefined): readonly SavedView[] {
  const all: unknown = value.views
  const own: unknown = person !== undefined && isRecord(all) && Object.hasOwn(all, person) ? all[person] : []
  return Array.isArray(own) ? own.filter(isView) : []
}

const isView = (view: unknown): view is SavedView =>
  isRecord(view) &&
  typeof view['name'] === 'string' &&
  typeof view['query'] === 'string' &&
  STORY_SORTS.some((sort) => sort === view['sort'])

/** Keeps the named searches of the person of a window, and tells the other windows of that person. */
export function keepViews(
  { remembered, windows }: { readonly remembered: RememberedState; readonly windows: Windows },
  session: WindowSession,
  views: readonly SavedView[],
): void {
  const { person } = session
  if (person === undefined) return
  remembered.change({ views: { ...remembered.value.views, [person]: views } })
  windows.tell('viewsChanged', { views }, (other) => other !== session && other.person === person)
}
