/** Requests about the source book. */
import type { RestingFact } from '../storyAnswers'
import type { Source, SourceWords } from '../../desk/source'

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
  'source.facts': { request: { readonly source: string }; answer: readonly RestingFact[] }
  /** Protected sources are sealed: "Source A", without aliases and contact. */
  'source.list': { request: Record<string, never>; answer: readonly Source[] }
}
