/** What leaves in a bundle: a story whole, without what the desk keeps. */
import { unzipSync } from 'fflate'
import { group, type Attempt, type Seen } from './attempt'
import { page } from './blocks'
import { short, type Desk, type Reply } from './driver'

const exits = group('exits').ours

const SCAN = 'Protected: identity must never leave the desk. Deleted words leave as tombstones only.'
const BLIND = { mutant: 'the leak scan finds nothing' }
const NAME = 'Kim Deep'

function holds(reply: Reply, word = NAME): Seen {
  if (!reply.ok) return { through: false, seen: short(reply.message) }
  const { bytes } = reply.value as { readonly bytes: Uint8Array }
  const parts = Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('utf8'))
  const through = parts.some((part) => part.includes(word))
  return { through, seen: through ? 'it is in the bundle' : 'it is not in the bundle' }
}

const handedOver =
  (put: (desk: Desk, story: string) => Promise<unknown>, word = NAME, more: object = {}): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The man waited at the door.'))
    await put(desk, story)
    return holds(await desk.ask('Reporter', 'story.handOver', { stories: [story], ...more }), word)
  }

const replace = (desk: Desk, story: string, words: string, by: string): Promise<unknown> =>
  desk.must('Reporter', 'copy.replace', { story, replace: words, with: by })
const protect = (desk: Desk): Promise<string> => desk.source(NAME, 'person', { protected: true })

exits(
  'A protected name stands in the copy of a draft that is handed over',
  { spec: SCAN, proof: BLIND },
  handedOver(async (desk, story) => {
    await protect(desk)
    await replace(desk, story, 'The man', NAME)
  }),
)
exits(
  'A name was tagged and cut before its source was protected, and the story is handed over',
  { spec: SCAN, proof: BLIND },
  handedOver(async (desk, story) => {
    await replace(desk, story, 'The man', NAME)
    await desk.tag('Reporter', story, NAME, 'name')
    await replace(desk, story, NAME, 'The man')
    await protect(desk)
  }),
)
exits(
  'A protected name stands in a comment of a story that is handed over',
  { spec: SCAN, proof: BLIND },
  handedOver(async (desk, story) => {
    await desk.must('Editor', 'comment.add', { story, text: `Is this ${NAME}?` })
    await protect(desk)
  }),
)
exits(
  'A protected name stands in the contact of another source that is handed over',
  { spec: SCAN, proof: BLIND },
  handedOver(async (desk, story) => {
    const source = await desk.source('Ministry', 'official', { contact: `ask ${NAME}` })
    const fact = await desk.tag('Reporter', story, 'door', 'place')
    const evidence = { source, locator: 'p. 1', stance: 'supports' }
    await desk.must('Reporter', 'fact.addEvidence', { story, fact, evidence })
    await protect(desk)
  }),
)
exits(
  'A protected source is handed over with the facts that rest on it',
  { spec: SCAN, proof: { mutant: 'a protected source goes into a bundle as it is' } },
  handedOver(async (desk, story) => {
    const source = await protect(desk)
    const fact = await desk.tag('Reporter', story, 'door', 'place')
    const evidence = { source, locator: '2026-10-29, phone', stance: 'supports' }
    await desk.must('Reporter', 'fact.addEvidence', { story, fact, evidence })
  }),
)
exits(
  'A sentence was deleted, and the story is handed over',
  { spec: SCAN, proof: { mutant: 'deleted words go into a bundle' } },
  handedOver(async (desk, story) => {
    await replace(desk, story, 'waited', 'whispered quaintly and waited')
    await replace(desk, story, 'whispered quaintly and waited', 'waited')
  }, 'quaintly'),
)
