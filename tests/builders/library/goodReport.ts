import { expect } from 'vitest'

/** What a newsroom whose index is in memory says of a library in which every file is as it should be. */
export const GOOD_REPORT = {
  ok: true,
  problems: [],
  index: { kept: 'memory', stories: expect.any(Number) as number, whole: expect.any(Boolean) as boolean },
}
