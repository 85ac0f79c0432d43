import type * as Y from 'yjs'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { guardDocument, type Guarded } from '../../document/guardDocument'
import { isDealtWith, isHeld } from '../../story/assessment/copy/trayTags'
import { whyNotMay } from '../../story/assessment/people/rights'
import type { Desk, Story } from '../../story/assessment/story'
import { GUARDED, factType } from '../../story/ledger/facts/fact'
import { takesEvents } from '../../story/ledger/leaving/afterKill'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { penOfAnother } from '../../story/ledger/writers/pen'
import { NewsroomError } from '../../story/requests/requests'

interface GuardedStory {
  readonly doc: Y.Doc
  ledger(): Story['ledger']
  tags(): Story['tags']
  desk(): Desk
}

/** What nobody may change in an open story as it is now, or not everybody. */
export class StoryGuard {
  /** Set when the document holds something that this version of the app does not know. Then nothing may be changed. */
  readonly guarded: Guarded | undefined

  constructor(private readonly story: GuardedStory) {
    this.guarded = guardDocument(story.doc)
  }

  refuseWhenGuarded(what: 'changed' | 'copied' | 'exported' = 'changed'): void {
    if (this.guarded)
      throw new NewsroomError('failed', newsroomText(`openStory.guarded.${what}`, { why: this.guarded.why }))
  }

  /**
   * Throws a refusal when the story is killed: its words, facts and fields stay as they are. With `events`, throws
   * unless the ledger of a killed story takes all of them.
   */
  refuseWhenKilled(events?: readonly LedgerEvent[]): void {
    const { stage } = this.story.ledger().standing
    if (events ? !takesEvents(stage, events) : stage === 'killed')
      throw new NewsroomError('refused', newsroomText('openStory.killed'))
  }

  /** Throws a refusal while somebody else has the pen: `by` may not undo a merge. Moving the pen would not help. */
  refuseUndoWithoutPen(by: string): void {
    const holder = penOfAnother(this.story.ledger(), by)
    if (holder !== undefined) throw new NewsroomError('refused', newsroomText('undoMerge.ofAnother', { holder }))
  }

  /** Throws a refusal while somebody else has the pen: `by` may not change the standing copy. */
  refuseWithoutPen(by: string): void {
    const holder = penOfAnother(this.story.ledger(), by)
    if (holder === undefined) return
    const mayTake = whyNotMay('takePen', by, { desk: this.story.desk() }) === undefined
    throw new NewsroomError('refused', newsroomText(mayTake ? 'pen.ofAnotherMayTake' : 'pen.ofAnother', { holder }))
  }

  /**
   * Whether undoing a tag may remove the fact's record: nobody has dealt with it yet. For a quote or allegation, only
   * its tagger may.
   */
  mayForget(fact: string, by: string): boolean {
    const tag = this.story.tags().get(fact)
    const record = this.story.ledger().facts.get(fact)
    if (tag && GUARDED.has(factType({ tag, record })) && tag.by !== by) return false
    return !record || !isDealtWith(record)
  }

  /** Whether typing may take the tag of a fact away. */
  mayUntag(fact: string): boolean {
    return !isHeld(this.story.ledger().facts.get(fact))
  }
}
