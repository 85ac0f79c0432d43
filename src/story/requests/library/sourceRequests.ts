/** Requests about the source book. */
import type { RestingFact } from '../storyAnswers'
import type { Source, SourceWords } from '../../desk/source'

/** A story that still has the name of a protected source, and where. No text here has the name. */
export interface StoryTraces {
  readonly story: string
  /** Headline or slug. */
  readonly title: string
  /** For people: “the copy”, “a comment”, “2 entries of the history”. Empty: only what left has it. */
  readonly places: readonly string[]
  /** Exports that may have taken the name along: where they went, for people. */
  readonly left: readonly string[]
}

/** Where the name of a protected source still is. */
export interface SourceTraces {
  readonly stories: readonly StoryTraces[]
  /** Places of the library beside its stories, for people. */
  readonly library: readonly string[]
  /** Ids of stories that nobody could look into. */
  readonly unread: readonly string[]
  /** The name is not in this library, so nobody looked for it; only for aliases and contacts that are here. */
  readonly elsewhere?: true
}

export interface SourceRequests {
  'source.add': { request: Pick<SourceWords, 'name' | 'kind'> & Partial<SourceWords>; answer: { readonly id: string } }
  /**
   * `reason`: required if the change weakens the protection of a source. The answer for a protected source is sealed.
   */
  'source.edit': {
    /** `spelling`: an editor logs the change of the name as one of spelling, with a reason. Nothing else changes. */
    request: { readonly source: string; readonly reason?: string; readonly spelling?: boolean } & Partial<SourceWords>
    answer: Source
  }
  'source.merge': { request: { readonly source: string; readonly into: string }; answer: Record<string, never> }
  'source.destroy': { request: { readonly source: string; readonly reason: string }; answer: Record<string, never> }
  /** Asked before a window shows who a protected source is. The library's history notes it, unless you added it. */
  'source.look': { request: { readonly source: string }; answer: Record<string, never> }
  'source.facts': { request: { readonly source: string }; answer: readonly RestingFact[] }
  /**
   * Where the name of a protected source still is: in the stories that use it or that have it in copy, fields, comments
   * or evidence now, and in the library beside them.
   */
  'source.traces': { request: { readonly source: string }; answer: SourceTraces }
  /** Protected sources are sealed: "Source A", without aliases and contact. */
  'source.list': { request: Record<string, never>; answer: readonly Source[] }
}
