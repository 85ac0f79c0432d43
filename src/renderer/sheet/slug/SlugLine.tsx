import { legalReadState } from '../../../story/assessment/people/legalRead'
import { pick, useNewsroom, useStory } from '../../state'
import type { Story } from '../../../story/assessment/story'
import { factType } from '../../../story/ledger/facts/fact'
import { slugLineText, type SlugPart } from './slugLineText'
import { useShowPlace } from '../../state/hooks/useShowPlace'
import { useMinute } from '../../state/hooks/useMinute'
import { useWindowServices } from '../../state/windowServices'

/** The field behind each part of the line. */
const FIELD_OF_PART: Readonly<Partial<Record<SlugPart['id'], string>>> = {
  slug: 'slug',
  urgency: 'urgency',
  language: 'language',
  desk: 'desk',
  legal: 'needsLegal',
  embargo: 'embargo',
}

/** Shows slug, urgency, language, version, stage, legal and embargo. A click opens the field that was clicked. */
export function SlugLine() {
  const story = useStory(pick('story', 'fields', 'assessments', 'assessed'))
  const { showTab } = useWindowServices().panels
  const show = useShowPlace()
  const open = (target: EventTarget): void => {
    const part =
      target instanceof HTMLElement ? (target.dataset['partOfSlug'] as SlugPart['id'] | undefined) : undefined
    const field = part && FIELD_OF_PART[part]
    if (field) show({ kind: 'field', field })
    else showTab('fields')
  }
  const desk = useNewsroom(({ desk }) => desk)
  const now = useMinute(story !== null && story.fields.embargo !== '')
  if (!story) return null
  const legal =
    story.assessed || !mayAllege(story.story)
      ? legalReadState(story.story, story.assessments, desk.settings.deskOfOne)
      : 'required'
  const parts = slugLineText(story.fields, story.story.ledger.standing, legal, now, desk.settings.defaults)
  return (
    <button type="button" className="slug-line" onClick={(event) => open(event.target)}>
      {parts.map((part) => (
        <span key={part.id} data-part-of-slug={part.id} data-weighty={part.weighty}>
          {part.text}
        </span>
      ))}
    </button>
  )
}

/** Before its facts are read, a story with a fact of that type counts as one with an allegation. */
const mayAllege = ({ tags, ledger }: Story): boolean =>
  [...tags.values()].some((tag) => factType({ tag, record: ledger.facts.get(tag.id) }) === 'allegation')
