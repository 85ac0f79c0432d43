import { shownStored } from '../../story/history/storedText'
import { checksPanelText } from '../../catalogue/window/checksPanel'
import { defined } from '../../story/text/defined'
import { useEffect, useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import { whyNotOverrideAll } from '../../gate/override'
import type { Verdict } from '../../story/assessment/finding'
import { legalMoves, STAGE_WORDS, VERSION_KINDS, type Move, type VersionKind } from '../../story/ledger/stages'
import { whySaidTo } from '../../story/desk/saidTo'
import { rightOfMove, whyNotMay } from '../../story/assessment/people/rights'
import { Button, Problem, TextArea } from '../ui'
import { FormEnd } from '../ui/controls/FormEnd'
import { SideSheet } from '../ui/dialogs/SideSheet'
import { isEmbargoFinding, VerdictList } from './VerdictList'
import { blockWords } from './verdictWords'
import { pick, useClose, useNewsroom, usePanels, useStory, type StoryPart } from '../state'
import { sendOnEnter } from '../ui/sendOnEnter'
import { useDraft } from '../state/hooks/useDraft'
import { isSecondEnter } from '../ui/focus/leftOverEnter'
import { useFocusOnProblem } from '../ui/focus/useFocusOnProblem'
import { useWindowServices } from '../state/windowServices'
import { restoreFocus } from '../state/restoreFocus'
import './gate.css'

const KIND_WORDS: Readonly<Record<VersionKind, string>> = {
  get update() {
    return checksPanelText('movePanel.updateNewerFactsSame')
  },
  get writethru() {
    return checksPanelText('movePanel.writethruReplacesWholeStory')
  },
  get correction() {
    return checksPanelText('movePanel.correctionSomethingWrong')
  },
  get clarification() {
    return checksPanelText('movePanel.clarificationSomethingUnclear')
  },
}

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

function Moves({
  story,
  wanted,
}: {
  readonly story: StoryPart<'id' | 'editor' | 'story' | 'copy' | 'fields' | 'entries' | 'jump'>
  readonly wanted: Move['to']
}) {
  const { act } = useWindowServices().newsroom
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const { ask } = useWindowServices().panels
  const close = useClose()
  const id = useId()
  const { standing } = story.story.ledger
  // A kill asks for its text in a panel of its own (corrections/KillPanel.tsx).
  const moves = legalMoves(standing, story.story.fields.kind).filter((item) => item.to !== 'killed')
  const [to, setTo] = useState(wanted)
  const move = moves.find((item) => item.to === to) ?? moves[0]
  // Keyed by the move: the reason for sending a story back must not be offered as its kill text.
  const {
    draft: { reason, override },
    change,
    forget,
  } = useDraft((forms) => forms.move, `${story.id} ${wanted}`, { reason: '', override: '' })
  const [kind, setKind] = useState<VersionKind>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{
    readonly at: 'reason' | 'kind' | 'override' | 'form'
    readonly text: string
  }>()
  const [asked, setAsked] = useState<{ readonly door: string; readonly verdict?: Verdict; readonly problem?: string }>()
  const [began] = useState(standing)
  const door = move?.door
  const form = useFocusOnProblem(problem)

  useEffect(() => {
    if (!door) return
    let gone = false
    void act('story.gate', { story: story.id, door }).then((outcome) => {
      if (!gone) setAsked(outcome.ok ? { door, verdict: outcome.value } : { door, problem: outcome.message })
    })
    return () => {
      gone = true
    }
    // The story's objects change with its words and its ledger. Asking again then keeps the verdict true.
  }, [act, door, story.id, story.copy, story.story.ledger])

  // The story's stage has changed, so the button would now make another move than the one that was asked for.
  if (!busy && (standing.stage !== began.stage || standing.version !== began.version)) return <Moved story={story} />
  if (!move)
    return (
      <SideSheet title={checksPanelText('movePanel.nextStage')} onClose={close}>
        <p>{checksPanelText('movePanel.storyGoesNowhereFrom', { item: STAGE_WORDS[standing.stage] })}</p>
      </SideSheet>
    )

  const closed =
    person === undefined
      ? undefined
      : whySaidTo(person, whyNotMay(rightOfMove(move), person, { desk, story: story.story }))
  const verdict = asked?.door === door ? asked?.verdict : undefined
  const blocks = verdict?.blocks ?? []
  const fixed = blocks.filter((finding) => !finding.overridable)
  const refused =
    person === undefined ? undefined : whySaidTo(person, whyNotOverrideAll(blocks, person, story.story, desk))

  // The button is filled once the move can be made. A press before that leads to what is missing.
  const waits =
    closed !== undefined ||
    refused !== undefined ||
    (move.needs.includes('reason') && reason.trim() === '') ||
    (move.needs.includes('kind') && !kind) ||
    (blocks.length > 0 && override.trim() === '')

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    // Enter in a field, too.
    if (busy || verdict === undefined || closed !== undefined) return
    if (move.needs.includes('reason') && reason.trim() === '')
      return setProblem({
        at: 'reason',
        text: checksPanelText('movePanel.sayWhyReasonGoes'),
      })
    if (move.needs.includes('kind') && !kind)
      return setProblem({ at: 'kind', text: checksPanelText('movePanel.sayWhatNextVersion') })
    if (refused !== undefined)
      return setProblem({ at: 'form', text: checksPanelText('movePanel.putRightWhatBlocks', { refused }) })
    if (blocks.length > 0 && override.trim() === '') {
      return setProblem({
        at: 'override',
        text:
          fixed.length > 0 ? checksPanelText('movePanel.fixFirst') : checksPanelText('movePanel.putRightOrOverride'),
      })
    }
    setBusy(true)
    setProblem(undefined)
    const outcome = await act('story.move', {
      story: story.id,
      to: move.to,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(move.needs.includes('kind') && kind ? { kind } : {}),
      ...(blocks.length > 0 && override.trim()
        ? { override: override.trim(), ...defined({ seen: verdict.seen }) }
        : {}),
    })
    setBusy(false)
    if (outcome.ok) {
      forget()
      close()
      restoreFocus(story.editor)
    } else {
      setProblem({ at: 'form', text: outcome.message })
      if (outcome.verdict && door) setAsked({ door, verdict: outcome.verdict })
    }
  }

  const name =
    blocks.length > 0 ? checksPanelText('movePanel.block', { name: move.name, count: blocks.length }) : move.name
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
        <fieldset className="form-choice form-choice-rows">
          <legend className="field-label">{checksPanelText('movePanel.next')}</legend>
          {moves.map((item) => (
            <label key={item.to}>
              <input
                type="radio"
                name={`${id}-to`}
                checked={item.to === move.to}
                data-first-focus={(item.to === move.to && !move.needs.includes('reason')) || undefined}
                onChange={() => {
                  setTo(item.to)
                  setProblem(undefined)
                }}
              />{' '}
              {item.name} <span className="soft">→ {STAGE_WORDS[item.to]}</span>
            </label>
          ))}
        </fieldset>
        {move.needs.includes('kind') ? (
          <fieldset className="form-choice form-choice-rows">
            <legend className="field-label">{checksPanelText('movePanel.nextVersion')}</legend>
            <Problem text={problem?.at === 'kind' ? problem.text : undefined} />
            {VERSION_KINDS.map((item, index) => (
              <label key={item}>
                <input
                  type="radio"
                  name={`${id}-kind`}
                  checked={kind === item}
                  data-problem={(problem?.at === 'kind' && index === 0) || undefined}
                  onChange={() => {
                    setKind(item)
                    setProblem(undefined)
                  }}
                />{' '}
                {KIND_WORDS[item]}
              </label>
            ))}
          </fieldset>
        ) : null}
        {move.needs.includes('reason') ? (
          <TextArea
            data-first-focus
            label={checksPanelText('movePanel.why')}
            rows={2}
            value={reason}
            error={problem?.at === 'reason' ? problem.text : undefined}
            onKeyDown={sendOnEnter}
            onChange={(event) => {
              change({ reason: event.target.value })
              setProblem(undefined)
            }}
          />
        ) : null}
        <section
          aria-label={checksPanelText('movePanel.gate')}
          className="gate"
          aria-busy={verdict === undefined && !(asked?.door === door && asked?.problem)}
        >
          <Problem text={asked?.door === door ? asked?.problem : undefined} />
          {verdict ? (
            <GateWords move={move} verdict={verdict} />
          ) : asked?.door === door && asked?.problem ? null : (
            <p className="soft">{checksPanelText('movePanel.askingGate')}</p>
          )}
          {verdict ? (
            <VerdictList
              verdict={verdict}
              onJump={({ where }) => {
                if (where.kind === 'correction') return ask('correction')
                close()
                story.jump(where)
              }}
            />
          ) : null}
        </section>
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
            error={problem?.at === 'override' ? problem.text : undefined}
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
          problem={problem?.at === 'form' ? problem.text : undefined}
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
            {name}
          </Button>
        </FormEnd>
      </form>
    </SideSheet>
  )
}

/** Says that somebody moved the story while this panel was open. */
function Moved({ story }: { readonly story: StoryPart<'story' | 'entries'> }) {
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

function GateWords({ move, verdict }: { readonly move: Move; readonly verdict: Verdict }) {
  if (verdict.blocks.length > 0)
    return (
      <p className="gate-words is-stop">
        <span aria-hidden="true">✕</span> {blockWords(verdict.blocks)}
      </p>
    )
  if (verdict.warns.some(isEmbargoFinding))
    return <p className="gate-words is-stop">{checksPanelText('movePanel.nothingBlocksEmbargo')}</p>
  return (
    <p className="gate-words is-ok">
      {move.needs.length === 0 && (move.door === 'file' || move.door === 'sendBack' || move.door === 'spike')
        ? checksPanelText('movePanel.nothingAskedMove')
        : checksPanelText('movePanel.nothingBlocks')}
    </p>
  )
}
