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
  const result = derivation && computeDerived(derivation, fact.words, wordsOfFacts(story.assessments))
  const lacks = translation && whyIncomplete(translation)
  const writable = readOnly === undefined
  return (
    <>
      {translation ? (
        <div className="backup" role="group" aria-label="Translation">
          <span className="backup-head">
            <span>
              Translated by {translation.translator || 'somebody'}
              {translation.officialInterpreter
                ? ', official interpreter'
                : translation.secondReader
                  ? `, read again by ${translation.secondReader}`
                  : ''}
            </span>
            {writable ? (
              <Button look="plain" onClick={() => open({ kind: 'translation', fact: fact.id })}>
                Change
              </Button>
            ) : null}
          </span>
          <span className="backup-excerpt" dir="auto" lang={translation.language}>
            {translation.original}
          </span>
          {lacks === undefined ? null : <span className="backup-against">The translation {lacks}.</span>}
        </div>
      ) : null}
      {derivation && result ? (
        <div className="backup" role="group" aria-label="How it was worked out">
          <span className="backup-head">
            <span>
              {derivation.expression}
              {derivation.rate
                ? `, rate ${derivation.rate.value} (${derivation.rate.source}, ${derivation.rate.date})`
                : ''}
              {derivation.roundedTo ? `, rounded to ${derivation.roundedTo}` : ''}
            </span>
            {writable ? (
              <Button look="plain" onClick={() => open({ kind: 'derivation', fact: fact.id })}>
                Change
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
            <span className="soft">Gives {result.shown}, as the words say.</span>
          ) : (
            <span className="backup-against">
              {result.kind === 'differs'
                ? `Gives ${result.shown}, not what the words say.`
                : `It cannot be worked out: ${result.why}.`}
            </span>
          )}
        </div>
      ) : null}
    </>
  )
}
