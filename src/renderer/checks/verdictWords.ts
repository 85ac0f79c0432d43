import { meter } from '../../review/meter'
import type { Finding } from '../../story/assessment/finding'

/** "4 issues: 3 on facts, 1 TK", or "No issues block clearing". */
export const blockWords = (blocks: readonly Finding[]): string =>
  meter([], { door: '', blocks, warns: [], overridden: [] }).words
