import { newsroomText } from '../../../catalogue/rooms/newsroom'
import type { Assessment } from '../../../story/assessment/assessment'
import { isDuplicate, sameContext } from '../../../checks/rules/facts/duplicateStatements'
import { hashEvidence } from '../../../story/ledger/hash'
import type { LedgerEvent } from '../../../story/ledger/ledgerEntry'
import { NewsroomError, type SeenFact } from '../../../story/requests/requests'
import { aboutOf } from '../../../story/copy/suggestions/suggestion'
import { placeIn } from '../../../story/copy/suggestions/suggestedPlaces'
import type { Desk } from '../../../story/assessment/story'
import { suggestReplacement } from '../../../document/suggestions/suggestReplacement'
import type { Action } from '../../state/action'
import { readCorrection, type ReadCorrection } from '../readCorrection'
import { claimBackup, evidenceIn, readEvidence } from '../evidence/evidence'
import type { OpenStory } from '../../replica/openStory'
import { KEEPS_COPY } from '../../replica/storyEditing'
import { refuseAttached, refuseUnlocated } from '../evidence/locators'
import { newSuggestionId } from '../suggestions/suggestionId'
import { refuseOtherVerdicts } from './refuseOtherVerdicts'
import { refuseOtherView, signature, type GivenVerdict } from './signature'
import { defined } from '../../../story/text/defined'
import { buildView } from '../../../story/view/buildView'
import { partsOf } from '../../../story/view/partsOf'
import type { ViewParts } from '../../../story/ledger/facts/viewParts'
import { hashNamedParts } from '../hashNamedParts'

/**
 * Signs a person's verdict on a fact. Refused when the view that the person had before them differs from the owner's,
 * when other verdicts stand than they had before them, when the two-person rules forbid it, and when the tag is not
 * whole.
 */
export const signFact: Action<'fact.sign'> = async (
  room,
  by,
  { story: id, fact, seen, standing, status, reason, evidence, addressee, due, echoes: duplicates = [], proposed },
) => {
  const backup = await claimBackup(room, evidence)
  await refuseAttached(room, evidence)
  // Reads captured files, so it comes before anything that must not change meanwhile.
  if (status === 'verified') {
    const now = await room.storyNow(id)
    const first = now.assessment(fact)
    const backing = [...first.record.evidence, ...(evidence ? [{ ...evidence, id: '' }] : [])]
    // A person who may not sign at all is told so before being asked for a locator.
    signature(now, first, { by, status, reason, evidence: backing }, room.desk())
    await refuseUnlocated(room, by, now, fact, evidence)
  }
  const story = await room.storyNow(id)
  const desk = room.desk()
  const assessment = story.assessment(fact)
  refuseOtherView(story, assessment, seen)
  refuseOtherVerdicts(assessment, standing)
  const added = backup ? [readEvidence(room, story, backup)] : []
  const allEvidence = [...assessment.record.evidence, ...added]
  const asked = status === 'queried' ? { addressee, due } : {}
  const signed = signature(story, assessment, { by, status, reason, evidence: allEvidence, ...asked }, desk)
  const ids = new Set(added.map(({ id }) => id))
  const nextId = (): string => {
    const id = room.ids.next('evidence', (taken) => ids.has(taken) || evidenceIn(story)(taken))
    ids.add(id)
    return id
  }
  const together = duplicates.flatMap((other) =>
    signedDuplicate(nextId, story, assessment, other, { by, status, reason, evidence: allEvidence, ...asked }, desk),
  )
  const { copy } = story.value()
  const correction = proposed === undefined ? undefined : readCorrection(assessment, copy, status, proposed)
  const { entries, written } = story.note(
    by,
    ...added.map((item): LedgerEvent => ({ kind: 'evidenceAdded', fact, evidence: item })),
    signed,
    ...together,
  )
  const entry = entries.find((one) => one.kind === 'signed' && one.fact === fact)?.seq ?? 0
  if (!correction) {
    await written
    return { entry }
  }
  const suggestion = newSuggestionId(room, story)
  const { saved } = story.edit(
    by,
    (doc) =>
      suggestReplacement(doc, { id: suggestion, by, at: room.clock.now() }, correction.range, correction.proposed),
    KEEPS_COPY,
  )
  // The right words rest on the evidence of this request, or on evidence that contradicts the wrong ones.
  const backing = added[0] ?? assessment.record.evidence.findLast(({ stance }) => stance === 'contradicts')
  const { words, sentence, range } = correction
  const place = placeIn(copy, range)
  const corrects = {
    ...{ fact, words, sentence },
    ...defined({ evidence: backing?.id, parts: partsThen(story, assessment, correction, desk) }),
  }
  const about = aboutOf({ changes: [], inserted: correction.proposed, deleted: correction.old })
  const noted = story.note(by, {
    kind: 'suggested',
    suggestion,
    inserted: correction.proposed,
    deleted: correction.old,
    about,
    corrects,
    places: place ? [place] : [],
  })
  await Promise.all([written, saved, noted.written, story.observe()])
  return { entry, suggestion }
}

/** What a verdict keeps of the view of the fact once its right words stand. */
function partsThen(
  story: OpenStory,
  { tag, record }: Assessment,
  { after, ranges, words, sentence }: ReadCorrection,
  { sources }: Desk,
): ViewParts | undefined {
  if (ranges.length === 0) return undefined
  const dateline = story.value().fields.dateline.date
  const view = buildView({ copy: after, ranges, words, tag, record, sources, dateline })
  return partsOf(view, words, sentence, hashNamedParts(sources))
}

/**
 * The entries that sign one more place of the same statement (rule 11): the evidence that it lacks, then the verdict.
 */
function signedDuplicate(
  nextId: () => string,
  story: OpenStory,
  first: Assessment,
  seen: SeenFact,
  verdict: GivenVerdict,
  desk: Desk,
): readonly LedgerEvent[] {
  const duplicate = story.assessment(seen.fact)
  refuseOtherView(story, duplicate, seen.seen)
  refuseOtherVerdicts(duplicate, seen.standing)
  if (!isDuplicate(first, duplicate))
    throw new NewsroomError(
      'refused',
      newsroomText('signFact.anotherStatement', { words: duplicate.words, first: first.words }),
    )
  // “killed 12 people” says nothing of “arrested 12 people”.
  if (!sameContext(first, duplicate))
    throw new NewsroomError('refused', newsroomText('signFact.anotherContext', { words: duplicate.words }))
  const has = new Set(duplicate.record.evidence.map(hashEvidence))
  const added = verdict.evidence
    .filter((item) => !has.has(hashEvidence(item)))
    .map((item) => ({
      evidence: { ...item, id: nextId() },
      // What an author brought to the first place is what an author brought here.
      ...defined({ broughtBy: first.record.broughtBy?.[item.id] }),
    }))
  const evidence = [...duplicate.record.evidence, ...added.map((one) => one.evidence)]
  return [
    ...added.map((one): LedgerEvent => ({ kind: 'evidenceAdded', fact: duplicate.id, ...one })),
    signature(story, duplicate, { ...verdict, evidence }, desk),
  ]
}
