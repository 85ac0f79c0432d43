import { useWindowServices } from '../../state/windowServices'
import type { StoryPart } from '../../state'
import { placeComment } from './placeComment'

/** Puts a comment whose words are gone on the selected words. Returns why it could not. Undo takes it off again. */
export function usePlaceComment(
  story: StoryPart<'id' | 'editor' | 'session'>,
): (comment: string) => Promise<string | undefined> {
  const services = useWindowServices()
  return (comment) => placeComment(services, story, comment)
}
