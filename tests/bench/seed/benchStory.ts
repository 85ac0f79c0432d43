/** What a long story costs outside of typing: to open it, to ask the gate, to build the views of its facts. */
import { clockFrom } from '../../../src/newsroom/environment/clock'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { openGate } from '../../../src/gate/openGate'
import { openLibrary } from '../../../src/storage/openLibrary'
import { Assessor } from '../../../src/story/assessment/assessStory'
import type { Story } from '../../../src/story/assessment/story'
import type { Copy } from '../../../src/story/copy/copy'
import { EMPTY_RECORD } from '../../../src/story/ledger/record/factRecord'
import { buildView } from '../../../src/story/view/buildView'
import { timed } from '../../builders/time/peerTime'
import { NO_WRITER } from '../../builders/noWriter'

export { seedLongStory } from './seedLibrary'

/** Processor time, in milliseconds of a plain desktop machine (tests/builders/time/peerTime.ts). */
export interface StoryTimes {
  /** Until the library is open and its story is read and assessed. */
  readonly opening: number
  /** The gate for the first time, and after a letter in the middle of the story. */
  readonly gate: number
  readonly gateAfterLetter: number
  /** A view and its hash for each of 1,000 facts, from copy that nobody has read before. */
  readonly views: number
}

const VIEWS = 1000

/** Opens the library, measures, and closes it. */
export async function measureStory(folder: string, id: string): Promise<StoryTimes> {
  const clock = clockFrom('2026-10-30T10:00:00Z')
  let room: Newsroom | undefined
  const { milliseconds: opening } = await timed(async () => {
    const store = await openLibrary({ folder, person: 'Editor', now: () => clock.now(), newId: () => 'unused' })
    room = await Newsroom.open({ store, clock, ids: sequentialIds })
    ;(await room.story(id)).assessments()
  })
  if (!room) throw new Error('The library was not opened.')
  const open = room
  const story = (await open.story(id)).value()
  const desk = open.desk()
  const assessor = new Assessor()
  const ask = (now: Story): number =>
    openGate({ story: now, desk, assessments: assessor.assess(now, desk), door: 'clear', wroteAt: NO_WRITER }).blocks
      .length
  const { milliseconds: gate } = await timed(() => ask(story))
  const middle = story.copy.length >> 1
  const { milliseconds: gateAfterLetter } = await timed(() => ask({ ...story, copy: withLetter(story.copy, middle) }))
  const copy = structuredClone(story.copy) as Copy
  const facts = assessor.inCopy(story, desk).slice(0, VIEWS)
  const { milliseconds: views } = await timed(() => {
    for (const { tag, words, ranges } of facts) {
      const record = story.ledger.facts.get(tag.id) ?? EMPTY_RECORD
      if (buildView({ copy, ranges, words, tag, record, sources: desk.sources }).hash === '')
        throw new Error('A view has no hash.')
    }
  })
  await open.close()
  return { opening, gate, gateAfterLetter, views }
}

function withLetter(copy: Copy, index: number): Copy {
  const block = copy[index]
  if (!block) throw new Error('The story has no such block.')
  return copy.with(index, { ...block, text: `${block.text}s` })
}
