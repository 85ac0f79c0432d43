/** Hands stories over together with their pen. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { NewsroomError } from '../../../story/requests/requests'

interface Giving {
  readonly stories: readonly string[]
  /** Who gets the pen. Undefined: it stays where it is. */
  readonly pen: string | undefined
  /** Who has the pen of a story now. Undefined: nobody. */
  readonly holderOf: (story: string) => Promise<string | undefined>
}

/**
 * Runs `work`, which gives the pen and then writes the bundle. The pen has to move first, because the bundle says who
 * has it. If the bundle is not written, the error also says of how many stories the pen has moved.
 */
export async function tellingPen<T>({ stories, pen, holderOf }: Giving, work: () => Promise<T>): Promise<T> {
  if (pen === undefined) return work()
  const waiting: string[] = []
  for (const story of stories) if ((await holderOf(story)) !== pen) waiting.push(story)
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error
    let count = 0
    // What cannot be asked is not told: the first error is the one to read.
    for (const story of waiting) if ((await holderOf(story).catch(() => undefined)) === pen) count += 1
    if (count === 0) throw error
    const moved = newsroomText('handOver.penMoved', { pen, count })
    throw new NewsroomError(error.reason, `${error.message} ${moved}`, error.verdict)
  }
}
