import { windowText } from '../../../catalogue/window/window'

/** Tabs of every story. */
export const TABS = ['facts', 'checks', 'comments', 'sources', 'history', 'fields'] as const
/** Tabs that a story has while it needs them: a kill that is written or told, a correction. */
export const NOW_TABS = ['kill', 'correction'] as const
export type NowTab = (typeof NOW_TABS)[number]
export type TabId = (typeof TABS)[number] | NowTab

export const isNowTab = (tab: TabId): tab is NowTab => (NOW_TABS as readonly string[]).includes(tab)

export const tabName = (tab: TabId): string => windowText(`tab.${tab}`)
