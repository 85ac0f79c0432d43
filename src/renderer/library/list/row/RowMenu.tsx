import { libraryText } from '../../../../catalogue/window/library'
import { Ellipsis } from 'lucide-react'
import { Menu, type MenuItem } from '../../../ui'
import type { StorySummary } from '../../../../story/requests/requests'
import { shortcutOf, useNewsroom, useNotice, useStoryLocked } from '../../../state'
import { useWindowServices } from '../../../state/windowServices'
import { focusOn } from '../../../ui/focus/focusService'
import { PLACES } from '../../../state/focusPlaces'

/** What can be done with one story of the list. */
export function RowMenu({ story, isActive }: { readonly story: StorySummary; readonly isActive: boolean }) {
  const { newsroom, panels } = useWindowServices()
  const { act, call, openStory } = newsroom
  const storyId = useNewsroom(({ session }) => session?.id ?? null)
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const { check } = useNotice()
  const openLocked = useStoryLocked()
  const headline = story.headline.trim() || libraryText('shared.untitled')
  const spiked = story.stage === 'spiked'
  const canSpike =
    spiked ||
    story.stage === 'draft' ||
    story.stage === 'filed' ||
    story.stage === 'inReview' ||
    story.stage === 'cleared'
  const locked = (story.id === storyId ? openLocked : readOnly) !== undefined
  const items: MenuItem[] = [
    {
      id: 'window',
      label: libraryText('row.newWindow'),
      onSelect: () => void call('openWindow', { story: story.id }).then(check),
    },
    {
      id: 'duplicate',
      label: libraryText('row.duplicate'),
      keys: shortcutOf('story.duplicate'),
      disabled: locked,
      onSelect: () =>
        void act('story.duplicate', { story: story.id }).then((outcome) => {
          const made = check(outcome)
          return made && openStory(made.id)
        }),
    },
    {
      id: 'handOver',
      label: libraryText('row.handOver'),
      disabled: readOnly !== undefined,
      onSelect: () => panels.open({ kind: 'handOver', stories: [{ id: story.id, headline: story.headline }] }),
    },
    {
      id: 'spike',
      label: spiked ? libraryText('row.restore') : libraryText('row.spike'),
      disabled: locked || !canSpike,
      onSelect: () => void restoreOrSpike(),
    },
    {
      id: 'delete',
      label: libraryText('row.delete'),
      disabled: readOnly !== undefined || (!spiked && story.stage !== 'killed'),
      onSelect: () => panels.open({ kind: 'delete', stories: [{ id: story.id, headline: story.headline }] }),
    },
  ]
  const restoreOrSpike = async (): Promise<void> => {
    const history = spiked ? check(await act('story.history', { story: story.id })) : undefined
    const spike = history?.findLast((entry) => entry.kind === 'moved' && entry.to === 'spiked')
    if (
      check(
        await act('story.move', {
          story: story.id,
          to: !spiked ? 'spiked' : spike?.kind === 'moved' ? spike.from : 'draft',
        }),
      )
    )
      // The row in the new group is another element.
      focusOn(PLACES.storyRow(story.id), { whenLost: true })
  }
  return (
    <span className="story-menu">
      <Menu
        label={libraryText('row.actions', { headline })}
        items={items}
        trigger={
          <button
            type="button"
            className="icon-button"
            tabIndex={isActive ? 0 : -1}
            aria-label={libraryText('row.actions', { headline })}
          >
            <Ellipsis aria-hidden="true" />
          </button>
        }
      />
    </span>
  )
}
