import type { Assessment } from '../../../story/assessment/assessment'
import type { StoryFileRead } from '../../state/stores/panels'

/** The captured files of a story with their sources, those of later facts first, each once. */
export function filesOfStory(story: string, assessments: readonly Assessment[]): readonly StoryFileRead[] {
  const files = new Map<string, StoryFileRead>()
  for (const { evidence } of assessments.toReversed())
    for (const { file, fileName = '', source } of evidence)
      if (file !== undefined && !files.has(`${source} ${file}`))
        files.set(`${source} ${file}`, { story, source, file, fileName })
  return [...files.values()]
}
