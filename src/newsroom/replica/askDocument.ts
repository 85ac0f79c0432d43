/**
 * Who changes Stet on another machine signs what that Stet says of who wrote what. So where a merge brings trust,
 * and where a key is trusted whose verdicts were here before, the document here is asked: whom it names, and the
 * entries of a verdict leave out, is noted. That only takes trust. What went beside the words before the story came
 * here does not count then: where the verdict was given it was known, or counted as a part of them.
 */
import type * as Y from 'yjs'
import { contextWriters } from '../../document/writers/contextWriters'
import { writersAt } from '../../document/writers/writersAt'
import type { Copy } from '../../story/copy/copy'
import type { Assessment } from '../../story/assessment/assessment'
import { contextWritersOf, lookerOf } from '../../story/assessment/verdicts/anotherLook'
import { sameWords } from '../../story/copy/words/factWords'
import { AGAINST, factType, QUOTE_LIKE, type FactStatus, type SignOff } from '../../story/ledger/facts/fact'
import { foundOf, knewEntry, type FactRecord } from '../../story/ledger/record/factRecord'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import { writersOfWords } from '../../story/ledger/writers/wordings'
import type { FoundEvent } from '../../story/merge/withFound'
import type { KeyHistory, KnownKey } from '../../story/trust/keys/knownKeys'
import type { OpenStory } from './openStory'
import { STET } from '../../story/text/stet'

const TRUSTED: ReadonlySet<FactStatus> = new Set<FactStatus>(['verified', 'onAuthor', 'letStand'])

/** `before`: the facts before the merge, or before the key was trusted. */
export async function noteFoundWriters(
  story: OpenStory,
  before: readonly Assessment[],
  history: KeyHistory,
): Promise<void> {
  await note(story, foundSince(asAsked(story), before, history))
}

/** A story, and its document. */
export interface AskedStory {
  readonly doc: Y.Doc
  readonly entries: readonly LedgerEntry[]
  readonly copy: Copy
  readonly facts: readonly Assessment[]
}

const asAsked = (story: OpenStory): AskedStory => ({
  doc: story.doc,
  entries: story.entries,
  copy: story.value().copy,
  facts: story.assessments(),
})

/** What is noted of verdicts that are news since `before`. */
export function foundSince(
  story: AskedStory,
  before: readonly Assessment[],
  { keys }: KeyHistory,
): readonly FoundEvent[] {
  const were = new Map(before.map((fact) => [fact.id, fact]))
  const isNews = (fact: Assessment): boolean => {
    const was = were.get(fact.id)
    return was?.status !== fact.status || was.current?.hash !== fact.current?.hash
  }
  return found(story, isNews, ({ signer = '' }) => keys.get(signer)?.elsewhere === true)
}

/** Notes, when a story is opened, what is found of verdicts whose key was trusted after the last merge here. */
export const noteLateTrust = (story: OpenStory, history: KeyHistory): Promise<void> =>
  note(story, foundLate(story, history))

/** The story as it is when that is noted, for who only looks at it. */
export function onceAsked(story: OpenStory, history: KeyHistory): OpenStory {
  const events = foundLate(story, history)
  return events.length > 0 ? story.supposing(STET, events) : story
}

function foundLate(story: OpenStory, { keys }: KeyHistory): readonly LedgerEvent[] {
  if (story.ledger.shared !== true) return []
  const merged = story.entries.findLast(({ kind, signer = '' }) => kind === 'merged' && !keys.get(signer)?.elsewhere)
  const isLate = ({ elsewhere, since = 0 }: KnownKey): boolean => elsewhere === true && since > (merged?.heads ?? 0)
  const late = new Set([...keys.values()].filter(isLate).map(({ id }) => id))
  return late.size === 0
    ? []
    : found(
        asAsked(story),
        () => true,
        ({ signer = '' }) => late.has(signer),
      )
}

async function note(story: OpenStory, events: readonly LedgerEvent[]): Promise<void> {
  if (events.length > 0) await story.note(STET, ...events).written
}

function found(
  story: AskedStory,
  isNews: (fact: Assessment) => boolean,
  isAsked: (entry: LedgerEntry) => boolean,
): readonly FoundEvent[] {
  const trusted = story.facts.filter((fact) => TRUSTED.has(fact.status) && fact.ranges.length > 0 && isNews(fact))
  if (trusted.length === 0) return []
  const asked = new Set(story.entries.filter(isAsked).map(({ hash }) => hash))
  return trusted.flatMap((fact) =>
    foundFor(
      story,
      fact,
      fact.record.signOffs.filter(({ hash = '' }) => asked.has(hash)),
    ),
  )
}

function foundFor(story: AskedStory, fact: Assessment, signOffs: readonly SignOff[]): readonly FoundEvent[] {
  const { id, record, words, ranges, current, beside = [] } = fact
  return signOffs.flatMap((signOff): readonly FoundEvent[] => {
    const { status, by, hash: of, entry, given = entry } = signOff
    if (of === undefined || status === 'queried' || AGAINST.has(status) || !sameWords(signOff.words, words)) return []
    const known = [...writersOfWords(record, signOff.words, given), ...foundOf(signOff, record, 'words')]
    const writers = !known.includes(by) && writersAt(story.doc, story.copy, ranges, 'knownWords').has(by) ? [by] : []
    // What others stood around is not the current context.
    const isShown = [current, ...beside].some((one) => one?.hash === of)
    const around = isShown ? missingAround(story, fact, signOff) : []
    if (writers.length + around.length === 0) return []
    return [{ kind: 'reworded', fact: id, words: fact.words, of, writers, around }]
  })
}

/** Whether the history names somebody else who changed the context between a verdict and a look. */
const isChangedByAnother = (record: FactRecord, verdict: SignOff, look: SignOff): boolean =>
  record.contextBy.some(
    ({ entry, by }) =>
      ![lookerOf(look), STET].includes(by) &&
      !knewEntry(record, verdict.entry, entry) &&
      !knewEntry(record, entry, look.entry),
  )

/** Who looked at a context and wrote in it, too. A person who accepts one wrote in it since the verdict. */
function missingAround(story: AskedStory, fact: Assessment, signOff: SignOff): readonly string[] {
  const { record, ranges } = fact
  const looker = lookerOf(signOff)
  if (signOff.status !== 'verified' || contextWritersOf(signOff, record).includes(looker)) return []
  const { given } = signOff
  const verdict = given === undefined ? undefined : record.signOffs.find(({ entry }) => entry === given)
  // What they wrote before the verdict, its giver saw: they look at the change that somebody else made since.
  if (verdict?.contextWriters?.includes(looker) && isChangedByAnother(record, verdict, signOff)) return []
  const isQuote = QUOTE_LIKE.has(factType(fact))
  return contextWriters(story.doc, story.copy, ranges, isQuote, 'knownSentence').has(looker) ? [looker] : []
}
