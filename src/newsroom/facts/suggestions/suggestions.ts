/**
 * Suggestions. The command line proposes them; anyone on the roster accepts or rejects them. To accept one is an edit
 * by that person.
 */
import { defined } from '../../../story/text/defined'
import { storedText } from '../../../story/history/storedText'
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { authorsAmong, isAuthorEver } from '../../../story/assessment/people/authors'
import { whyOnlyOnAuthor } from '../../../story/assessment/people/whyOnlyOnAuthor'
import { whyNotSign } from '../../../story/assessment/people/entitlement'
import { sameText } from '../../../story/text/compare'
import { dropClosing, sameWords } from '../../../story/copy/factWords'
import type { FactRecord } from '../../../story/ledger/factRecord'
import type { Correction, LedgerEvent } from '../../../story/ledger/ledgerEntry'
import { NewsroomError, type SeenSuggestion } from '../../../story/requests/requests'
import { aboutOf, describeSuggestion, type Suggestion } from '../../../story/copy/suggestion'
import { applyDecisions } from './applyDecisions'
import { readMarkedCopy } from '../../../document/reading/readStory'
import { suggestReplacement } from '../../../document/suggestions/suggestReplacement'
import type { Action } from '../../state/action'
import { sentenceWith } from '../readCorrection'
import type { Newsroom } from '../../state/newsroom'
import { nthOccurrence, onlyOccurrence } from '../../ledger/occurrences'
import { KEEPS_COPY, type OpenStory } from '../../replica/openStory'
import { signature } from '../signing/signature'
import { isUnsignedSuggestion } from '../../../story/ledger/unsignedComments'
import { notesElsewhere } from '../../../story/trust/notesElsewhere'
import { newSuggestionId } from './suggestionId'

export const listSuggestions: Action<'suggestion.list'> = async (room, _by, { story }) => {
  const open = await room.storyNow(story)
  const { suggestions = [], ledger } = open.value()
  const signed = { entries: open.entries, notes: notesElsewhere(room.ring.history) }
  return suggestions.map((one) => ({
    ...one,
    ...(isUnsignedSuggestion(one, ledger, signed) ? { unsigned: true as const } : {}),
  }))
}

/** Proposes other words for exact text of the copy. The copy and its facts stay as they are. */
export const proposeReplacement: Action<'suggestion.propose'> = async (
  room,
  by,
  { story: id, replace, with: replacement, nth },
) => {
  if (/[\n\r]/.test(replace + replacement)) throw new NewsroomError('usage', newsroomText('suggestions.lineBreak'))
  if (replace === replacement) throw new NewsroomError('usage', newsroomText('suggestions.sameWords'))
  const story = await room.storyNow(id)
  const { copy } = story.value()
  const range = nth === undefined ? onlyOccurrence(copy, replace) : nthOccurrence(copy, replace, nth)
  const record = { id: newSuggestionId(room, story), by, at: room.clock.now() }
  const { saved } = story.edit(by, (doc) => suggestReplacement(doc, record, range, replacement), KEEPS_COPY)
  await Promise.all([saved, story.observe()])
  return { id: record.id }
}

export const acceptSuggestions: Action<'suggestion.accept'> = (room, by, { story, suggestions }) =>
  decideAs(room, by, story, suggestions, 'accepted')
export const rejectSuggestions: Action<'suggestion.reject'> = (room, by, { story, suggestions }) =>
  decideAs(room, by, story, suggestions, 'rejected')

/** Accepts all or none: if one of them differs from what the person saw, nothing is decided. */
async function decideAs(
  room: Newsroom,
  by: string,
  id: string,
  seen: readonly SeenSuggestion[],
  verdict: 'accepted' | 'rejected',
): ReturnType<Action<'suggestion.accept'>> {
  const story = await room.storyNow(id)
  const pending = new Map((story.value().suggestions ?? []).map((suggestion) => [suggestion.id, suggestion]))
  const decided = [...new Set(seen.map((one) => one.id))].map((one) => {
    const suggestion = pending.get(one)
    if (!suggestion) throw new NewsroomError('refused', newsroomText('suggestions.notOpen', { one }))
    return suggestion
  })
  for (const one of seen) refuseOtherWords(one, pending.get(one.id))
  // The person who made a suggestion may take it back.
  if (verdict === 'accepted' || decided.some((one) => one.by !== by)) story.refuseWithoutPen(by)
  const ids = new Set(decided.map((suggestion) => suggestion.id))
  const corrections =
    verdict === 'accepted' ? decided.flatMap((suggestion) => correctionOf(story, suggestion, decided)) : []
  const choice = verdict === 'accepted' ? 'accept' : 'reject'
  const { saved, accepted } = applyDecisions(story, by, decided, choice)
  const { written } = story.note(
    by,
    ...decided.map((suggestion): LedgerEvent => ({
      kind: 'suggestionDecided',
      suggestion: suggestion.id,
      verdict,
      proposer: suggestion.by,
      proposedAt: suggestion.at,
      inserted: suggestion.inserted,
      deleted: suggestion.deleted,
      about: aboutOf(suggestion),
    })),
  )
  const observed = story.observe(undefined, accepted)
  const signed = corrections.flatMap((correction) => verifyCorrection(room, story, by, correction))
  await Promise.all([saved, written, observed, ...signed.map((one) => one.written)])
  return { decided: [...ids], verified: signed.map(({ fact }) => fact) }
}

function refuseOtherWords(seen: SeenSuggestion, now: Suggestion | undefined): void {
  const other = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a !== b
  if (now && (other(seen.inserted, now.inserted) || other(seen.deleted, now.deleted))) {
    throw new NewsroomError('refused', newsroomText('suggestions.readsOtherwise', { now: describeSuggestion(now) }))
  }
}

interface Corrected extends Correction {
  readonly proposer: string
  /** The sign-off “wrong” that came with the proposal. */
  readonly signOff: number
  /** The hash of the entry with the proposal. */
  readonly suggestion: string
}

/**
 * The right words of a fact (rule 8), while the verdict that came with them still holds: who says “wrong” once more
 * may mean other right words. The sentence is the one that this person proposed, with the other suggestions of theirs
 * that are accepted together with it.
 */
function correctionOf(story: OpenStory, { id, by }: Suggestion, decided: readonly Suggestion[]): Corrected[] {
  const trace = story.ledger.suggestions.get(id)
  const { corrects, inserted = '' } = trace ?? {}
  // What stands beside them may join them: “13” behind a hyphen reads “-13”, and nobody proposed that.
  if (!corrects || !sameWords(corrects.words, dropClosing(inserted))) return []
  const assessment = story.assessments().find((fact) => fact.id === corrects.fact)
  const { current, status } = assessment ?? {}
  if (!assessment || !current || status !== 'wrong') return []
  if (current.entry !== verdictOf(assessment.record, by, trace?.entry ?? 0)) return []
  const own = decided.filter((other) => other.by === by && isAsNoted(story, other)).map((other) => other.id)
  const marked = readMarkedCopy(story.doc)
  const sentence =
    own.length > 1 && sameText(sentenceWith(marked, corrects.fact, [id]), corrects.sentence)
      ? sentenceWith(marked, corrects.fact, own)
      : corrects.sentence
  return [{ ...corrects, sentence, proposer: by, signOff: current.entry, suggestion: trace?.hash ?? '' }]
}

/** The entry of the verdict that a person gave last before an entry, also if it is taken back. */
function verdictOf({ signOffs, withdrawals = [] }: FactRecord, by: string, before: number): number | undefined {
  const given = [...signOffs, ...withdrawals.flatMap((taken) => taken.signOffs)]
  const entries = given.filter((one) => one.by === by && one.entry < before).map((one) => one.entry)
  return entries.length > 0 ? Math.max(...entries) : undefined
}

/** Whether nobody removed words of the suggestion since it was noted. */
function isAsNoted(story: OpenStory, { id, inserted, deleted }: Suggestion): boolean {
  const noted = story.ledger.suggestions.get(id)
  return noted?.inserted === inserted && noted.deleted === deleted
}

/**
 * Signs in the proposer's name when another person accepted, and when the fact and its sentence read exactly as
 * proposed: the proposer verifies, the acceptor changes. Otherwise the fact stays at re-check.
 */
function verifyCorrection(
  room: Newsroom,
  story: OpenStory,
  acceptor: string,
  { fact, words, sentence, evidence, proposer, signOff, suggestion }: Corrected,
): readonly { readonly fact: string; readonly written: Promise<void> }[] {
  if (acceptor === proposer) return []
  const assessment = story.assessments().find(({ id }) => id === fact)
  const { current, record } = assessment ?? {}
  if (
    !assessment ||
    !record ||
    current?.entry !== signOff ||
    !sameWords(assessment.words, words) ||
    !sameText(assessment.sentence, sentence)
  )
    return []
  const others = assessment.reasons.filter((reason) => reason !== 'words' && reason !== 'context')
  if (others.length > 0) return []
  const contradicting = record.evidence.find((item) => item.id === evidence && item.stance === 'contradicts')
  // Evidence that contradicted the old words supports the new ones.
  const turned = contradicting
    ? {
        ...contradicting,
        id: room.ids.next('evidence', (taken) =>
          story.entries.some((entry) => entry.kind === 'evidenceAdded' && entry.evidence.id === taken),
        ),
        stance: 'supports' as const,
      }
    : undefined
  // What an author brought against the old words is what an author brought for the new ones.
  const broughtBy = contradicting && record.broughtBy?.[contradicting.id]
  const brought = turned && broughtBy ? { ...record.broughtBy, [turned.id]: broughtBy } : record.broughtBy
  const standing = [...record.evidence.filter((item) => item !== contradicting), ...(turned ? [turned] : [])]
  const desk = room.desk()
  const reason = storedText('stored.suggested', { proposer, acceptor })
  const why = whyNotSign(
    {
      by: proposer,
      status: 'verified',
      type: record.type ?? assessment.tag.type,
      record,
      words: assessment.words,
      evidence: standing,
      reason,
    },
    story.value(),
    desk,
  )
  if (why !== undefined) return []
  const onlyAuthors = whyOnlyOnAuthor({
    verifier: proposer,
    evidence: standing,
    record: defined({ broughtBy: brought }),
    isAuthor: (person) => !desk.settings.deskOfOne && isAuthorEver(story.value(), person),
    authors: () => (desk.settings.deskOfOne ? [] : authorsAmong(story.value(), desk.roster)),
    source: (source) => desk.sources.get(source),
  })
  if (onlyAuthors !== undefined) return []
  const signed = signature(story, assessment, { by: proposer, status: 'verified', reason, evidence: standing }, desk)
  const turning: LedgerEvent[] =
    turned && contradicting
      ? [
          { kind: 'evidenceRemoved', fact, evidence: contradicting.id },
          { kind: 'evidenceAdded', fact, evidence: turned, ...defined({ broughtBy }) },
        ]
      : []
  return [{ fact, written: story.noteAccepted(proposer, { acceptor, suggestion }, ...turning, signed).written }]
}
