import { scanForLeaks } from '../../projection/scan/leakScan'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { publishableText } from '../../projection/published/publishableText'
import { sameText } from '../../story/text/compare'
import {
  CORRECTION_TEXTS,
  CORRECTION_WORDS,
  type CorrectionText,
  isCorrectionKind,
} from '../../story/ledger/correctionNote'
import { whyNotApproveCorrection } from '../../story/assessment/entitlement'
import { NewsroomError } from '../../story/requests/requests'
import { STAGE_WORDS } from '../../story/ledger/stages'
import { isAuthorOf } from '../../story/assessment/story'
import { listedSources } from '../../story/desk/source'
import type { Action } from '../state/action'
import { internalIds } from '../state/internalIds'
import type { Newsroom } from '../state/newsroom'
import { correctionView, WHEN_OPEN } from './showCorrection'

/**
 * Records what the version corrects. Whoever is entitled to approves it by recording it. What is absent from the request is as in
 * the record before, or as it is proposed; so an empty request approves the record as it stands.
 */
export const noteCorrection: Action<'correction.note'> = async (room, by, { story: id, since: given, ...typed }) => {
  const story = await room.storyNow(id)
  // What was published is looked up first: whatever another window does meanwhile, the rules below see it.
  const { published, proposed, version: looked } = await correctionView(room, story)
  const {
    standing: { stage, version, versionKind },
    correction: before,
  } = story.ledger
  if (!isCorrectionKind(versionKind))
    throw new NewsroomError(
      'refused',
      `Version ${version} is ${versionKind === undefined ? 'the first' : NO_CORRECTION[versionKind]}, and corrects nothing. Open the next version as a correction or clarification first.`,
    )
  if (!WHEN_OPEN.has(stage))
    throw new NewsroomError('refused', `The story is ${STAGE_WORDS[stage].toLowerCase()}: its record stays as it is.`)
  const text = (name: CorrectionText): string =>
    publishableText(
      typed[name] ??
        before?.[name] ??
        ((name === 'was' || name === 'is') && looked === version ? proposed[name] : undefined) ??
        '',
    ).trim()
  const [was, is, cause] = [text('was'), text('is'), text('cause')]
  const publicText = text('publicText').replace(/\s+/gu, ' ')
  const missing = CORRECTION_TEXTS.filter((name) => ({ was, is, cause, publicText })[name] === '').map(
    (name) => CORRECTION_WORDS[name],
  )
  if (missing.length > 0)
    throw new NewsroomError('usage', `The record lacks ${missing.join(', ')}. Nothing was recorded.`)
  if (sameText(was, is))
    throw new NewsroomError('usage', 'What was wrong and what is right are the same words. Nothing was recorded.')
  const wanted = given ?? before?.since.version ?? proposed.since
  const since = published.find((one) => one.version === wanted)
  if (!since)
    throw new NewsroomError(
      'usage',
      `Version ${wanted ?? '?'} was not published before this one. Published before: ${published.map((one) => one.version).join(', ')}.`,
    )
  refuseProtected(room, publicText)
  refuseInternal(internalIds(room, story), { was, is, publicText })
  const why = whyNotApproveCorrection(by, story.value(), room.desk())
  if (why !== undefined && (stage === 'cleared' || stage === 'published'))
    throw new NewsroomError(
      'refused',
      `${why} The version is ${STAGE_WORDS[stage].toLowerCase()}, so nothing was recorded.`,
    )
  const approval =
    why === undefined
      ? { approver: by, ...(isAuthorOf(story.value().fields, by) ? { selfApproved: true as const } : {}) }
      : {}
  const { entries, written } = story.note(by, {
    kind: 'correctionNoted',
    version,
    was,
    is,
    since,
    cause,
    publicText,
    ...approval,
  })
  await written
  return { entry: entries[0]?.seq ?? 0, approved: why === undefined }
}

const NO_CORRECTION = { update: 'an update', writethru: 'a writethru' } as const

/** It goes out as it stands, so a name in it is not sealed but sent back to whoever wrote it. */
function refuseProtected(room: Newsroom, publicText: string): void {
  const [hit] = scanForLeaks(
    { text: publicText, fileName: '', mediaType: 'text/plain' },
    protectedTerms(listedSources(room.library.sources)),
    [],
    [],
  )
  if (hit)
    throw new NewsroomError(
      'refused',
      `The text for readers holds ${hit.label}’s ${hit.what}, which must not leave the desk. Take it out; nothing was recorded.`,
    )
}

/** A notice holds these words, and sealing knows no word that could stand for an id. */
function refuseInternal(ids: readonly string[], texts: Readonly<Partial<Record<CorrectionText, string>>>): void {
  for (const name of CORRECTION_TEXTS) {
    if (scanForLeaks({ text: texts[name] ?? '', fileName: '', mediaType: 'text/plain' }, [], ids, []).length > 0)
      throw new NewsroomError(
        'refused',
        `An internal id of this library stands in ${CORRECTION_WORDS[name]}, and must not leave the desk. Take it out; nothing was recorded.`,
      )
  }
}
