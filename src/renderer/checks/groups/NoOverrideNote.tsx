import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { whyNotDismiss, whyNotOverride } from '../../../gate/override'
import { whySaidTo } from '../../../story/desk/saidTo'
import { pick, useNewsroom, type StoryPart } from '../../state'

/** Says once why a person may not override what blocks, before they look for it in every row. */
export function NoOverrideNote({ story }: { readonly story: StoryPart<'story' | 'clear'> }) {
  const { person, desk, readOnly } = useNewsroom(pick('person', 'desk', 'readOnly'))
  if (readOnly !== undefined || person === undefined) return null
  const closed = story.clear.blocks.find(
    (finding) => finding.overridable && whyNotOverride(finding, person, story.story, desk) !== undefined,
  )
  if (!closed) return null
  const both = story.clear.blocks.some(
    (finding) => finding.dismissable && whyNotDismiss(finding, person, story.story, desk) !== undefined,
  )
  return (
    <p className="panel-note checks-closed">
      {whySaidTo(person, whyNotOverride(closed, person, story.story, desk))}
      {both ? checksPanelText('checksPanel.tagWhatCanChecked') : ''}
    </p>
  )
}
