/** A story as people and programs read it: `story.show`, and the story file on the disk. */
import { legalHash, legalNow } from '../../../story/assessment/people/legalRead'
import type { Assessment } from '../../../story/assessment/assessment'
import { placeComments, type CommentThread } from '../../../story/copy/comment'
import type { Block } from '../../../story/copy/copy'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { penHeld } from '../../../story/ledger/writers/pen'
import type { BlockView, PenView, StoryView } from '../../../story/requests/requests'
import { openLosses } from '../../../story/assessment/lostTrust'
import { isUnsigned } from '../../../story/ledger/unsignedComments'
import type { Story } from '../../../story/assessment/story'
import { defined } from '../../../story/text/defined'
import { factViewOf } from './factView'
import { signersOf } from './signersOf'
import { sourcesUsed } from './sourcesUsed'

/** `updated`: ISO 8601 instant of the last change. Facts come in the assessments' order. */
export function storyViewOf(
  story: Story,
  assessments: readonly Assessment[],
  updated: string,
  deskOfOne: boolean,
  entries: readonly LedgerEntry[],
): StoryView {
  const facts = assessments.map(factViewOf)
  const rests = new Set(facts.flatMap(({ evidence }) => evidence.map(({ source }) => source)))
  const sourcesBefore = sourcesUsed(entries).filter((source) => !rests.has(source))
  const shown = new Set(facts.map(({ signed }) => signed?.by))
  const signersBefore = signersOf(entries).filter((name) => !shown.has(name))
  return {
    id: story.id,
    guid: story.guid,
    stage: story.ledger.standing.stage,
    version: story.ledger.standing.version,
    fields: { ...story.fields, needsLegal: legalNow(story, assessments, deskOfOne) },
    blocks: story.copy.map(blockView),
    facts,
    comments: placeComments(story.copy, story.comments ?? []).map(({ thread, place, ranges: [range], standing }) => ({
      ...thread,
      ...unsignedParts(thread, { entries, isShared: story.ledger.shared === true }),
      place,
      ...defined({ block: range?.block, standing }),
    })),
    suggestions: story.suggestions ?? [],
    legalText: legalHash(story.copy, assessments),
    ...defined({ sentBack: story.ledger.sentBack, pen: penView(story.ledger) }),
    ...lossesIn(story),
    ...(sourcesBefore.length > 0 ? { sourcesBefore } : {}),
    ...(signersBefore.length > 0 ? { signersBefore } : {}),
    updated,
  }
}

function unsignedParts(
  thread: CommentThread,
  of: Parameters<typeof isUnsigned>[2],
): Pick<StoryView['comments'][number], 'unsigned' | 'unsignedReplies'> {
  const replies = thread.replies.flatMap((reply, at) => (isUnsigned(thread, reply, of) ? [at + 1] : []))
  return {
    ...(isUnsigned(thread, undefined, of) ? { unsigned: true as const } : {}),
    ...(replies.length > 0 ? { unsignedReplies: replies } : {}),
  }
}

/** Who has the pen, since when and from whom. Undefined: nobody. */
export function penView(ledger: Story['ledger']): PenView | undefined {
  const held = penHeld(ledger)
  return held && { holder: held.to, from: held.by, at: held.at }
}

export const blockView = ({ role, level, cell, picture, text }: Block): BlockView => ({
  role,
  ...defined({ level, cell, picture }),
  text,
})

function lossesIn(story: Story): Pick<StoryView, 'losses' | 'lossesAccepted'> {
  const losses = openLosses(story)
  const accepted = [...story.ledger.lossesAccepted.values()]
  return {
    ...(losses.length > 0 ? { losses } : {}),
    ...(accepted.length > 0 ? { lossesAccepted: accepted } : {}),
  }
}
