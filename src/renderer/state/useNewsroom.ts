import type { Act, Bridge } from '../../ipc/contract'
import type { NewsroomFacts } from './newsroom'
import { useRoom } from './room'
import { useValue } from './value'

export interface NewsroomHook extends NewsroomFacts {
  readonly act: Act
  readonly call: Bridge['call']
  /** False when it could not be opened; why is then shown as a notice. */
  readonly openStory: (id: string) => Promise<boolean>
  readonly closeStory: () => Promise<void>
  /** First run: joins the roster under this name; with `sample`, opens the sample story. */
  readonly becomePerson: (name: string, sample: boolean) => Promise<boolean>
  /** The open story. */
  readonly storyId: string | null
}

export function useNewsroom(): NewsroomHook {
  const { newsroom } = useRoom()
  const facts = useValue(newsroom.facts)
  const session = useValue(newsroom.session)
  const { act, call, openStory, closeStory, becomePerson } = newsroom
  return { ...facts, act, call, openStory, closeStory, becomePerson, storyId: session?.id ?? null }
}
