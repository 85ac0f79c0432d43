/** A fact that is signed on one copy and read on another, with the whole view. */
import { assessStory } from '../../../src/story/assessment/assessStory'
import type { Assessment } from '../../../src/story/assessment/assessment'
import type { Copy } from '../../../src/story/copy/copy'
import { sentenceBefore } from '../../../src/story/copy/words/sentences'
import { sourceBook, type Source } from '../../../src/story/desk/source'
import type { Evidence, FactTag, FactType } from '../../../src/story/ledger/facts/fact'
import { hashEvidence } from '../../../src/story/ledger/hash'
import { foldLedger } from '../../../src/story/ledger/ledger'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { defined } from '../../../src/story/text/defined'
import type { BuiltView } from '../../../src/story/view/buildView'
import { partsOf } from '../../../src/story/view/partsOf'
import { hashView, sentencesOfView, VIEW_RULE } from '../../../src/story/view/signedView'
import { BACKUP, deskFrom, ledgerFrom, NOW, POOL, storyFrom } from './storyFrom'
import { copyFrom } from '../copy/copyFrom'

export const KEYED: Source = { ...POOL, commitmentKey: 'a1'.repeat(32) }

export interface Signed {
  readonly type?: FactType
  readonly sources?: readonly Source[]
  readonly tag?: Partial<FactTag>
  readonly evidence?: readonly Evidence[]
  /** Signed with an earlier Stet, by this rule of views. */
  readonly former?: 1 | 2
}

export const asCopy = (page: Copy | string): Copy =>
  typeof page === 'string' ? copyFrom(`Talks end\nNo text\n${page}`) : page

function assessed(
  page: Copy | string,
  events: readonly LedgerEvent[],
  { type = 'quote', sources = [KEYED], tag = {} }: Signed,
): Assessment {
  const story = storyFrom('Talks end\nNo text')
  const own: FactTag = { id: 'f', type, by: 'Reporter', at: NOW, ...tag }
  const [fact] = assessStory(
    { ...story, copy: asCopy(page), tags: new Map([['f', own]]), ledger: foldLedger(ledgerFrom(events)) },
    deskFrom({ sources: sourceBook(sources) }),
  )
  if (!fact) throw new Error('The copy has no fact f')
  return fact
}

const added = (evidence: readonly Evidence[]): readonly LedgerEvent[] =>
  evidence.map((item) => ({ kind: 'evidenceAdded', fact: 'f', evidence: item }))

/** The assessment of fact `f` as nobody signed it. */
export const unsigned = (page: Copy | string, signed: Signed = {}): Assessment =>
  assessed(page, added(signed.evidence ?? [BACKUP]), signed)

/** The view as an earlier Stet built it. */
function formerly(now: BuiltView, rule: number): BuiltView {
  const former = now.formers.find((one) => one.rule === rule)
  const { context, rest, grafs } = former ?? { ...now, context: now.view.context }
  const view = { ...now.view, rule, context }
  return { ...now, view, hash: hashView(view), grafs, ...defined({ rest }) }
}

/** Signs `f` on `page` as it stands there. */
export function signView(page: Copy | string, signed: Signed = {}): readonly LedgerEvent[] {
  const evidence = signed.evidence ?? [BACKUP]
  const { words, sentence: own, preceding: before, ranges, view: now } = unsigned(page, signed)
  if (!now) throw new Error('The tag is gone')
  const { former = VIEW_RULE } = signed
  const view = formerly(now, former)
  const sentence = now.formers.find(({ rule }) => rule === former)?.sentence ?? own
  const [first] = ranges
  const preceding = first ? sentenceBefore(asCopy(page), first, sentencesOfView(former)) : before
  return [
    ...added(evidence),
    {
      kind: 'signed',
      fact: 'f',
      status: 'verified',
      words,
      sentence,
      preceding,
      sentenceRule: sentencesOfView(former),
      evidence: evidence.map(hashEvidence),
      groundRules: Object.fromEntries(evidence.map(({ source }) => [source, 1])),
      view: view.hash,
      parts: partsOf(view, words, sentence, (text) => text),
    },
  ]
}

/** The fact on `now` after it was signed on `then`. `later`: what is different now, beside the copy. */
export const factAfter = (
  then: Copy | string,
  now: Copy | string,
  signed: Signed = {},
  later: Signed & { readonly more?: readonly LedgerEvent[] } = {},
): Assessment => assessed(now, [...signView(then, signed), ...(later.more ?? [])], { ...signed, ...later })

/** "verified", "verified warns", "reCheck context": the status, the reasons, and whether a change warns. */
export const standingAfter = (...given: Parameters<typeof factAfter>): string => {
  const { status, reasons, precedingChanged } = factAfter(...given)
  return [status, ...reasons, ...(precedingChanged ? ['warns'] : [])].join(' ')
}
