import { ledgerText } from '../../../catalogue/story/ledger'
import type { Stage } from '../stages'

/** Stages that a next version goes through while the one before is live. */
const NEXT: ReadonlySet<Stage> = new Set<Stage>(['draft', 'filed', 'inReview', 'cleared'])
type NextStage = 'draft' | 'filed' | 'inReview' | 'cleared'

/** Whether readers have the version before: a next version of published copy is open. */
export const isNextVersion = <T extends { readonly stage: Stage; readonly version: number }>(
  story: T,
): story is T & { readonly stage: NextStage } => story.version > 1 && NEXT.has(story.stage)

/** “v1 live, v2 in draft”. Undefined while no next version is open. */
export const openVersionWords = (story: { readonly stage: Stage; readonly version: number }): string | undefined =>
  isNextVersion(story)
    ? ledgerText(`openVersion.${story.stage}`, { live: story.version - 1, next: story.version })
    : undefined
