import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { reviewRoomText } from '../../../catalogue/window/reviewRoom'
import { ArrowLeft, ArrowRight, Ellipsis, Keyboard } from 'lucide-react'
import { useMemo } from 'react'
import { REVIEW_KEYS } from '../../../ipc/commands'
import { openFacts } from '../../../review/openFacts'
import { Button, IconButton, KeyCap, Menu, type MenuItem } from '../../ui'
import { useFilledForm } from '../../ui/controls/filledForms'
import { pick, useKeys, useNotice, usePanels, useStory, useStoryReadOnly } from '../../state'
import { useMedia } from '../../state/hooks/useMedia'
import { useWindowServices } from '../../state/windowServices'
import { foundFor } from '../../verdicts/lookKey'
import { useVerdicts } from '../../verdicts/useVerdicts'
import { VERDICTS, type VerdictKind } from '../../verdicts/verdicts'
import { isInTray } from '../../verdicts/walk'
import { useReviewActs } from '../useReviewActs'
import './dock.css'

/** Acts that no button of the dock offers. */
const OTHER_KEYS = REVIEW_KEYS.filter(({ id }) => id !== 'review.sameSource' && !VERDICTS.some(({ key }) => key === id))
/** Verdicts that go into a menu in a narrow window. */
const FEW = 4

const Letter = ({ keys }: { readonly keys: string }) => (keys === '' ? null : <KeyCap silent>{keys}</KeyCap>)

/**
 * One row of keys under the evidence and the words: the walk, the verdicts, the previous source, all other keys. A
 * toolbar is no landmark, so a section names its place on the page.
 */
export function Dock() {
  const story = useStory(pick('assessments', 'current'))
  const fact = story?.assessments.find((one) => one.id === story.current)
  const readOnly = useStoryReadOnly()
  const isNarrow = useMedia('(width < 1180px)')
  return (
    <section className="dock-frame" aria-label={reviewRoomText('dock.keys')}>
      <div className="dock" role="toolbar" aria-label={reviewRoomText('dock.name')}>
        <Walk />
        {fact && readOnly === undefined && !isInTray(fact) ? (
          <Verdicts fact={fact} isNarrow={isNarrow} />
        ) : (
          <span className="verdicts" />
        )}
        <AllKeys />
      </div>
    </section>
  )
}

/** Where the walk through the open facts is. */
function Walk() {
  const story = useStory(pick('assessments', 'assessed', 'current'))
  const keyOf = useKeys()
  const actOf = useReviewActs()
  const { assessments, current } = story ?? {}
  const open = useMemo(() => openFacts(assessments ?? []), [assessments])
  const at = open.findIndex(({ id }) => id === current)
  const [previous, next] = [actOf('review.previous'), actOf('review.next')]
  return (
    <div className="dock-walk">
      <IconButton
        label={reviewRoomText('dock.previous')}
        keys={keyOf('review.previous')}
        icon={<ArrowLeft aria-hidden="true" />}
        disabled={!previous}
        onClick={previous}
      />
      <Letter keys={keyOf('review.previous')} />
      <span className="dock-place">
        {story?.assessed === false
          ? factsPanelText('factsPanel.reading')
          : at >= 0
            ? reviewRoomText('dock.place', { at: at + 1, of: open.length })
            : reviewRoomText('dock.open', { count: open.length })}
      </span>
      <Letter keys={keyOf('review.next')} />
      <IconButton
        label={reviewRoomText('dock.next')}
        keys={keyOf('review.next')}
        icon={<ArrowRight aria-hidden="true" />}
        disabled={!next}
        onClick={next}
      />
    </div>
  )
}

function Verdicts({
  fact,
  isNarrow,
}: {
  readonly fact: Parameters<ReturnType<typeof useVerdicts>['give']>[0]
  readonly isNarrow: boolean
}) {
  const answer = usePanels((panels) => panels.found)
  const { give, sameSource } = useVerdicts()
  const { attention } = useWindowServices().panels
  const { say } = useNotice()
  const keyOf = useKeys()
  // Enter that is held on a button presses it again and again, and so does a hammered mouse.
  const signing = (act: () => void) => (): void => {
    if (attention.press()) act()
    else if (attention.tellsOnce()) say(factsPanelText('useVerdicts.tooSoon'))
  }
  const isFormFilled = useFilledForm()
  const found = foundFor(answer, fact)
  const place = found && found.chosen !== null ? found.places[found.chosen] : undefined
  const shown = isNarrow ? VERDICTS.slice(0, FEW) : VERDICTS
  const button = (verdict: VerdictKind): React.ReactNode => (
    <Button
      key={verdict.status}
      icon={<Letter keys={keyOf(verdict.key)} />}
      onClick={signing(() => give(fact, verdict))}
    >
      <span className="status-sample" data-fact-status={verdict.status}>
        {verdict.label}
      </span>
    </Button>
  )
  return (
    <>
      <div className="verdicts" role="group" aria-label={reviewRoomText('reviewRoom.verdict')}>
        {shown.map(button)}
        {shown.length < VERDICTS.length ? (
          <Menu
            label={reviewRoomText('dock.moreVerdicts')}
            items={VERDICTS.slice(shown.length).map((verdict): MenuItem => ({
              id: verdict.status,
              label: verdict.label,
              keys: keyOf(verdict.key),
              onSelect: signing(() => give(fact, verdict)),
            }))}
            trigger={<IconButton label={reviewRoomText('dock.moreVerdicts')} icon={<Ellipsis aria-hidden="true" />} />}
          />
        ) : null}
      </div>
      <Button
        look={isFormFilled ? 'tinted' : 'primary'}
        className="dock-same"
        icon={<Letter keys={keyOf('review.sameSource')} />}
        onClick={signing(() => sameSource(fact))}
      >
        {place ? verifyWords(place.locator) : reviewRoomText('reviewRoom.sameSourceAgain')}
      </Button>
    </>
  )
}

/** Every other key of review, each with what it does. */
function AllKeys() {
  const actOf = useReviewActs()
  const keyOf = useKeys()
  return (
    <Menu
      label={reviewRoomText('reviewRoom.moreReview')}
      items={() => [
        ...OTHER_KEYS.map(({ id, label, brief }): MenuItem => {
          const act = actOf(id)
          return { id, label: brief ?? label, keys: keyOf(id), disabled: !act, onSelect: () => act?.() }
        }),
        {
          id: 'words',
          label: reviewRoomText('reviewRoom.words'),
          keys: reviewRoomText('reviewRoom.enter'),
          disabled: !actOf('words'),
          onSelect: () => actOf('words')?.(),
        },
      ]}
      trigger={<IconButton label={reviewRoomText('reviewRoom.moreReview')} icon={<Keyboard aria-hidden="true" />} />}
    />
  )
}

/** “Verify on page 2”. Other locators stand as they are. */
function verifyWords(locator: string): string {
  const page = /^p\.\s?(\d+)$/u.exec(locator)?.[1]
  return page === undefined
    ? reviewRoomText('foundStrip.verifyAt', { locator })
    : reviewRoomText('foundStrip.verifyOnPage', { page })
}
