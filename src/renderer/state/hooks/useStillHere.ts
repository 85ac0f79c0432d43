import { useWindowServices } from '../windowServices'

/**
 * For a request whose answer opens something about a story. Call the returned function before the request. What that
 * returns says afterwards whether the story is still the open one and nothing else was opened: the numbers of snapshots
 * count in each story.
 */
export function useStillHere(): (story: string) => () => boolean {
  const { newsroom, panels } = useWindowServices()
  return (story) => {
    const { overlay } = panels.store.getState()
    return () => newsroom.store.getState().session?.id === story && panels.store.getState().overlay === overlay
  }
}
