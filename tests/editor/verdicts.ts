/** The statuses of facts in a window, by the newsroom's rules. */
import { deskFrom } from '../builders/stories/storyFrom'
import { readStory } from '../../src/document/reading/readStory'
import { assessStory } from '../../src/story/assessment/assessStory'
import type { SignedStatus } from '../../src/story/ledger/facts/fact'
import { EMPTY_RECORD } from '../../src/story/ledger/record/factRecord'
import { EMPTY_LEDGER, type LedgerState } from '../../src/story/ledger/ledger'
import { SENTENCE_RULE } from '../../src/story/copy/words/sentences'
import { INSTANT, type Desk } from './desk'

const assess = ({ doc }: Desk, ledger: LedgerState) =>
  assessStory(
    { ...readStory(doc), ledger },
    deskFrom({ sources: new Map(), roster: [{ name: 'Eve', role: 'editor' }] }),
  )

/** A ledger with a signature on every fact of the current copy. */
export function signAll(d: Desk, status: SignedStatus = 'verified'): LedgerState {
  const facts = assess(d, EMPTY_LEDGER).map(({ id, words, sentence, preceding }, index) => {
    const current = {
      entry: index + 1,
      status,
      by: 'Eve',
      at: INSTANT,
      words,
      sentence,
      preceding,
      sentenceRule: SENTENCE_RULE,
      evidence: [],
      groundRules: {},
    }
    return [id, { ...EMPTY_RECORD, signOffs: [current], current, lastWords: words }] as const
  })
  return { ...EMPTY_LEDGER, facts: new Map(facts) }
}

/** Fact → status, and why it lapsed: "reCheck words". */
export const verdicts = (d: Desk, ledger: LedgerState = EMPTY_LEDGER): Record<string, string> =>
  Object.fromEntries(assess(d, ledger).map(({ id, status, reasons }) => [id, [status, ...reasons].join(' ')]))
