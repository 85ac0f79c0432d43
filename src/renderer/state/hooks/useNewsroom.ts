import type { Act, Bridge } from '../../../ipc/contract'
import type { Becoming, NewsroomFacts } from '../stores/newsroom'
import { useRoom } from '../room'
import { useValue } from '../stores/value'

export interface NewsroomHook extends NewsroomFacts {
  readonly act: Act
  readonly call: Bridge['call']
  /** False when it could not be opened; why is then shown as a notice. `searched`: words to open it at. */
  readonly openStory: (id: string, more?: { readonly searched?: string }) => Promise<boolean>
  readonly closeStory: () => Promise<void>
  /** Acts under this name from here on (it joins the roster); with `sample`, opens the sample story. Gives why it was not done. */
  readonly becomePerson: (name: string, more?: Becoming) => Promise<string | undefined>
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
