import { useId } from 'react'
import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { STAGE_WORDS, VERSION_KINDS, type Move, type VersionKind } from '../../../story/ledger/stages'
import { Problem } from '../../ui'

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

interface StageChoiceProps {
  readonly moves: readonly Move[]
  readonly move: Move
  readonly onChoose: (to: Move['to']) => void
}

/** Asks which of the legal moves is made. */
export function StageChoice({ moves, move, onChoose }: StageChoiceProps) {
  const name = useId()
  return (
    <fieldset className="form-choice form-choice-rows">
      <legend className="field-label">{checksPanelText('movePanel.next')}</legend>
      {moves.map((item) => (
        <label key={item.to}>
          <input
            type="radio"
            name={name}
            checked={item.to === move.to}
            data-first-focus={(item.to === move.to && !move.needs.includes('reason')) || undefined}
            onChange={() => onChoose(item.to)}
          />{' '}
          {item.name} <span className="soft">→ {STAGE_WORDS[item.to]}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface KindChoiceProps {
  readonly kind: VersionKind | undefined
  readonly problem: string | undefined
  readonly onChoose: (kind: VersionKind) => void
}

/** Asks what kind of version the story becomes. */
export function KindChoice({ kind, problem, onChoose }: KindChoiceProps) {
  const name = useId()
  return (
    <fieldset className="form-choice form-choice-rows">
      <legend className="field-label">{checksPanelText('movePanel.nextVersion')}</legend>
      <Problem text={problem} />
      {VERSION_KINDS.map((item, index) => (
        <label key={item}>
          <input
            type="radio"
            name={name}
            checked={kind === item}
            data-problem={(problem !== undefined && index === 0) || undefined}
            onChange={() => onChoose(item)}
          />{' '}
          {KIND_WORDS[item]}
        </label>
      ))}
    </fieldset>
  )
}
