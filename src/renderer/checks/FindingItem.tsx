import { checksPanelText } from '../../catalogue/window/checksPanel'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Outcome } from '../../ipc/contract'
import type { Finding } from '../../story/assessment/finding'
import { seenOfFinding } from '../../story/assessment/seenFinding'
import { sendOnEnter } from '../ui/sendOnEnter'
import { Button, TextArea } from '../ui'
import { tagTypeOf } from '../../checks/finding/tagTypeOf'
import { mayDismiss, mayOverride } from '../../gate/override'
import { tagSelection } from '../../editor/facts/factCommands'
import type { Copy } from '../../story/copy/copy'
import { TYPE_WORDS, type FactType } from '../../story/ledger/fact'
import { pick, useNewsroom, useNotice, useStory, useStoryReadOnly } from '../state'
import { useWindowServices } from '../state/windowServices'
import { useOpenText } from '../state/hooks/useDraft'
import { useShowPlace } from '../state/hooks/useShowPlace'
import { afterDrawing, focusPlace, nextRow, SELECTED_TAB } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './findings.css'

interface FindingItemProps {
  readonly finding: Finding
  readonly story: string
  /** Called before the place is shown, for panels that cover it. */
  readonly onShow?: () => void
}

const DISMISS_WORDS: Partial<Record<Finding['rule'], string>> = {
  get openTk() {
    return checksPanelText('findingItem.tk')
  },
  get sourceProtection() {
    return checksPanelText('findingItem.mayStandHere')
  },
}

/**
 * Shows one finding with its place and what this person may do about it. A refusal appears under the button that was
 * refused.
 */
export function FindingItem({ finding, story, onShow }: FindingItemProps) {
  const { act } = useWindowServices().newsroom
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const readOnly = useStoryReadOnly()
  const { newsroom } = useWindowServices()
  const { announce, showAlert } = useNotice()
  const shown = useStory(pick('id', 'editor', 'story', 'copy', 'assessments', 'jump'))
  const show = useShowPlace()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const item = useRef<HTMLLIElement>(null)
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
  }

  const takeOut = async (): Promise<void> => {
    if (busy) return
    const goOn = nextRow(item.current, PLACES.findings, PLACES.findingList, SELECTED_TAB)
    setBusy(true)
    const outcome = await act('copy.dropOverrides', { story })
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
    afterDrawing(() => overrideButton.current?.focus())
  }

  useEffect(() => focusPlace(PLACES.findings)(item.current), [])
  return (
    <li ref={item} className="finding" data-rule={rule} data-severity={finding.severity}>
      <span className={`finding-mark ${blocks ? 'is-stop' : 'is-warn'}`} aria-hidden="true">
        {blocks ? '✕' : '▲'}
      </span>
      <div className="finding-text">
        <span className="visually-hidden">
          {blocks ? checksPanelText('findingItem.blocks') : checksPanelText('findingItem.look')}
        </span>
        {finding.where.kind === 'story' ? (
          <span id={id}>{finding.message}</span>
        ) : (
          <button
            type="button"
            id={id}
            className="finding-jump"
            onClick={() => {
              onShow?.()
              show(finding.where)
            }}
          >
            {finding.message}
          </button>
        )}
        {tagType || dismissable || overridable || repairable ? (
          <div className="finding-acts">
            {tagType ? (
              <Button look="plain" aria-describedby={id} onClick={() => tag(tagType)}>
                {checksPanelText('findingItem.tag', { toLowerCase: TYPE_WORDS[tagType].toLowerCase() })}
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
                if (event.key === 'Escape') {
                  event.stopPropagation()
                  stopOverriding(form.close)
                }
                sendOnEnter(event)
              }}
            />
            <div className="form-foot">
              <Button onClick={() => stopOverriding(form.forget)}>{checksPanelText('findingItem.cancel')}</Button>
              <Button type="submit" look="primary">
                {checksPanelText('findingItem.override2')}
              </Button>
            </div>
          </form>
        ) : null}
        {problem && !overriding ? (
          <p className="problem" role="alert">
            {problem}
          </p>
        ) : null}
      </div>
    </li>
  )
}

const wordsAt = ({ where }: Finding, copy: Copy): string =>
  where.kind === 'text' ? (copy[where.block]?.text.slice(where.from, where.to) ?? '') : ''
