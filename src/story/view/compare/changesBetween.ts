import { SENTENCE_RULE } from '../../copy/words/sentences'
import { hashEvidence, hashTranslation } from '../../ledger/hash'
import { compareViews } from './compareViews'
import { partsOf } from '../partsOf'
import type { Source } from '../../desk/source'
import type { SignOff } from '../../ledger/facts/fact'
import type { FactRecord } from '../../ledger/record/factRecord'
import type { BuiltView } from '../buildView'
import type { ViewChange } from './viewChange'
import { defined } from '../../text/defined'

/** A fact at one moment. */
export interface FactThen {
  readonly words: string
  readonly sentence: string
  readonly preceding: string
  readonly record: FactRecord
  readonly view?: BuiltView
}

/** What changed between two moments of a fact, as if the first had been signed. Empty if one has no view. */
export function changesBetween(
  before: FactThen,
  now: FactThen,
  sources: ReadonlyMap<string, Source>,
): readonly ViewChange[] {
  if (!before.view || !now.view) return []
  const { words, sentence, preceding, record, view } = before
  const signed: SignOff = {
    entry: 0,
    status: 'verified',
    by: '',
    at: '',
    words,
    sentence,
    preceding,
    sentenceRule: SENTENCE_RULE,
    evidence: record.evidence.map(hashEvidence),
    groundRules: {},
    view: view.hash,
    parts: partsOf(view, words, sentence, (text) => text),
    ...defined({ translation: record.translation && hashTranslation(record.translation) }),
  }
  return compareViews(signed, { ...now, built: now.view, sources })
}
