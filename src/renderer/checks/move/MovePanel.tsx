import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { defined } from '../../../story/text/defined'
import { useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import { whyNotOverrideAll } from '../../../gate/override'
import type { Finding } from '../../../story/assessment/finding'
import { legalMoves, STAGE_WORDS, type Move, type VersionKind } from '../../../story/ledger/stages'
import { whySaidTo } from '../../../story/desk/saidTo'
import { rightOfMove, whyNotMay } from '../../../story/assessment/people/rights'
import { Button, TextArea } from '../../ui'
import { FormEnd } from '../../ui/controls/FormEnd'
import { SideSheet } from '../../ui/dialogs/SideSheet'
import { pick, useClose, useNewsroom, usePanels, useStory, type StoryPart } from '../../state'
import { sendOnEnter } from '../../ui/sendOnEnter'
import { useDraft } from '../../state/hooks/useDraft'
import { isSecondEnter } from '../../ui/focus/leftOverEnter'
import { useFocusOnProblem } from '../../ui/focus/useFocusOnProblem'
import { useWindowServices } from '../../state/windowServices'
import { restoreFocus } from '../../state/restoreFocus'
import { KindChoice, StageChoice } from './MoveChoices'
import { MovedMeanwhile } from './MovedMeanwhile'
import { MoveGate } from './MoveGate'
import { useMoveGate } from './useMoveGate'
import { whatMoveLacks, type MoveProblem } from './whatMoveLacks'

/** A held Enter and the second press of a double press were meant for what opened this panel. They publish nothing. */
function ignoreLateEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.shiftKey || !(event.repeat || isSecondEnter())) return
  event.preventDefault()
  event.stopPropagation()
}

/** Moves the open story to another stage. Shows the gate's verdict and asks for what the move needs. */
export function MovePanel() {
  const overlay = usePanels(({ overlay }) => overlay)
  const story = useStory(pick('id', 'editor', 'story', 'copy', 'fields', 'entries', 'jump'))
  return overlay?.kind === 'move' && story ? (
    <Moves key={`${story.id} ${overlay.to}`} story={story} wanted={overlay.to} />
  ) : null
}

type MovedStory = StoryPart<'id' | 'editor' | 'story' | 'copy' | 'fields' | 'entries' | 'jump'>

/** Chooses among the legal moves, while the story stays at the stage where the panel opened. */
function Moves({ story, wanted }: { readonly story: MovedStory; readonly wanted: Move['to'] }) {
  const close = useClose()
  const { standing } = story.story.ledger
  // A kill asks for its text in a panel of its own (corrections/KillPanel.tsx).
  const moves = legalMoves(standing, story.story.fields.kind).filter((item) => item.to !== 'killed')
  const [to, setTo] = useState(wanted)
  const move = moves.find((item) => item.to === to) ?? moves[0]
  const [began] = useState(standing)
  const [busy, setBusy] = useState(false)
  // The story's stage has changed, so the button would now make another move than the one that was asked for.
  if (!busy && (standing.stage !== began.stage || standing.version !== began.version))
    return <MovedMeanwhile story={story} />
  if (!move)
    return (
      <SideSheet title={checksPanelText('movePanel.nextStage')} onClose={close}>
        <p>{checksPanelText('movePanel.storyGoesNowhereFrom', { item: STAGE_WORDS[standing.stage] })}</p>
      </SideSheet>
    )
  return <MoveForm {...{ story, wanted, moves, move, busy }} onChoose={setTo} onBusy={setBusy} />
}

interface MoveFormProps {
  readonly story: MovedStory
  /** The stage that the panel was opened for. */
  readonly wanted: Move['to']
  readonly moves: readonly Move[]
  readonly move: Move
  readonly onChoose: (to: Move['to']) => void
  /** The move is being made. */
  readonly busy: boolean
  readonly onBusy: (busy: boolean) => void
}

function MoveForm({ story, wanted, moves, move, onChoose, busy, onBusy }: MoveFormProps) {
  const { newsroom, panels } = useWindowServices()
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const close = useClose()
  const id = useId()
  // Keyed by the move: the reason for sending a story back must not be offered as its kill text.
  const { draft, change, forget } = useDraft((forms) => forms.move, `${story.id} ${wanted}`, {
    reason: '',
    override: '',
  })
  const { reason, override } = draft
  const [kind, setKind] = useState<VersionKind>()
  const [problem, setProblem] = useState<MoveProblem>()
  const problemAt = (at: MoveProblem['at']): string | undefined => (problem?.at === at ? problem.text : undefined)
  const [answer, takeVerdict] = useMoveGate(story, move.door)
  const form = useFocusOnProblem(problem)

  const saidTo = (whyNot: (person: string) => string | undefined): string | undefined =>
    person === undefined ? undefined : whySaidTo(person, whyNot(person))
  const closed = saidTo((by) => whyNotMay(rightOfMove(move), by, { desk, story: story.story }))
  const verdict = answer?.verdict
  const blocks = verdict?.blocks ?? []
  const refused = saidTo((by) => whyNotOverrideAll(blocks, by, story.story, desk))
  const lacks = whatMoveLacks({ move, reason, kind, override, blocks, refused })
  // The button is filled once the move can be made. A press before that leads to what is missing.
  const waits = closed !== undefined || lacks !== undefined

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    // Enter in a field, too.
    if (busy || verdict === undefined || closed !== undefined) return
    if (lacks) return setProblem(lacks)
    onBusy(true)
    setProblem(undefined)
    const outcome = await newsroom.act('story.move', {
      story: story.id,
      to: move.to,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(move.needs.includes('kind') && kind ? { kind } : {}),
      ...(blocks.length > 0 ? { override: override.trim(), ...defined({ seen: verdict.seen }) } : {}),
    })
    onBusy(false)
    if (outcome.ok) {
      forget()
      close()
      restoreFocus(story.editor)
    } else {
      setProblem({ at: 'form', text: outcome.message })
      if (outcome.verdict) takeVerdict(outcome.verdict)
    }
  }

  const jump = ({ where }: Finding): void => {
    if (where.kind === 'correction') return panels.ask('correction')
    close()
    story.jump(where)
  }

  const { standing } = story.story.ledger
  const fixed = blocks.filter((finding) => !finding.overridable)
  return (
    <SideSheet
      title={checksPanelText('movePanel.version', { item: STAGE_WORDS[standing.stage], version: standing.version })}
      onClose={close}
    >
      <form
        ref={form}
        className="form"
        onKeyDownCapture={ignoreLateEnter}
        onSubmit={(event) => void send(event)}
        noValidate
      >
        <StageChoice
          moves={moves}
          move={move}
          onChoose={(to) => {
            onChoose(to)
            setProblem(undefined)
          }}
        />
        {move.needs.includes('kind') ? (
          <KindChoice
            kind={kind}
            problem={problemAt('kind')}
            onChoose={(next) => {
              setKind(next)
              setProblem(undefined)
            }}
          />
        ) : null}
        {move.needs.includes('reason') ? (
          <TextArea
            data-first-focus
            label={checksPanelText('movePanel.why')}
            rows={2}
            value={reason}
            error={problemAt('reason')}
            onKeyDown={sendOnEnter}
            onChange={(event) => {
              change({ reason: event.target.value })
              setProblem(undefined)
            }}
          />
        ) : null}
        <MoveGate move={move} answer={answer} onJump={jump} />
        {refused === undefined || closed !== undefined ? null : <p className="form-note">{refused}</p>}
        {blocks.length > 0 && closed === undefined && refused === undefined ? (
          <TextArea
            label={
              fixed.length > 0
                ? checksPanelText('movePanel.overrideWhatCanOverridden')
                : checksPanelText('movePanel.overrideAllBecause', { count: blocks.length })
            }
            hint={checksPanelText('movePanel.holdsTheseWordsOnly', {
              part: fixed.length > 0 ? checksPanelText('movePanel.cannotOverridden', { count: fixed.length }) : '',
            })}
            rows={2}
            value={override}
            error={problemAt('override')}
            onKeyDown={sendOnEnter}
            onChange={(event) => {
              change({ override: event.target.value })
              setProblem(undefined)
            }}
          />
        ) : null}
        {closed === undefined ? null : (
          <p id={`${id}-closed`} className="problem">
            {closed}
          </p>
        )}
        <FormEnd
          problem={problemAt('form')}
          cancel={checksPanelText('movePanel.cancel')}
          onCancel={() => {
            forget()
            close()
          }}
        >
          <Button
            type="submit"
            look={move.to === 'spiked' ? 'danger' : waits ? 'quiet' : 'primary'}
            // Stays focusable, because screen readers then read the reason.
            {...(closed === undefined ? {} : { 'aria-disabled': true, 'aria-describedby': `${id}-closed` })}
          >
            {blocks.length > 0
              ? checksPanelText('movePanel.block', { name: move.name, count: blocks.length })
              : move.name}
          </Button>
        </FormEnd>
      </form>
    </SideSheet>
  )
}
