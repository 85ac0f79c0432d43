/** Who exported says later that the file never left, so that nobody tells its destination. */
import { group, type Attempt } from './attempt'
import { page } from './blocks'
import type { Desk } from './driver'

const exits = group('exits').ours
const TOLD = 'A correction and a kill have a notice per destination it had gone to.'
const LATER = { mutant: 'an export is taken back at any time' }
const PLACE = '/out/a.json'

/** A published story leaves. Then something happens, and Editor says that the export failed. */
const takenBack =
  (then: (desk: Desk, story: string) => Promise<unknown>, shown: 'correction.show' | 'kill.show'): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council rose at noon.'))
    await desk.published(story)
    const request = { story, format: 'ninjs', destination: PLACE }
    const { entry } = await desk.must<{ entry: number }>('Editor', 'story.export', request)
    await then(desk, story)
    await desk.ask('Editor', 'story.exportFailed', { story, entry, reason: 'Not saved' })
    const { destinations } = await desk.must<{ destinations: readonly { destination: string }[] }>('Chief', shown, {
      story,
    })
    const through = !destinations.some(({ destination }) => destination === PLACE)
    return { through, seen: through ? 'nobody tells the place' : 'the place is told' }
  }

const correct = (desk: Desk, story: string): Promise<unknown> =>
  desk.must('Chief', 'story.move', { story, to: 'inReview', kind: 'correction', reason: 'A wrong hour' })
const kill = (desk: Desk, story: string): Promise<unknown> =>
  desk.must('Chief', 'story.move', { story, to: 'killed', reason: 'All wrong' })

exits(
  'An export is said to have failed once a correction is due',
  { spec: TOLD, proof: LATER },
  takenBack(correct, 'correction.show'),
)
exits('An export is said to have failed after a kill', { spec: TOLD, proof: LATER }, takenBack(kill, 'kill.show'))
