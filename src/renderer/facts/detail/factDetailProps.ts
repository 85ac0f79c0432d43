import type { Assessment } from '../../../story/assessment/assessment'
import type { Source } from '../../../story/desk/source'
import type { StoryPart } from '../../state'

export interface FactDetailProps {
  readonly fact: Assessment
  readonly story: StoryPart<'id' | 'session' | 'copy' | 'entries' | 'assessments' | 'clear' | 'transcripts'>
  readonly sources: ReadonlyMap<string, Source>
}
