import { sheetText } from '../../../catalogue/writing/sheet'
import { useEffect, useMemo } from 'react'
import { openLosses, whyNotAcceptLoss } from '../../../story/assessment/lostTrust'
import { isLibraryLoss, lossKey, type TrustLoss } from '../../../story/ledger/loss'
import { Button } from '../../ui'
import { pick, useNewsroom, useNotice, useStory, useStoryLocked } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import './storyNote.css'

/** Says what the story, or the library, has lost: what is missing, what is safe, and what to do. */
export function LossNote() {
  const story = useStory(pick('id', 'story'))
  const library = useNewsroom(({ desk }) => desk.losses ?? NONE)
  const ofStory = useMemo(
    () => (story ? openLosses(story.story).filter((loss) => !isLibraryLoss(loss)) : NONE),
    [story],
  )
  return (
    <>
      {library.length > 0 ? <Lost losses={library} /> : null}
      {story && ofStory.length > 0 ? <Lost key={story.id} losses={ofStory} story={story.id} /> : null}
    </>
  )
}

const NONE: readonly TrustLoss[] = []

function Lost({ losses, story }: { readonly losses: readonly TrustLoss[]; readonly story?: string }) {
  const { announce, check } = useNotice()
  const { act } = useWindowServices().newsroom
  const { open } = useWindowServices().panels
  const readOnly = useStoryLocked()
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const isEditor = whyNotAcceptLoss(person ?? '', desk.roster) === undefined
  const said = sheetText(story === undefined ? 'loss.library' : 'loss.story')
  // The losses are another list after each change of the story: the same text is said once.
  const announced = [said, ...losses.map(({ detail }) => detail)].join(' ')
  useEffect(() => announce(announced), [announced, announce])

  const accept = async (reason: string): Promise<boolean> => {
    const seen = { losses: losses.map(lossKey), reason }
    const accepted =
      story === undefined
        ? check(await act('library.acceptLoss', seen))
        : check(await act('story.acceptLoss', { story, ...seen }))
    return accepted !== undefined
  }
  return (
    <aside className="story-note" aria-label={sheetText('loss.title')} data-note="loss">
      <div className="story-note-said">
        <strong>{said}</strong>
        <ul className="loss-list">
          {losses.map((loss) => (
            <li key={lossKey(loss)}>{loss.detail}</li>
          ))}
        </ul>
        <p>{sheetText(isEditor ? 'loss.next' : 'loss.nextByEditor')}</p>
      </div>
      <span className="story-note-acts">
        <Button onClick={() => open({ kind: 'settings', section: 'doctor' })}>{sheetText('loss.look')}</Button>
        {isEditor && readOnly === undefined ? (
          <Button
            onClick={() =>
              open({
                kind: 'reason',
                about: story ?? 'library',
                words: losses.map(({ detail }) => detail).join('\n'),
                title: sheetText('loss.accept'),
                label: sheetText('loss.why'),
                action: sheetText('loss.acceptNow'),
                submit: accept,
              })
            }
          >
            {sheetText('loss.acceptAsk')}
          </Button>
        ) : null}
      </span>
    </aside>
  )
}
