import { windowText } from '../../catalogue/window/window'
import { useStore } from 'zustand'
import { Button } from '../ui'
import { useNotice, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'

/** Offers to save a copy elsewhere while the words cannot be saved. */
export function SaveCopy({ story }: { readonly story: StoryPart<'id' | 'session'> }) {
  const { call } = useWindowServices().newsroom
  const { check, say } = useNotice()
  const { autosave } = story.session
  const isFailing = useStore(autosave.store, ({ state }) => typeof state === 'object')
  if (!isFailing) return null
  const save = async (): Promise<void> => {
    const text = story.session.words().join('\n\n')
    const copied = autosave.copying()
    const done = check(
      await call('saveCopy', {
        story: story.id,
        headline: text.split('\n')[0] ?? '',
        text,
        state: story.session.state(),
      }),
    )
    if (done?.path === undefined) return
    copied()
    say(windowText('saveCopy.saved', { path: done.path }))
  }
  return <Button onClick={() => void save()}>{windowText('saveCopy.button')}</Button>
}
