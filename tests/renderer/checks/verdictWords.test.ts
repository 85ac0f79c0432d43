import { describe, expect, it } from 'vitest'
import { blockWords } from '../../../src/renderer/checks/verdictWords'
import type { Finding, RuleId } from '../../../src/story/assessment/finding'

const finding = (rule: RuleId, key: string = rule): Finding => ({
  rule,
  key,
  severity: 'block',
  message: rule,
  where: { kind: 'story' },
  overridable: true,
  dismissable: false,
})

describe('a verdict in a few words', () => {
  it('says what blocks, not only how many', () => {
    expect(blockWords([finding('factStatus', 'a'), finding('context', 'b'), finding('openTk'), finding('hole')])).toBe(
      '4 issues: 3 on facts, 1 TK',
    )
    expect(blockWords([finding('untaggedQuote')])).toBe('1 issue: 1 untagged')
    expect(blockWords([])).toBe('No issues block clearing')
  })
})
