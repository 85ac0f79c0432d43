import { newsroomText } from '../../catalogue/rooms/newsroom'
import { mediaTopics, type MediaTopics } from '../../story/desk/mediaTopics'
import { NewsroomError } from '../../story/requests/requests'

/** Names of topics have up to this many commas less one: “economy, business and finance”. */
const MOST_PARTS = 4
const MEDIA_TOPIC = /^(?:medtop:)?(\d{8})$/u
/** A code of another scheme, such as “desk:harbour”. */
const OTHER_SCHEME = /^[a-z][\w.-]*:\S+$/iu

/**
 * Subjects as a story keeps them: Media Topics by code, given by code or by name in English or Korean; codes of other
 * schemes and subjects that the story has already stay as they are. Throws a usage error for an unknown name.
 */
export async function subjectCodes(given: readonly string[], before: readonly string[]): Promise<readonly string[]> {
  const topics = await mediaTopics()
  const codes: string[] = []
  for (let at = 0; at < given.length;) {
    const { code, parts } = codeAt(topics, given, at, before)
    codes.push(code)
    at += parts
  }
  return [...new Set(codes)]
}

/** At the command line a name with commas comes in several parts. */
function codeAt(
  topics: MediaTopics,
  given: readonly string[],
  at: number,
  before: readonly string[],
): { readonly code: string; readonly parts: number } {
  const first = given[at] ?? ''
  const digits = MEDIA_TOPIC.exec(first)?.[1]
  if (digits !== undefined) return { code: `medtop:${digits}`, parts: 1 }
  for (let parts = Math.min(MOST_PARTS, given.length - at); parts > 0; parts--) {
    const topic = topics.named(given.slice(at, at + parts).join(', '))
    if (topic) return { code: topic.code, parts }
  }
  if (before.includes(first) || OTHER_SCHEME.test(first)) return { code: first, parts: 1 }
  const near = topics.find(first, 3).map(({ code, name }) => `${name} (${code})`)
  throw new NewsroomError(
    'usage',
    newsroomText('subjectCodes.unknown', {
      name: first,
      near: near.length === 0 ? '' : newsroomText('subjectCodes.near', { near: near.join(', ') }),
    }),
  )
}
