import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { shownStored } from '../../../story/history/storedText'
import { STAGE_WORDS } from '../../../story/ledger/stages'
import { useClose, type StoryPart } from '../../state'
import { Button } from '../../ui'
import { SideSheet } from '../../ui/dialogs/SideSheet'

/** Says that somebody moved the story while the panel was open. */
export function MovedMeanwhile({ story }: { readonly story: StoryPart<'story' | 'entries'> }) {
  const close = useClose()
  const { standing } = story.story.ledger
  const last = story.entries.findLast((entry) => entry.kind === 'moved')
  return (
    <SideSheet
      title={checksPanelText('movePanel.version', { item: STAGE_WORDS[standing.stage], version: standing.version })}
      onClose={close}
    >
      <div className="form">
        <p className="problem" role="alert">
          {last
            ? checksPanelText('movePanel.movedStoryFromMeanwhile', {
                by: last.by,
                item: STAGE_WORDS[last.from],
                item2: STAGE_WORDS[last.to],
              })
            : checksPanelText('movePanel.storyMovedMeanwhile')}{' '}
          {checksPanelText('movePanel.nothingDoneHere')}
        </p>
        {last?.reason ? <p className="form-note">“{shownStored(last.reason)}”</p> : null}
        <div className="form-foot">
          <Button data-first-focus onClick={close}>
            {checksPanelText('movePanel.close')}
          </Button>
        </div>
      </div>
    </SideSheet>
  )
}
