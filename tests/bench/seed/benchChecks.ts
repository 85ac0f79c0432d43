import { runChecks } from '../../../src/checks/runChecks'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { statementsOf } from '../../../src/checks/detect/statementsOf'
import { countWordsIn } from '../../../src/story/text/words/words'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'
import { NO_WRITER } from '../../builders/noWriter'

export { countWordsIn, statementsOf }

/** Judges a story of these grafs, as at the door of clearing. */
export function judge(grafs: readonly string[]): number {
  const copy = [
    { role: 'headline' as const, text: 'Leaders meet', spans: [] },
    ...grafs.map((text) => ({ role: 'paragraph' as const, text, spans: [] })),
  ]
  const story = { ...storyFrom('x'), copy }
  const desk = deskFrom()
  return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER).length
}
