import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { nameOfHit, scanForLeaks } from '../../../projection/scan/leakScan'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import { publishableText } from '../../../projection/published/publishableText'
import { sameText } from '../../../story/text/compare'
import {
  CORRECTION_TEXTS,
  CORRECTION_WORDS,
  type CorrectionText,
  isCorrectionKind,
} from '../../../story/ledger/leaving/corrections/correctionNote'
import { areInWhatLeaves } from '../../../story/ledger/leaving/corrections/correctedWords'
import { isAloneWith, isSameNote, recordersOf } from '../../../story/ledger/leaving/corrections/correctionRecorders'
import { sameName } from '../../../story/text/words/personName'
import { whyNotApproveCorrection } from '../../../story/assessment/people/entitlement'
import { NewsroomError } from '../../../story/requests/requests'
import { STAGE_WORDS } from '../../../story/ledger/stages'
import { isAuthorEver } from '../../../story/assessment/people/authors'
import { listedSources } from '../../../story/desk/source'
import type { Action } from '../../state/action'
import { internalIds } from '../../state/internalIds'
import type { Newsroom } from '../../state/newsroom'
import { correctionView, WHEN_OPEN } from './showCorrection'

/**
 * Records what the version corrects. An entitled person approves the record by recording what somebody else recorded:
 * two people stand behind what readers are told. Texts that the request lacks come from the record before, or from the
 * proposal: an empty request approves the record.
 */
export const noteCorrection: Action<'correction.note'> = async (room, by, { story: id, since: given, ...typed }) => {
  const story = await room.storyNow(id)
  // Awaited first: the rules below then see all changes of other windows.
  const { published, proposed, version: looked } = await correctionView(room, story)
  const {
    standing: { stage, version, versionKind },
    correction: before,
  } = story.ledger
  if (!isCorrectionKind(versionKind))
    throw new NewsroomError(
      'refused',
      newsroomText('noteCorrection.nothingToCorrect', {
        version,
        kind: versionKind === undefined ? newsroomText('noteCorrection.first') : NO_CORRECTION[versionKind],
      }),
    )
  if (!WHEN_OPEN.has(stage))
    throw new NewsroomError('refused', newsroomText('noteCorrection.notOpen', { stage: STAGE_WORDS[stage] }))
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
    throw new NewsroomError('usage', newsroomText('noteCorrection.textsMissing', { texts: missing.join(', ') }))
  if (sameText(was, is)) throw new NewsroomError('usage', newsroomText('noteCorrection.sameWords'))
  const wanted = given ?? before?.since.version ?? proposed.since
  const since = published.find((one) => one.version === wanted)
  if (!since)
    throw new NewsroomError(
      'usage',
      newsroomText('noteCorrection.notPublishedBefore', {
        wanted: wanted ?? '?',
        known: published.map((one) => one.version).join(', '),
      }),
    )
  refuseProtected(room, publicText)
  refuseInternal(internalIds(room, story), { was, is, publicText })
  const closed = whyNotApproveCorrection(by, story.value(), room.desk())
  if (closed !== undefined && (stage === 'cleared' || stage === 'published'))
    throw new NewsroomError(
      'refused',
      newsroomText('noteCorrection.needsApproval', { why: closed, stage: STAGE_WORDS[stage] }),
    )
  const note = { version, was, is, since, cause, publicText }
  const wrote = isAloneWith(by, note, story.entries)
  const why = whyNotApproveCorrection(by, story.value(), room.desk(), wrote)
  // It would only take the approval of somebody else away, or say again what this person has said.
  const says = recordersOf(note, story.entries).some((name) => sameName(name, by))
  const isNoted = before !== undefined && isSameNote({ ...before, version }, note)
  if (why !== undefined && isNoted && (before.approver !== undefined || says)) throw new NewsroomError('refused', why)
  const approval =
    why === undefined
      ? {
          approver: by,
          ...(wrote || isAuthorEver(story.value(), by) ? { selfApproved: true as const } : {}),
          ...(areInWhatLeaves(is, story.value().copy, story.value().fields) ? { stood: true as const } : {}),
        }
      : {}
  const { entries, written } = story.note(by, { kind: 'correctionNoted', ...note, ...approval })
  await written
  return { entry: entries[0]?.seq ?? 0, approved: why === undefined }
}

const NO_CORRECTION = {
  get update() {
    return newsroomText('noteCorrection.update')
  },
  get writethru() {
    return newsroomText('noteCorrection.writethru')
  },
} as const

/** Refuses a protected name in the text for readers, which is published unsealed. */
function refuseProtected(room: Newsroom, publicText: string): void {
  const [hit] = scanForLeaks(
    { text: publicText, fileName: '', mediaType: 'text/plain' },
    protectedTerms(listedSources(room.library.sources)),
    [],
    [],
  )
  if (hit) throw new NewsroomError('refused', newsroomText('noteCorrection.nameForReaders', { what: nameOfHit(hit) }))
}

/** Refuses internal ids: a notice holds these texts, and sealing replaces names only. */
function refuseInternal(ids: readonly string[], texts: Readonly<Partial<Record<CorrectionText, string>>>): void {
  for (const name of CORRECTION_TEXTS) {
    if (scanForLeaks({ text: texts[name] ?? '', fileName: '', mediaType: 'text/plain' }, [], ids, []).length > 0)
      throw new NewsroomError('refused', newsroomText('noteCorrection.idForReaders', { text: CORRECTION_WORDS[name] }))
  }
}
