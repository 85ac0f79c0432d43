/**
 * A story as the oracle knows it. The oracle is written from the product specification alone: nothing here imports the
 * app. Its model is simpler than the app's: characters with names, and a record of who did what.
 */

export type Truth = 'yes' | 'no' | 'either'

export type FactType =
  | 'quote'
  | 'paraphrase'
  | 'name'
  | 'title'
  | 'figure'
  | 'date'
  | 'place'
  | 'event'
  | 'superlative'
  | 'allegation'
  | 'visual'

/** Verdicts against the words. */
export const AGAINST: ReadonlySet<string> = new Set(['wrong', 'disputed', 'unverifiable'])

export interface Character {
  /** The same character keeps its name for good: "client.clock". */
  readonly id: string
  readonly char: string
  /** Facts whose tag it carries. */
  readonly facts: ReadonlySet<string>
}

export interface Place {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly header: boolean
}

export interface Picture {
  readonly file: string
  readonly alt: string
  readonly credit: string
  readonly captured: string
}

export interface Block {
  readonly role: string
  readonly characters: readonly Character[]
  readonly text: string
  readonly cell?: Place
  readonly picture?: Picture
}

export interface Tag {
  readonly type: FactType
  readonly statement: string
  readonly attributedTo: string
}

/** The copy at one moment, with the records of its facts. */
export interface Page {
  readonly blocks: readonly Block[]
  readonly tags: ReadonlyMap<string, Tag>
}

export interface Person {
  readonly name: string
  readonly role: string
}

export interface Source {
  readonly id: string
  /** Its name; a spelling that an editor logged as one counts as the name before. */
  readonly called: string
  readonly kind: string
  readonly groundRules: string
  readonly description: string
  readonly derivedFrom: readonly string[]
  readonly mergedInto?: string
}

export interface Evidence {
  readonly id: string
  readonly source: string
  readonly locator: string
  readonly excerpt: string
  readonly stance: 'supports' | 'contradicts'
  readonly file: string
  readonly by: string
  /** Own observations: who saw it. */
  readonly observer: string
}

/** What a person saw of a fact when they signed it. */
export interface Seen {
  readonly words: string
  readonly shown: readonly string[]
  readonly whole: boolean
  readonly tag: Tag
  readonly context: Context
  readonly evidence: readonly SeenEvidence[]
}

export interface SeenEvidence {
  readonly item: Evidence
  readonly commitment: string
}

/** All that stands around a fact, read with one rule for sentences. */
export interface Context {
  /** Both readings of where sentences end, where the specification leaves it open; most often the same. */
  readonly readings: readonly Reading[]
  readonly graf: string
  /** The graf before the fact's own words, and behind them. */
  readonly left: string
  readonly right: string
  readonly before: string
  /** The nearest graf before, where a list, a table or a picture lies between. */
  readonly nearestBefore: string
  readonly beforeIsGraf: boolean
  readonly after: string
  /** Headers of row and column; picture of a caption. */
  readonly belongs: readonly string[]
  /** The other cells of its row. */
  readonly row: string
  /** Lead-in or subhead of a list item: its last sentence, and all of it. */
  readonly leadIn: string
  readonly leadInGraf: string
  /** Cells: what stands over their table. */
  readonly overTable: string
  readonly role: string
}

export interface Reading {
  /** The sentences that hold the fact. */
  readonly own: string
  /** The same as shown, in lines of either direction. */
  readonly shown: readonly string[]
  /** The same without the fact's own words. */
  readonly around: string
  readonly previous: string
  readonly next: string
  /** The attribution of a quote, when it stands in another sentence that is not a neighbour: it names the speaker. */
  readonly attribution: string
  /** Other sentences further on that tell of somebody who spoke: whether these are the attribution is not said. */
  readonly sayings: string
  /** The sentences beside those that tell that somebody spoke. */
  readonly besideTelling: string
  readonly rest: string
}

export interface SignOff {
  readonly entry: number
  readonly step: number
  readonly by: string
  readonly status: string
  readonly seen: Seen
  /** Whether the person had written the words before. */
  readonly wrote: Truth
  /** Whether the person had written the context, and nobody else had looked at it since. */
  readonly wroteContext: Truth
  /** Why that is left open, in words. */
  readonly openContext?: string
  /** Whether only the one-person desk let this person give it. */
  readonly alone: Truth
  readonly reason: boolean
  readonly accepts: readonly Accept[]
  readonly withdrawn: boolean
  /** A verdict against the words, taken back by somebody who may only on a one-person desk. */
  readonly withdrawnAlone?: boolean
  /** Given by accepting what stands around. */
  readonly repeats?: boolean
}

/** One person's look at changed surroundings. */
export interface Accept {
  readonly step: number
  readonly by: string
  readonly context: Context
  /** Whether this person had written what changed since the context was last seen by another. */
  readonly wrote: Truth
}
