/** What can be done with a fact. */
import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { useId } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import { FACT_TYPES, isFactType, TYPE_WORDS, type FactType, QUOTE_LIKE } from '../../../story/ledger/fact'
import { Button, SettledSelect } from '../../ui'
import { returnToFact } from '../../verdicts/focusFact'
import { useVerdicts } from '../../verdicts/useVerdicts'
import { runCommand, useNotice, usePanels, type StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { placeToPutBack } from './putBack'

const TYPE_OPTIONS = FACT_TYPES.map((type) => ({ value: type, label: TYPE_WORDS[type] }))

export function FactActions({ fact, story }: { readonly fact: Assessment; readonly story: StoryPart<'id'> }) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const { open, dismiss } = useWindowServices().panels
  const review = usePanels(({ review }) => review)
  const { answer, note } = useVerdicts()
  const type = fact.record.type ?? fact.tag.type
  const retype = (to: FactType): void => {
    const send = async (reason?: string): Promise<boolean> =>
      check(await act('fact.retype', { story: story.id, fact: fact.id, type: to, ...(reason ? { reason } : {}) })) !==
      undefined
    if (type !== 'quote' && type !== 'allegation') void send()
    else
      open({
        kind: 'reason',
        about: `${story.id} ${fact.id}`,
        words: fact.text || fact.words,
        title: factsPanelText('factDetail.changeFrom', {
          toLowerCase: TYPE_WORDS[type].toLowerCase(),
          toLowerCase2: TYPE_WORDS[to].toLowerCase(),
        }),
        label: factsPanelText('factDetail.whyAnotherKindFact'),
        action: factsPanelText('factDetail.change'),
        submit: send,
      })
  }
  const broken = fact.reasons.includes('hole')
  return (
    <div className="fact-actions">
      <SettledSelect
        label={factsPanelText('factDetail.type')}
        hideLabel
        value={type}
        options={TYPE_OPTIONS}
        onSettle={(chosen) => {
          if (isFactType(chosen)) retype(chosen)
        }}
      />
      {review ? null : (
        <Button onClick={() => open({ kind: 'evidence', fact: fact.id })}>
          {factsPanelText('factDetail.evidence')}
        </Button>
      )}
      {review ? null : (
        <Button onClick={() => note(fact)}>
          {QUOTE_LIKE.has(type) ? factsPanelText('factDetail.said2') : factsPanelText('factDetail.claim2')}
        </Button>
      )}
      {!review && fact.status === 'queried' ? (
        <Button onClick={() => answer(fact)}>{factsPanelText('factDetail.answer')}</Button>
      ) : null}
      {!fact.record.translation && (type === 'quote' || type === 'paraphrase') ? (
        <Button onClick={() => open({ kind: 'translation', fact: fact.id })}>
          {factsPanelText('factDetail.translated')}
        </Button>
      ) : null}
      {!fact.record.derivation && (type === 'figure' || type === 'superlative' || type === 'date') ? (
        <Button onClick={() => open({ kind: 'derivation', fact: fact.id })}>
          {factsPanelText('factDetail.workedOut')}
        </Button>
      ) : null}
      {broken ? <Button onClick={() => runCommand('fact.mend')}>{factsPanelText('factDetail.closeGap')}</Button> : null}
      {fact.current ? (
        <Button
          look="plain"
          onClick={() =>
            open({
              kind: 'reason',
              about: `${story.id} ${fact.id}`,
              words: fact.text || fact.words,
              title: factsPanelText('factDetail.takeBackVerdict'),
              label: factsPanelText('factDetail.whyTakenBack'),
              action: factsPanelText('factDetail.takeBack'),
              submit: async (reason) => {
                const done = check(await act('fact.withdraw', { story: story.id, fact: fact.id, reason }))
                if (!done) return false
                // The button that opened the form is gone with the verdict.
                dismiss()
                returnToFact(fact.id)
                return true
              },
            })
          }
        >
          {factsPanelText('factDetail.withdraw')}
        </Button>
      ) : null}
      <Button look="plain" onClick={() => runCommand('fact.untag')}>
        {factsPanelText('factDetail.removeTag')}
      </Button>
    </div>
  )
}

export function PutBack({ fact, story }: { readonly fact: Assessment; readonly story: StoryPart<'id' | 'copy'> }) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const hint = useId()
  const place = placeToPutBack(fact, story.copy)
  return (
    <div className="fact-actions">
      <Button
        disabled={!place}
        aria-describedby={hint}
        onClick={() => {
          if (place)
            void act('fact.retag', {
              story: story.id,
              fact: fact.id,
              block: place.block,
              from: place.from,
              to: place.to,
            })
              .then(check)
              .then(() => returnToFact(fact.id))
        }}
      >
        {factsPanelText('factDetail.tagAgain')}
      </Button>
      <span id={hint} className="soft">
        {place ? factsPanelText('factDetail.wordsStillStandCopy') : factsPanelText('factDetail.exactWordsStandNowhere')}
      </span>
    </div>
  )
}
