import { type RefObject, useRef } from 'react'
import { checksPanelText } from '../../../catalogue/window/checksPanel'
import type { Finding } from '../../../story/assessment/finding'
import { TYPE_WORDS } from '../../../story/ledger/facts/fact'
import { useOpenText } from '../../state/hooks/useDraft'
import { Button, Problem } from '../../ui'
import { focusIfLost } from '../../ui/focus/focusService'
import { OverrideForm } from './OverrideForm'
import { useFindingActs } from './useFindingActs'
import '../findings.css'

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
  const acts = useFindingActs(finding, story, item)
  const { tagType, repairable, dismissable, overridable, problem, setProblem } = acts
  const overrideButton = useRef<HTMLButtonElement>(null)
  const { rule, key } = finding
  const { text: reason, ...form } = useOpenText((forms) => forms.override, `${story} ${rule} ${key}`)

  const override = (words: string): void => {
    if (words.trim() === '') return setProblem(checksPanelText('findingItem.sayWhyMayStand'))
    void acts.override(words.trim(), form.forget)
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
            <Button look="plain" aria-describedby={id} onClick={() => acts.tag(tagType)}>
              {checksPanelText('findingItem.tag', { type: TYPE_WORDS[tagType].toLowerCase() })}
            </Button>
          ) : null}
          {repairable ? (
            <Button look="plain" aria-describedby={id} onClick={() => void acts.takeOut()}>
              {checksPanelText('findingItem.takeOut')}
            </Button>
          ) : null}
          {dismissable ? (
            <Button look="plain" aria-describedby={id} onClick={() => void acts.dismiss()}>
              {DISMISS_WORDS[rule] ?? checksPanelText('findingItem.nothingCheck')}
            </Button>
          ) : null}
          {overridable ? (
            <Button
              look="plain"
              ref={overrideButton}
              aria-expanded={reason !== undefined}
              aria-describedby={id}
              onClick={() => (reason === undefined ? form.open() : stopOverriding(form.close))}
            >
              {checksPanelText('findingItem.override')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {reason === undefined ? (
        <Problem text={problem} />
      ) : (
        <OverrideForm
          reason={reason}
          onReason={(text) => {
            form.write(text)
            setProblem(undefined)
          }}
          problem={problem}
          onSend={(event) => {
            event.preventDefault()
            override(reason)
          }}
          onClose={() => stopOverriding(form.close)}
          onCancel={() => stopOverriding(form.forget)}
        />
      )}
    </>
  )
}
