import { checksPanelText } from '../../catalogue/window/checksPanel'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import type { Outcome } from '../../ipc/contract'
import type { Finding } from '../../story/assessment/finding'
import { seenOfFinding } from '../../story/assessment/seenFinding'
import { sendOnEnter } from '../ui/sendOnEnter'
import { Button, TextArea } from '../ui'
import { tagTypeOf } from '../../checks/finding/tagTypeOf'
import { mayDismiss, mayOverride } from '../../gate/override'
import { tagSelection } from '../../editor/facts/factCommands'
import { TYPE_WORDS, type FactType } from '../../story/ledger/facts/fact'
import { wordsAt } from './groups/issueList'
import { pick, useNewsroom, useNotice, useStory, useStoryReadOnly } from '../state'
import { useWindowServices } from '../state/windowServices'
import { useOpenText } from '../state/hooks/useDraft'
import { focusIfLost, nextRow, SELECTED_TAB } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './findings.css'

interface FindingActsProps {
  readonly finding: Finding
  readonly story: string
  /** The row of the finding. */
  readonly item: RefObject<HTMLLIElement | null>
  /** Id of what names the finding. */
  readonly describedBy: string
}

const DISMISS_WORDS: Partial<Record<Finding['rule'], string>> = {
  get openTk() {
    return checksPanelText('findingItem.tk')
  },
  get sourceProtection() {
    return checksPanelText('findingItem.mayStandHere')
  },
}

/** What this person may do about one finding. A refusal appears under the button that was refused. */
export function FindingActs({ finding, story, item, describedBy: id }: FindingActsProps) {
  const { act } = useWindowServices().newsroom
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const readOnly = useStoryReadOnly()
  const { newsroom } = useWindowServices()
  const { announce, showAlert, check } = useNotice()
  const shown = useStory(pick('id', 'editor', 'session', 'story', 'copy', 'assessments', 'jump'))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const overrideButton = useRef<HTMLButtonElement>(null)
  const blocks = finding.severity === 'block'
  const { rule, key } = finding
  const { text: reason, ...form } = useOpenText((forms) => forms.override, `${story} ${rule} ${key}`)
  const overriding = reason !== undefined
  const moment = shown?.id === story ? shown.story : undefined
  const writable = readOnly === undefined && person !== undefined && moment !== undefined
  const dismissable = writable && mayDismiss(finding, person, moment, desk)
  const overridable = writable && blocks && mayOverride(finding, person, moment, desk)
  const repairable = writable && rule === 'directionOverride'
  const tagType = writable && shown?.editor?.isEditable ? tagTypeOf(finding, wordsAt(finding, shown.copy)) : undefined

  const seen = (): string => seenOfFinding(finding, shown?.copy ?? [], shown?.assessments ?? [])

  const tell = (outcome: Outcome<unknown>, goOn: () => void): void => {
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) goOn()
    // Its words have changed, so this line disappears, and a message in it would disappear too.
    else if (outcome.reason === 'usage') {
      showAlert(outcome.message)
      newsroom.store.getState().session?.refresh()
    }
  }

  const dismiss = async (): Promise<void> => {
    if (busy) return
    const goOn = nextRow(item.current, PLACES.findings, PLACES.findingList, SELECTED_TAB)
    setBusy(true)
    const outcome = await act('finding.dismiss', { story, rule, key, seen: seen() })
    setBusy(false)
    tell(outcome, goOn)
    if (!outcome.ok) return
    const said = checksPanelText(outcome.value.waits ? 'findingItem.dismissedWaits' : 'findingItem.dismissed')
    newsroom.undoList.offer(said, async () =>
      check(await act('finding.undismiss', { story, findings: [{ rule, key }] })),
    )
  }

  const takeOut = async (): Promise<void> => {
    if (busy) return
    const goOn = nextRow(item.current, PLACES.findings, PLACES.findingList, SELECTED_TAB)
    setBusy(true)
    const outcome = await act('copy.dropOverrides', {
      story,
      ...(shown ? { mark: shown.session.requested.mark() } : {}),
    })
    setBusy(false)
    tell(outcome, goOn)
  }

  const tag = (type: FactType): void => {
    const { editor } = shown ?? {}
    if (!editor) return
    const goOn = nextRow(item.current, PLACES.findings, PLACES.findingList, SELECTED_TAB)
    shown?.jump(finding.where, false)
    if (!tagSelection(type)(editor.state, editor.view.dispatch, editor.view))
      return setProblem(checksPanelText('findingItem.theseWordsOnlyProposed'))
    announce(checksPanelText('findingItem.tagged', { type }))
    goOn()
  }

  const override = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason === undefined || reason.trim() === '') return setProblem(checksPanelText('findingItem.sayWhyMayStand'))
    if (busy) return
    const goOn = nextRow(item.current, PLACES.findings, PLACES.findingList, SELECTED_TAB)
    setBusy(true)
    const outcome = await act('finding.override', { story, rule, key, seen: seen(), reason: reason.trim() })
    setBusy(false)
    if (outcome.ok) form.forget()
    tell(outcome, goOn)
  }

  const stopOverriding = (close: () => void): void => {
    close()
    setProblem(undefined)
    focusIfLost(() => overrideButton.current)
  }

  return (
    <>
      {tagType || dismissable || overridable || repairable ? (
        <div className="finding-acts">
          {tagType ? (
            <Button look="plain" aria-describedby={id} onClick={() => tag(tagType)}>
              {checksPanelText('findingItem.tag', { type: TYPE_WORDS[tagType].toLowerCase() })}
            </Button>
          ) : null}
          {repairable ? (
            <Button look="plain" aria-describedby={id} onClick={() => void takeOut()}>
              {checksPanelText('findingItem.takeOut')}
            </Button>
          ) : null}
          {dismissable ? (
            <Button look="plain" aria-describedby={id} onClick={() => void dismiss()}>
              {DISMISS_WORDS[rule] ?? checksPanelText('findingItem.nothingCheck')}
            </Button>
          ) : null}
          {overridable ? (
            <Button
              look="plain"
              ref={overrideButton}
              aria-expanded={overriding}
              aria-describedby={id}
              onClick={() => (overriding ? stopOverriding(form.close) : form.open())}
            >
              {checksPanelText('findingItem.override')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {overriding ? (
        <form className="form finding-form" onSubmit={(event) => void override(event)} noValidate>
          <TextArea
            label={checksPanelText('findingItem.whyMayStand')}
            hint={checksPanelText('findingItem.holdsTheseWordsOnly')}
            rows={2}
            autoFocus
            value={reason}
            error={problem}
            onChange={(event) => {
              form.write(event.target.value)
              setProblem(undefined)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
                event.stopPropagation()
                stopOverriding(form.close)
              }
              sendOnEnter(event)
            }}
          />
          <div className="form-foot">
            <Button onClick={() => stopOverriding(form.forget)}>{checksPanelText('findingItem.cancel')}</Button>
            <Button type="submit" look="primary">
              {checksPanelText('findingItem.confirmOverride')}
            </Button>
          </div>
        </form>
      ) : null}
      {problem && !overriding ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </>
  )
}
