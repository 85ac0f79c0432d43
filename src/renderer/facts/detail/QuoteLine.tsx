import { factsPanelText } from '../../../catalogue/window/factsPanel'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Finding } from '../../../story/assessment/finding'
import { seenOfFinding } from '../../../story/assessment/seenFinding'
import { MATCHING_RESULTS, quoteResultWords, type QuoteResult } from '../../../checks/quote/checkQuote'
import { bareQuote } from '../../../checks/quote/readQuote'
import type { QuoteOfFact } from '../../../checks/quote/quoteOfFact'
import { Button } from '../../ui'
import { returnAfter } from '../../verdicts/focusFact'
import { useNotice, useStory, useStoryReadOnly, type StoryPart } from '../../state'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { WordDiff } from '../WordDiff'
import { useWindowServices } from '../../state/windowServices'

const AGAINST: ReadonlySet<QuoteResult> = new Set(['differs', 'notFound', 'otherSpeaker'])
const EXPLAINED: ReadonlySet<QuoteResult> = new Set(['notFound', 'otherSpeaker', 'ambiguous', 'translation'])

/** Compares a quote with the transcript behind it: the result in words, what differs, and what was cut. */
export function QuoteLine({
  fact,
  story,
  quote,
}: {
  readonly fact: Assessment
  readonly story: StoryPart<'id' | 'clear' | 'copy' | 'assessments'>
  readonly quote: QuoteOfFact
}) {
  const { check, quoted, compared } = quote
  const open = [...story.clear.blocks, ...story.clear.overridden].filter(
    ({ rule, where, key }) =>
      (rule === 'quoteCut' || (rule === 'quoteSpeaker' && key.includes(':open:'))) &&
      (('fact' in where && where.fact === fact.id) || key.startsWith(`${fact.id}:`)),
  )
  const byDesk = open.find(({ key }) => key.includes(':desk:'))
  const bySpeaker = open.find(({ rule }) => rule === 'quoteSpeaker')
  const cut = open.find((finding) => finding !== byDesk && finding !== bySpeaker)
  const cutWords = [...new Set(check.cuts.map(({ word }) => word))]
  // Cuts and words in brackets are accepted one after the other.
  const bracketed = cut ? /:\[[^:]*\]$/u.test(cut.key) : cutWords.length === 0
  const near = bracketed ? [...new Set(check.insertions)] : cutWords
  const tone =
    AGAINST.has(check.result) || cut || byDesk || bySpeaker
      ? 'stop'
      : MATCHING_RESULTS.has(check.result)
        ? 'plain'
        : 'soft'
  return (
    <div
      className="quote-line"
      data-result={check.result}
      data-tone={tone}
      role="group"
      aria-label={factsPanelText('quoteLine.transcript')}
    >
      <p className="quote-result">
        {quoteResultWords(check)}
        {compared === 'original' ? factsPanelText('quoteLine.originalWords') : ''}
        {check.speakers.length > 0 ? `, ${check.speakers.join(', ')}` : ''}
        {check.at ? `, ${check.at}` : ''}
      </p>
      {check.result === 'noTranscript' ? (
        <p className="soft">{factsPanelText('quoteLine.attachTranscriptRecordingNotes')}</p>
      ) : null}
      {check.speakerUnchecked ? <p className="soft">{factsPanelText('quoteLine.transcriptDoesNameSpeakers')}</p> : null}
      {check.speakerOpen === undefined ? null : (
        <>
          <p className="soft">{check.speakerOpen}</p>
          <Asked
            label={factsPanelText('quoteLine.saidBy')}
            words={check.speakers}
            accept={factsPanelText('quoteLine.acceptSpeaker')}
            finding={bySpeaker}
            fact={fact}
            story={story}
          />
        </>
      )}
      {EXPLAINED.has(check.result) ? <p className="soft">{check.message}</p> : null}
      {check.result === 'differs' && check.said !== undefined ? (
        <p className="fact-changed">
          <span className="fact-changed-label">{factsPanelText('quoteLine.fromWhatSaidWhat')}</span>
          <WordDiff before={check.said} after={bareQuote(quoted)} />
        </p>
      ) : null}
      {(check.result === 'ambiguous' ? near.length > 0 : MATCHING_RESULTS.has(check.result)) &&
      (check.result !== 'matches' || check.taught) &&
      check.said !== undefined ? (
        <p className="fact-changed">
          <span className="fact-changed-label">{factsPanelText('quoteLine.whatSaid')}</span>
          <span className="serif" dir="auto">
            {check.said}
          </span>
        </p>
      ) : null}
      {check.taught ? (
        <Asked
          label={factsPanelText('quoteLine.taught')}
          words={check.taught}
          accept={factsPanelText('quoteLine.acceptTaught')}
          finding={byDesk}
          fact={fact}
          story={story}
        />
      ) : null}
      {near.length > 0 ? (
        <Asked
          label={factsPanelText(bracketed ? 'quoteLine.notSaid' : 'quoteLine.cutNear')}
          words={near}
          accept={factsPanelText(bracketed ? 'quoteLine.acceptBrackets' : 'quoteLine.acceptCut')}
          finding={cut}
          fact={fact}
          story={story}
        />
      ) : null}
    </div>
  )
}

/**
 * Words that a person accepts; `finding` is absent once somebody did. Nothing counts as accepted before the copy has
 * been checked, and an override is no acceptance.
 */
function Asked({
  label,
  words,
  accept,
  finding,
  fact,
  story,
}: {
  readonly label: string
  readonly words: readonly string[]
  readonly accept: string
  readonly finding: Finding | undefined
  readonly fact: Assessment
  readonly story: StoryPart<'id' | 'clear' | 'copy' | 'assessments'>
}) {
  const { act } = useWindowServices().newsroom
  const readOnly = useStoryReadOnly()
  const isJudged = useStory(({ judged }) => judged) === true
  const { check: done } = useNotice()
  const once = useOneAtATime()
  const dismiss = async ({ rule, key }: Finding, seen: string): Promise<void> => {
    const goBack = returnAfter(fact.id)
    done(await act('finding.dismiss', { story: story.id, rule, key, seen }))
    goBack()
  }
  return (
    <p className="quote-near">
      {label}{' '}
      {words.map((word, index) => (
        <span key={word}>
          {index > 0 ? ', ' : ''}
          <em>{word}</em>
        </span>
      ))}
      {finding ? (
        readOnly === undefined && story.clear.blocks.includes(finding) ? (
          <Button
            look="plain"
            onClick={() => void once(() => dismiss(finding, seenOfFinding(finding, story.copy, story.assessments)))}
          >
            {accept}
          </Button>
        ) : null
      ) : isJudged ? (
        <span className="soft"> {factsPanelText('quoteLine.accepted')}</span>
      ) : null}
    </p>
  )
}
