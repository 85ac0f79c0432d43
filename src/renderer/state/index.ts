export { pick } from './stores/stories/pick'
export { commandItem } from './commands/commandItem'
export {
  commandTable,
  keyOrName,
  shortcutOf,
  runCommand,
  useCommand,
  useKeys,
  type CommandRow,
} from './commands/commands'
export type { Overlay, OverlayKind } from './stores/overlay'
export type { TabId } from './stores/tabs'
export type { SaveState } from './session/autosave'
export type { Notice } from './stores/notices'
export { useStaleFlag } from './hooks/useStaleFlag'
export { useNewsroom } from './hooks/useNewsroom'
export { useNotice } from './hooks/useNotice'
export { useClose, usePanels } from './hooks/usePanels'
export { useStory, type StoryPart, type OpenStoryView } from './hooks/useStory'
export { useStoryLocked, useStoryReadOnly } from './hooks/useStoryReadOnly'
