import type * as Y from 'yjs'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { StoryReader } from '../../document/reading/storyReader'
import { Assessor, type AssessingDesk } from '../../story/assessment/assessStory'
import type { Assessment } from '../../story/assessment/assessment'
import type { Story } from '../../story/assessment/story'
import type { LedgerState } from '../../story/ledger/ledger'
import type { TrustLoss } from '../../story/ledger/loss'
import { NewsroomError } from '../../story/requests/requests'

/** What a story is read from, beside its document. */
export interface ReadFrom extends Pick<Story, 'id' | 'guid' | 'created'> {
  readonly ledger: () => LedgerState
  readonly losses: () => readonly TrustLoss[]
  readonly unproven: () => readonly string[]
  readonly assessing: () => AssessingDesk
}

/** The story as rules see it and its facts' assessments, read again after a change. */
export class StoryReading {
  readonly #reader: StoryReader
  readonly #assessor = new Assessor()
  #value: Story | undefined
  #assessments: readonly Assessment[] | undefined
  /** The facts were all assessed once. Later answers cost only what changed. */
  #isAssessed = false

  constructor(
    doc: Y.Doc,
    private readonly from: ReadFrom,
  ) {
    this.#reader = new StoryReader(doc)
  }

  /** To call when anything that the story is read from changed. */
  forget(): void {
    this.#value = undefined
    this.#assessments = undefined
  }

  value(): Story {
    const { id, guid, created, ledger, losses, unproven } = this.from
    this.#value ??= {
      ...{ id, guid, created, ...this.#reader.read() },
      ...{ ledger: ledger(), losses: losses(), unproven: unproven() },
    }
    return this.#value
  }

  /** Those of the facts in the copy in text order, then those of the tray. */
  assessments(): readonly Assessment[] {
    this.#assessments ??= this.#assessor.assess(this.value(), this.from.assessing())
    this.#isAssessed = true
    return this.#assessments
  }

  /**
   * Assesses the facts of a newly opened story ahead, one at each `next()`, so that `assessments` need not do it at
   * once. After a change it goes on with the story as it is then. Ends when somebody has asked for them.
   */
  *assessAhead(): Generator<void, void, void> {
    for (let isDone = false; !isDone && !this.#isAssessed;) {
      const story = this.value()
      const ahead = this.#assessor.ahead(story, this.from.assessing())
      while (!isDone && !this.#isAssessed && this.#value === story) {
        isDone = ahead.next().done === true
        yield
      }
    }
  }

  /** Throws a usage error for an unknown id. */
  assessment(fact: string): Assessment {
    const found = this.assessments().find(({ id }) => id === fact)
    if (!found) throw new NewsroomError('usage', newsroomText('openStory.unknownFact', { fact }))
    return found
  }

  /** An earlier assessment of the fact with this view, if this process had it a moment ago. */
  seenBefore(fact: string, seen: string): Assessment | undefined {
    return this.#assessor.earlier(fact, seen)
  }
}
