import { fieldsText } from '../../catalogue/window/fields'
import { authorsEver } from '../../story/assessment/people/authors'
import { whyNotMay } from '../../story/assessment/people/rights'
import { sameName } from '../../story/text/words/personName'
import { pick, useNewsroom, useNotice, useStory } from '../state'
import { useWindowServices } from '../state/windowServices'
import { Button } from '../ui'

/** Lets an editor strike a name that came into author or byline by mistake. Removing a byline leaves it an author. */
export function StrikeByline() {
  const story = useStory(pick('id', 'story', 'fields'))
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const { check } = useNotice()
  const {
    newsroom: { act },
    panels: { open },
  } = useWindowServices()
  if (!story || person === undefined || whyNotMay('strikeByline', person, { desk }) !== undefined) return null
  const others = authorsEver(story.story).filter((name) => !sameName(name, person))
  if (others.length === 0) return null
  return (
    <fieldset className="form-group">
      <legend className="field-label">{fieldsText('strikeByline.authorsEver')}</legend>
      {others.map((name) => (
        <div key={name} className="byline-struck">
          <span dir="auto">{name}</span>
          <Button
            look="plain"
            aria-label={fieldsText('strikeByline.strikeName', { name })}
            onClick={() =>
              open({
                kind: 'reason',
                about: `${story.id} ${name}`,
                words: name,
                title: fieldsText('strikeByline.strike'),
                label: fieldsText('strikeByline.why'),
                action: fieldsText('strikeByline.strikeNow'),
                submit: async (reason) =>
                  check(await act('story.strikeByline', { story: story.id, name, reason })) !== undefined,
              })
            }
          >
            {fieldsText('strikeByline.strike')}
          </Button>
        </div>
      ))}
    </fieldset>
  )
}
