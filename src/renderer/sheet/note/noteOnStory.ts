import { VERSION_KIND_WORDS } from '../../../story/ledger/stages'
import { shownStored } from '../../../story/history/storedText'
import { sheetText } from '../../../catalogue/writing/sheet'
import { isCorrectionKind } from '../../../story/ledger/leaving/corrections/correctionNote'
import { hasLapsedApproval } from '../../../story/ledger/leaving/corrections/correctedWords'
import { correctionsIn, untold } from '../../../story/ledger/leaving/corrections/corrections'
import { isOver } from '../../../story/ledger/leaving/afterKill'
import { hashCopy } from '../../../story/ledger/hash'
import { changedSince, isCopyPart, partWords } from '../../../story/ledger/leaving/leaving'
import { embargoAsPublished, embargoThen } from '../../../story/ledger/leaving/embargoThen'
import { bylineThen } from '../../../story/ledger/leaving/bylineThen'
import type { People } from '../../../story/assessment/people/rights'
import { whyNotName } from '../../../story/assessment/people/whyNotName'
import { isLooser } from '../../../story/text/looserEmbargo'
import { NONE_APART, type Apart } from '../../../story/ledger/order/ledgerOrder'
import { defined } from '../../../story/text/defined'
import type { LeavingPart } from '../../../story/ledger/events/gateEvent'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { Story } from '../../../story/assessment/story'
import { shortTime } from '../../facts/shortTime'
import { embargoRuns } from '../../fields/embargoTime'
import { deskNow } from '../../state/stores/deskClock'

/** What people should know after the last move of a story, until the next one. */
export interface NoteOnStory {
  readonly kind: 'sentBack' | 'fellBack' | 'changed' | 'correction' | 'killed' | 'spiked'
  readonly text: string
  /** As typed. */
  readonly reason?: string
  /** What follows from it, in less weight. */
  readonly more?: string
  /** Set: to discard the changes would take nothing back. */
  readonly stays?: true
}

/** Who would discard the changes. */
export interface Asker {
  readonly by: string
  readonly desk: People
}

type Moved = Extract<LedgerEntry, { kind: 'moved' }>
const isMove = (entry: LedgerEntry): entry is Moved => entry.kind === 'moved'
/** A person who restores a spiked story clears nothing. */
const isClearing = (entry: LedgerEntry): entry is Moved =>
  isMove(entry) && entry.to === 'cleared' && entry.from !== 'spiked'

/**
 * Returns the note on a story: it was sent back; what was cleared changed and is in review again; it differs from what
 * was published; a correction has no record, a lapsed one, or went out without one; destinations were not told of a
 * correction; it is killed or spiked, and read only. Undefined otherwise.
 */
export function noteOnStory(
  { copy, fields, ledger }: Pick<Story, 'copy' | 'fields' | 'ledger'>,
  entries: readonly LedgerEntry[],
  today?: string,
  apart: Apart = NONE_APART,
  asker?: Asker,
): NoteOnStory | undefined {
  const { standing, publishedHash, cleared, leavingSet } = ledger
  const { stage } = standing
  if (isOver(stage))
    return {
      kind: stage,
      text: sheetText(`storyNote.${stage}`),
      more: sheetText(`storyNote.${stage}More`),
    }
  if (stage === 'published' && publishedHash !== undefined) {
    const published = { copyHash: publishedHash, ...defined({ leaving: cleared }) }
    const changed = changedSince(copy, fields, published, leavingSet)
    if (changed.length > 0)
      return changedNote(changed, standing.version, { entries, fields, ...defined({ asker }) }, today)
  }
  const last = entries.findLast(isMove)
  if (standing.stage === 'draft' && last?.to === 'draft' && last.reason && last.from !== 'spiked') {
    return {
      kind: 'sentBack',
      text: sheetText('storyNote.sentBack', { by: last.by, at: shortTime(last.at, today) }),
      reason: shownStored(last.reason),
    }
  }
  if (standing.stage === 'inReview' && last?.automatic) {
    const clearing = entries.findLast(isClearing)
    const changed = clearing ? changedSince(copy, fields, clearing, leavingSet) : []
    if (clearing?.copyHash !== hashCopy(copy) || changed.length > 0) {
      return {
        kind: 'fellBack',
        text: sheetText('storyNote.lapsed', {
          at: shortTime(last.at, today),
          parts: last.changed ? partWords(last.changed) : sheetText('storyNote.copy'),
          by: clearing?.by ?? sheetText('storyNote.somebody'),
        }),
        ...whatStays(changed, clearing, { entries, fields, ...defined({ asker }) }),
      }
    }
  }
  if (hasLapsedApproval(copy, fields, ledger))
    return { kind: 'correction', text: sheetText('correction.lapsed', { version: standing.version }) }
  return correctionNote(ledger, entries, apart)
}

interface Since {
  readonly entries: readonly LedgerEntry[]
  readonly fields: Story['fields']
  readonly asker?: Asker
}

function changedNote(changed: readonly LeavingPart[], version: number, since: Since, today = deskNow()): NoteOnStory {
  const { entries, fields } = since
  const what = changed.every(isCopyPart)
    ? sheetText('storyNote.changed')
    : sheetText('storyNote.changedParts', { parts: partWords(changed) })
  const isHeld = embargoRuns(embargoAsPublished(entries, fields.embargo), today)
  const published = entries.findLast((entry) => isMove(entry) && entry.to === 'published')
  return {
    kind: 'changed',
    text: `${what} ${sheetText(isHeld ? 'storyNote.placesHave' : 'storyNote.readersSee', { version })}`,
    ...whatStays(changed, published, since),
  }
}

/**
 * What of the changes stays when they are discarded (newsroom/stories/snapshots.ts): a stricter embargo, and a byline
 * that this person may not set. Said before they do it.
 */
function whatStays(
  changed: readonly LeavingPart[],
  since: LedgerEntry | undefined,
  { entries, fields, asker }: Since,
): Pick<NoteOnStory, 'more' | 'stays'> {
  if (!since) return {}
  const { embargo, byline } = fields
  const said: string[] = []
  if (changed.includes('embargo') && isLooser(embargo.trim(), embargoThen(entries, since, embargo).trim()))
    said.push(sheetText('storyNote.embargoStays'))
  const then = { ...fields, byline: bylineThen(entries, since, byline) }
  if (changed.includes('byline') && asker && whyNotName(asker.by, fields, then, asker.desk) !== undefined)
    said.push(sheetText('storyNote.bylineStays'))
  if (said.length === 0) return {}
  return { more: said.join(' '), ...(said.length === changed.length ? { stays: true as const } : {}) }
}

function correctionNote(
  { standing, correction }: Story['ledger'],
  entries: readonly LedgerEntry[],
  apart: Apart,
): NoteOnStory | undefined {
  const { stage, version, versionKind } = standing
  const waiting = untold(entries, apart).flatMap(({ destinations }) => destinations).length
  if (
    isCorrectionKind(versionKind) &&
    stage !== 'published' &&
    stage !== 'killed' &&
    correction?.approver === undefined
  ) {
    return {
      kind: 'correction',
      text: correction
        ? sheetText('correction.toApprove', { by: correction.by, version })
        : sheetText('correction.toRecord', { version, versionKind: VERSION_KIND_WORDS[versionKind] }),
    }
  }
  if (stage !== 'published') return undefined
  if (isCorrectionKind(versionKind) && correction?.approver === undefined) {
    // Else an editor released it without a record. What was approved leaves until another record is.
    const waits = correction && correctionsIn(entries, apart).some((one) => one.version === version && one.approved)
    return {
      kind: 'correction',
      text: waits
        ? sheetText('correction.toApprove', { by: correction.by, version })
        : sheetText('correction.unrecorded', { version, versionKind: VERSION_KIND_WORDS[versionKind] }),
    }
  }
  if (waiting === 0) return undefined
  return {
    kind: 'correction',
    text: sheetText('correction.untold', { count: waiting }),
  }
}
