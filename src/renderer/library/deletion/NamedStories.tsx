import { archiveText } from '../../../catalogue/window/archive'
import type { BulkStory } from '../../state/stores/stories/bulkWork'
import { Button } from '../../ui'
import { useShowMore } from '../../ui/useShowMore'
import './deletion.css'

/** Rows that are drawn at first. A desk moves or deletes the stories of a year. */
const DRAWN = 100
/** A longer list scrolls, and the keyboard has to get there. */
const SCROLLS = 6

interface NamedStoriesProps<S extends BulkStory> {
  readonly name: string
  readonly stories: readonly S[]
  /** What is said of a story below its headline. */
  readonly note?: (story: S) => string | undefined
}

/** Stories by headline, with what is said of each. */
export function NamedStories<S extends BulkStory>({ name, stories, note }: NamedStoriesProps<S>) {
  const { list, drawn, showMore } = useShowMore(stories, DRAWN)
  return (
    <>
      <ul ref={list} className="deletion-stories" aria-label={name} tabIndex={stories.length > SCROLLS ? 0 : -1}>
        {drawn.map((story) => {
          const said = note?.(story)
          return (
            <li key={story.id} tabIndex={-1}>
              <span className="serif" dir="auto">
                {story.headline || archiveText('untitled')}
              </span>
              {said === undefined ? null : <span className="soft">{said}</span>}
            </li>
          )
        })}
      </ul>
      {showMore ? <Button onClick={showMore}>{archiveText('more')}</Button> : null}
    </>
  )
}
