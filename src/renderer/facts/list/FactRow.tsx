import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { memo, type Ref } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Source } from '../../../story/desk/source'
import { grafDirection } from '../grafDirection'
import { StatusMark, StatusWord } from '../Status'
import { shownWords } from '../../../story/assessment/shownWords'
import { useNewsroom, type StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { FactDetail } from '../detail/FactDetail'
import { factLine } from './factLines'
import { focusPlace } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'

interface FactRowProps {
  readonly fact: Assessment
  readonly story: StoryPart<
    'id' | 'session' | 'copy' | 'entries' | 'assessments' | 'clear' | 'transcripts' | 'setCurrent' | 'jump'
  >
  readonly sources: ReadonlyMap<string, Source>
  readonly open: boolean
  /** A suggestion would change its words. It is evaluated when it is accepted (rule 9). */
  readonly pending: boolean
  /** Its words lie inside those of a fact above. */
  readonly inside: boolean
  readonly measure?: Ref<HTMLLIElement>
  /** The row is in a long list, of which only the visible part is drawn. */
  readonly place?: { readonly index: number; readonly of: number }
}

const LONGEST = 140
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** One fact: its words, its status in words, one quiet line. It opens in place when selected. */
export const FactRow = memo(
  function FactRow({ fact, story, sources, open, pending, inside, measure, place }: FactRowProps) {
    const { panels } = useWindowServices()
    const words = useNewsroom(({ desk }) => desk.words)
    return (
      <li
        className="fact"
        data-menu-row="opens"
        data-fact={fact.id}
        data-evidence-of={open ? fact.id : undefined}
        data-open={open}
        data-inside={inside || undefined}
        {...(measure ? { ref: measure } : {})}
        {...(place ? { 'data-index': place.index, 'aria-posinset': place.index + 1, 'aria-setsize': place.of } : {})}
      >
        <button
          ref={focusPlace(PLACES.facts, PLACES.fact(fact.id), ...(open ? [PLACES.paneStart('facts')] : []))}
          type="button"
          className="fact-open"
          aria-expanded={open}
          aria-current={open ? 'true' : undefined}
          onFocus={({ currentTarget, relatedTarget }) => {
            // The keyboard selects a row by walking to it: a verdict key signs that fact. The pointer selects by a
            // click, so that no row opens under it before.
            if (
              !open &&
              panels.store.getState().review &&
              relatedTarget !== null &&
              currentTarget.matches(':focus-visible')
            )
              story.session.navigation.showFact(fact.id)
          }}
          onClick={() => {
            // In review the fact stays selected: a click on it shows its words again.
            if (open && !panels.store.getState().review) story.setCurrent(null)
            else story.jump({ kind: 'fact', fact: fact.id }, false)
          }}
        >
          <StatusMark status={fact.status} />
          <span className="fact-words serif" dir={grafDirection(fact, story.copy)}>
            {short(shownWords(fact)) || factsPanelText('factRow.noWords')}
          </span>
          <StatusWord status={fact.status} />
          <span className="fact-line">
            {pending ? factsPanelText('factRow.changePending') : ''}
            {factLine(fact, story.copy, sources, story.transcripts, words, open)}
          </span>
        </button>
        {open ? <FactDetail fact={fact} story={story} sources={sources} /> : null}
      </li>
    )
  },
  (a, b) =>
    a.fact === b.fact &&
    a.open === b.open &&
    !a.open &&
    a.pending === b.pending &&
    a.inside === b.inside &&
    a.sources === b.sources &&
    a.place?.index === b.place?.index &&
    a.place?.of === b.place?.of &&
    a.story.copy === b.story.copy &&
    a.story.transcripts === b.story.transcripts,
)
