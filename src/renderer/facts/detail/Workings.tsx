import { factsPanelText } from '../../../catalogue/window/factsPanel'
import type { Assessment } from '../../../story/assessment/assessment'
import { computeDerived } from '../../../checks/derived/computeDerived'
import { whyIncomplete } from '../../../checks/rules/story/translation'
import { wordsOfFacts } from '../../../story/assessment/assessFact'
import { Button } from '../../ui'
import { useStoryReadOnly, type StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'

/** Where the words come from when nobody said or wrote them: the original of a translation, the working of a figure. */
export function Workings({ fact, story }: { readonly fact: Assessment; readonly story: StoryPart<'assessments'> }) {
  const readOnly = useStoryReadOnly()
  const { open } = useWindowServices().panels
  const { translation, derivation } = fact.record
  const result = derivation && computeDerived(derivation, fact, wordsOfFacts(story.assessments))
  const lacks = translation && whyIncomplete(translation, fact.record.translationRead, fact.words)
  const writable = readOnly === undefined
  return (
    <>
      {translation ? (
        <div className="backup" role="group" aria-label={factsPanelText('workings.translation')}>
          <span className="backup-head">
            <span>
              {factsPanelText('workings.translated')} {translation.translator || factsPanelText('workings.somebody')}
              {translation.officialInterpreter
                ? factsPanelText('workings.officialInterpreter')
                : translation.secondReader
                  ? factsPanelText('workings.readAgain', { secondReader: translation.secondReader })
                  : ''}
            </span>
            {writable ? (
              <Button look="plain" onClick={() => open({ kind: 'translation', fact: fact.id })}>
                {factsPanelText('workings.change')}
              </Button>
            ) : null}
          </span>
          <span className="backup-excerpt" dir="auto" lang={translation.language}>
            {translation.original}
          </span>
          {lacks === undefined ? null : (
            <span className="backup-against">{factsPanelText('workings.translationLacks', { lacks })}</span>
          )}
        </div>
      ) : null}
      {derivation && result ? (
        <div className="backup" role="group" aria-label={factsPanelText('workings.howWorkedOut')}>
          <span className="backup-head">
            <span>
              {derivation.expression}
              {derivation.rate
                ? factsPanelText('workings.rate', {
                    value: derivation.rate.value,
                    source: derivation.rate.source,
                    date: derivation.rate.date,
                  })
                : ''}
              {derivation.roundedTo ? factsPanelText('workings.rounded', { roundedTo: derivation.roundedTo }) : ''}
            </span>
            {writable ? (
              <Button look="plain" onClick={() => open({ kind: 'derivation', fact: fact.id })}>
                {factsPanelText('workings.change')}
              </Button>
            ) : null}
          </span>
          <span className="soft">
            {derivation.inputs
              .map(
                ({ name, value, fact: other, from }) =>
                  `${name} = ${value || story.assessments.find(({ id }) => id === other)?.words || '?'}${from ? ` (${from})` : ''}`,
              )
              .join(' · ')}
          </span>
          {result.kind === 'agrees' ? (
            <span className="soft">{factsPanelText('workings.givesWordsSay', { shown: result.shown })}</span>
          ) : (
            <span className="backup-against">
              {result.kind === 'differs'
                ? factsPanelText('workings.givesWhatWordsSay', { shown: result.shown })
                : factsPanelText('workings.cannotWorkedOut', { why: result.why })}
            </span>
          )}
        </div>
      ) : null}
    </>
  )
}
