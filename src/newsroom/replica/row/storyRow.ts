import type { Assessment } from '../../../story/assessment/assessment'
import type { WritersAt } from '../../../story/assessment/people/wroteAt'
import type { Story } from '../../../story/assessment/story'
import type { StorySummary } from '../../../story/requests/requests'
import { countedIn, countsIssues, isCountCurrent, rowCounts, shownRow, type RowCounts } from './rowCounts'
import type { StoryRoom } from '../storyRoom'

/** The story that the row is of, as it is now. */
interface RowOf {
  readonly summary: () => StorySummary
  readonly story: () => Story
  readonly assessments: () => readonly Assessment[]
  readonly writersAt: WritersAt
}

/** The row of a story: its summary, with what only the checks count; and whether lists have it already. */
export class StoryRow {
  /** The row that lists have, as JSON. Undefined: the story changed since, perhaps in what the row does not show. */
  #listed: string | undefined
  /** What the row counts. Undefined: the story changed since. */
  #counts: RowCounts | undefined

  /** `stored`: the row of a story file that is not behind the story. */
  constructor(
    private readonly of: RowOf,
    private readonly room: Pick<StoryRoom<never>, 'desk' | 'libraryLosses' | 'transcripts'>,
    stored: StorySummary | undefined,
  ) {
    this.#listed = stored && JSON.stringify(stored)
    this.#counts = stored && countedIn(stored)
  }

  /** The row now. Never says what nobody counted. */
  now(): StorySummary {
    return { ...this.of.summary(), ...this.#counted() }
  }

  /** The row for lists. Undefined when they have it, and nothing changed since it was asked for last. */
  news(): StorySummary | undefined {
    const row = this.now()
    const text = JSON.stringify(row)
    if (text === this.#listed) return undefined
    this.#listed = text
    return shownRow(row, this.#desk())
  }

  /** Whether the issues of the story have to be counted. */
  isToCount(): boolean {
    const isCounted = this.#counts !== undefined && isCountCurrent(this.#counts, this.#desk())
    return !isCounted && countsIssues(this.of.story())
  }

  /** Reads the files that the facts quote, if the issues are counted. Never rejects. */
  async readForCount(): Promise<void> {
    if (countsIssues(this.of.story())) await this.room.transcripts.load(this.of.assessments())
  }

  /** The story changed. */
  forget(): void {
    this.#listed = undefined
    this.#counts = undefined
  }

  /** Does what is no change of the story, whatever it forgets: lists keep their row. */
  keepWhile<T>(act: () => T): T {
    const [listed, counts] = [this.#listed, this.#counts]
    const value = act()
    this.#listed = listed
    this.#counts = counts
    return value
  }

  #desk() {
    return { ...this.room.desk(), losses: this.room.libraryLosses() }
  }

  #counted(): RowCounts {
    const desk = this.#desk()
    if (this.#counts && isCountCurrent(this.#counts, desk)) return this.#counts
    const [story, facts] = [this.of.story(), this.of.assessments()]
    // A quotation that was compared with nothing would be no issue, or another one.
    if (countsIssues(story) && !this.room.transcripts.hasRead(facts)) return {}
    this.#counts = rowCounts(story, facts, desk, this.of.writersAt)
    return this.#counts
  }
}
