import { newsroomText } from '../../catalogue/rooms/newsroom'
import { isSamplePerson } from '../../story/desk/samplePeople'
import { NewsroomError, READING_ACTIONS, type ActionName } from '../../story/requests/requests'
import type { Newsroom } from '../state/newsroom'

/** What evidence in the sample story needs, though it names no story. */
const FOR_EVIDENCE: ReadonlySet<ActionName> = new Set<ActionName>([
  'file.begin',
  'file.write',
  'file.keep',
  'file.drop',
  'source.add',
])

/** Refuses what a sample person would do outside the sample story. Throws a NewsroomError. */
export async function refuseSamplePerson(
  room: Newsroom,
  by: string,
  action: ActionName,
  request: unknown,
): Promise<void> {
  if (!isSamplePerson(by) || READING_ACTIONS.has(action) || FOR_EVIDENCE.has(action)) return
  const { story } = request as { readonly story?: string }
  if (story === undefined) throw notHere(by)
  await refuseSamplePersonIn(room, by, story)
}

/** Refuses every act of a sample person on a story that is not the sample. Throws a NewsroomError. */
export async function refuseSamplePersonIn(room: Newsroom, by: string, id: string): Promise<void> {
  if (!isSamplePerson(by)) return
  const [first] = (await room.storyNow(id)).entries
  if (first?.kind !== 'created' || first.origin !== 'sample') throw notHere(by)
}

const notHere = (by: string): NewsroomError =>
  new NewsroomError('refused', newsroomText('samplePeople.notHere', { by }))
