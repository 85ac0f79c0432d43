import { libraryText } from '../../catalogue/window/library'
import { Ellipsis } from 'lucide-react'
import { Menu, type MenuItem } from '../ui'
import { StatusCount } from '../facts/Status'
import type { FactStatus } from '../../story/ledger/fact'
import type { StorySummary } from '../../story/requests/requests'
import { keysOf, useNewsroom, useNotice, useStoryReadOnly } from '../state'
import { embargoRuns } from '../fields/embargoTime'
import { useMinute } from '../state/hooks/useMinute'
import { formatInteger } from '../../story/text/formatInteger'
import { useWindowServices } from '../state/windowServices'
import { focusOn, focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'

/** The order of the counts: blocking statuses first. */
const SHOWN: readonly FactStatus[] = [
  'reCheck',
  'wrong',
  'disputed',
  'lost',
  'queried',
  'toCheck',
  'unverifiable',
  'onAuthor',
  'letStand',
  'verified',
]

export function StoryRow({ story }: { readonly story: StorySummary }) {
  const { openStory } = useWindowServices().newsroom
  const storyId = useNewsroom(({ session }) => session?.id ?? null)
  const { setDrawer } = useWindowServices().panels
  const headline = story.headline.trim() || libraryText('shared.untitled')
  return (
    <li className="story-row" data-open={story.id === storyId}>
      <button
        ref={focusPlace(
          PLACES.stories,
          PLACES.storyRow(story.id),
          ...(story.id === storyId ? [PLACES.paneStart('library')] : []),
        )}
        type="button"
        className="story-open"
        aria-current={story.id === storyId ? 'true' : undefined}
        onClick={() => {
          setDrawer(null)
          void openStory(story.id)
        }}
      >
        <span className="story-headline" dir="auto">
          {headline}
        </span>
        <span className="story-line">
          {story.slug ? <bdi className="story-slug">{story.slug}</bdi> : null}
          {story.unavailable === undefined ? (
            <Counts story={story} />
          ) : (
            <span className="story-trouble">{story.unavailable}</span>
          )}
        </span>
      </button>
      {story.unavailable === undefined ? <RowMenu story={story} headline={headline} /> : null}
    </li>
  )
}

function Counts({ story }: { readonly story: StorySummary }) {
  const now = useMinute(story.embargo !== '')
  const counted = SHOWN.filter((status) => (story.facts[status] ?? 0) > 0)
  return (
    <>
      {counted.map((status) => (
        <StatusCount key={status} status={status} count={story.facts[status] ?? 0} />
      ))}
      {counted.length === 0 || story.wordTarget > 0 ? (
        <span>
          {story.wordTarget > 0
            ? libraryText('row.wordsOf', {
                count: formatInteger(story.words),
                target: formatInteger(story.wordTarget),
              })
            : libraryText('row.words', { count: story.words })}
        </span>
      ) : null}
      {embargoRuns(story.embargo, now) ? <span>{libraryText('row.embargo')}</span> : null}
      {story.version > 1 ? <span>v{story.version}</span> : null}
    </>
  )
}

function RowMenu({ story, headline }: { readonly story: StorySummary; readonly headline: string }) {
  const { act, call, openStory } = useWindowServices().newsroom
  const storyId = useNewsroom(({ session }) => session?.id ?? null)
  const readOnly = useNewsroom(({ readOnly }) => readOnly)
  const { check } = useNotice()
  const openLocked = useStoryReadOnly()
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
      keys: keysOf('story.duplicate'),
      disabled: locked,
      onSelect: () =>
        void act('story.duplicate', { story: story.id }).then((outcome) => {
          const made = check(outcome)
          return made && openStory(made.id)
        }),
    },
    {
      id: 'spike',
      label: spiked ? libraryText('row.restore') : libraryText('row.spike'),
      disabled: locked || !canSpike,
      onSelect: () => void restoreOrSpike(),
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
          <button type="button" className="icon-button" aria-label={libraryText('row.actions', { headline })}>
            <Ellipsis aria-hidden="true" />
          </button>
        }
      />
    </span>
  )
}
