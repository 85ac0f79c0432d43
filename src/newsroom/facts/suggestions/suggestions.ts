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
import { readsAsProposed, whyNotAccepted } from '../../../story/assessment/verdicts/acceptance'
import { dropClosing, sameWords } from '../../../story/copy/words/factWords'
import type { Correction } from '../../../story/ledger/events/suggestionEvent'
import type { LedgerEvent } from '../../../story/ledger/ledgerEntry'
import { asSupporting as turnedAround } from '../../../story/ledger/writers/proposal'
import { NewsroomError, type SeenSuggestion } from '../../../story/requests/requests'
import { aboutOf, describeSuggestion, type Suggestion } from '../../../story/copy/suggestions/suggestion'
import { applyDecisions } from './applyDecisions'
import { suggestReplacement } from '../../../document/suggestions/suggestReplacement'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { nthOccurrence, onlyOccurrence } from '../../ledger/occurrences'
import { isUnprovenEvidence } from '../evidence/unprovenEvidence'
import type { OpenStory } from '../../replica/openStory'
import { KEEPS_COPY } from '../../replica/storyEditing'
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
  if (verdict === 'accepted' || decided.some((one) => one.by !== by)) story.guard.refuseWithoutPen(by)
  const ids = new Set(decided.map((suggestion) => suggestion.id))
  const corrections = verdict === 'accepted' ? decided.flatMap((suggestion) => correctionOf(story, suggestion)) : []
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
 * The right words of a fact (rule 8), while it stands as wrong by who proposed them. Whether that person said anything
 * else since, and what sentence they saw, is asked of the acceptance itself (whyNotAccepted).
 */
function correctionOf(story: OpenStory, { id, by }: Suggestion): Corrected[] {
  const trace = story.ledger.suggestions.get(id)
  const { corrects, inserted = '' } = trace ?? {}
  // What stands beside them may join them: “13” behind a hyphen reads “-13”, and nobody proposed that.
  if (!corrects || !sameWords(corrects.words, dropClosing(inserted))) return []
  const { current, status } = story.assessments().find((fact) => fact.id === corrects.fact) ?? {}
  if (!current || status !== 'wrong' || current.by !== by) return []
  return [{ ...corrects, proposer: by, signOff: current.entry, suggestion: trace?.hash ?? '' }]
}

/**
 * Signs in the proposer's name when another person accepted, and when the acceptance counts: the proposer verifies, the
 * acceptor changes. Otherwise the fact stays at re-check.
 */
function verifyCorrection(
  room: Newsroom,
  story: OpenStory,
  acceptor: string,
  { fact, evidence, proposer, signOff, suggestion }: Corrected,
): readonly { readonly fact: string; readonly written: Promise<void> }[] {
  if (acceptor === proposer) return []
  const assessment = story.assessments().find(({ id }) => id === fact)
  const { current, record } = assessment ?? {}
  if (!assessment || !record || current?.entry !== signOff) return []
  const { words, sentence } = assessment
  const accepting = { by: proposer, accepts: suggestion, words, sentence }
  const around = { suggestions: story.ledger.suggestions, sources: room.desk().sources }
  if (!readsAsProposed(accepting, record, around)) return []
  const others = assessment.reasons.filter((reason) => reason !== 'words' && reason !== 'context')
  if (others.length > 0) return []
  const contradicting = record.evidence.find((item) => item.id === evidence && item.stance === 'contradicts')
  // Evidence that contradicted the old words supports the new ones.
  const turned = contradicting
    ? {
        ...turnedAround(contradicting),
        id: room.ids.next('evidence', (taken) =>
          story.entries.some((entry) => entry.kind === 'evidenceAdded' && entry.evidence.id === taken),
        ),
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
    isUnproven: (id) => isUnprovenEvidence(room, story, id === turned?.id ? (evidence ?? id) : id),
    authors: () => (desk.settings.deskOfOne ? [] : authorsAmong(story.value(), desk.roster)),
    source: (source) => desk.sources.get(source),
  })
  if (onlyAuthors !== undefined) return []
  const signed = signature(story, assessment, { by: proposer, status: 'verified', reason, evidence: standing }, desk)
  if (whyNotAccepted({ ...accepting, ...signed }, record, around) !== undefined) return []
  const turning: LedgerEvent[] =
    turned && contradicting
      ? [
          { kind: 'evidenceRemoved', fact, evidence: contradicting.id },
          { kind: 'evidenceAdded', fact, evidence: turned, ...defined({ broughtBy }) },
        ]
      : []
  return [{ fact, written: story.noteAccepted(proposer, { acceptor, suggestion }, ...turning, signed).written }]
}
