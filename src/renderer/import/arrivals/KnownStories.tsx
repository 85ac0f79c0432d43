import { libraryText } from '../../../catalogue/window/library'
import { STAGE_WORDS } from '../../../story/ledger/stages'
import type { KnownStory } from '../../../story/requests/requests'
import { useWindowServices } from '../../state/windowServices'
import { Button } from '../../ui'

/** Stories with the same headline; the others are counted. */
const MOST_NAMED = 3

/** Says which stories of the library have the headline of one that comes in. The person opens them to compare. */
export function KnownStories({ known }: { readonly known: readonly KnownStory[] }) {
  const { newsroom } = useWindowServices()
  const others = known.length - MOST_NAMED
  return (
    <div className="known-stories">
      {known.slice(0, MOST_NAMED).map((story) => (
        <p key={story.id} className="form-note is-warn">
          <span dir="auto">{libraryText('import.known', named(story))}</span>
          <Button
            look="plain"
            aria-label={libraryText('import.showNamed', named(story))}
            onClick={() => void newsroom.openStory(story.id)}
          >
            {libraryText('import.show')}
          </Button>
        </p>
      ))}
      {others > 0 ? <p className="form-note is-warn">{libraryText('import.knownMore', { count: others })}</p> : null}
      <p className="form-note">{libraryText('import.again')}</p>
    </div>
  )
}

/** `about`: the slug, if there is one, and the stage. */
const named = ({ headline, slug, stage }: KnownStory) => ({
  headline,
  about: [slug, STAGE_WORDS[stage]].filter((part) => part !== '').join(', '),
})
