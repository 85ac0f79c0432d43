import { archiveText } from '../../../catalogue/window/archive'
import type { ArchivableStory } from '../../../story/requests/requests'
import { Button } from '../../ui'
import { useShowMore } from '../../ui/useShowMore'
import '../deletion/deletion.css'

/** Rows that are drawn at first. A desk moves the stories of a year. */
const DRAWN = 100
/** A longer list scrolls, and the keyboard has to get there. */
const SCROLLS = 6

/** Stories by headline, with the reason why each stays. */
export function NamedStories({
  name,
  stories,
}: {
  readonly name: string
  readonly stories: readonly ArchivableStory[]
}) {
  const { list, drawn, showMore } = useShowMore(stories, DRAWN)
  return (
    <>
      <ul ref={list} className="deletion-stories" aria-label={name} tabIndex={stories.length > SCROLLS ? 0 : -1}>
        {drawn.map(({ id, headline, why }) => (
          <li key={id} tabIndex={-1}>
            <span className="serif" dir="auto">
              {headline || archiveText('untitled')}
            </span>
            {why === undefined ? null : <span className="soft">{why}</span>}
          </li>
        ))}
      </ul>
      {showMore ? <Button onClick={showMore}>{archiveText('more')}</Button> : null}
    </>
  )
}
