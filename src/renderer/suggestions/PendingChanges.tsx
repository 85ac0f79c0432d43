import { commentsText } from '../../catalogue/writing/comments'
import { suggestionsText } from '../../catalogue/writing/suggestions'
import { Check } from 'lucide-react'
import { useState } from 'react'
import type { Assessment } from '../../story/assessment/assessment'
import type { Suggestion } from '../../story/copy/suggestions/suggestion'
import { useSuggesting } from '../pen/useSuggesting'
import { useNewsroom, useStory, type StoryPart } from '../state'
import { Button } from '../ui'
import { returnAfter } from '../verdicts/focusFact'
import { SuggestionWords } from './SuggestionWords'
import { useDecide } from './useDecide'
import { useUnsigned } from './useUnsigned'
import './suggestions.css'

/** The suggestions that wait on the words of a fact, in text order. */
export function usePendingOf(fact: string): readonly Suggestion[] {
  const all = useStory(({ story }) => story.suggestions)
  return (all ?? []).filter(({ facts }) => facts.includes(fact))
}

interface PendingChangeProps {
  readonly fact: Assessment
  readonly story: StoryPart<'entries'>
}

/** What waits on the words of a fact, who suggested it, and what the fact becomes when it is accepted. */
export function PendingChanges({ fact, story }: PendingChangeProps) {
  return usePendingOf(fact.id).map((suggestion) => (
    <PendingChange key={suggestion.id} fact={fact} story={story} suggestion={suggestion} />
  ))
}

function PendingChange({ fact, story, suggestion }: PendingChangeProps & { readonly suggestion: Suggestion }) {
  const person = useNewsroom(({ person }) => person)
  const isUnsigned = useUnsigned(suggestion)
  const name = suggestion.by || suggestionsText('suggestionsPanel.nobodyKnown')
  const by = isUnsigned ? `${name} (${commentsText('said.unsigned')})` : name
  const becomes = becomesOf(fact, suggestion, story.entries, person)
  return (
    <p className="fact-pending">
      <strong>{suggestionsText('pending.title')}</strong>{' '}
      <span className="suggestion-words serif" dir="auto">
        <SuggestionWords suggestion={suggestion} />
      </span>{' '}
      {suggestionsText('pending.by', { by })}
      {becomes === undefined ? '' : ` ${suggestionsText(becomes)}`}
    </p>
  )
}

/**
 * What a signed fact becomes when this person accepts. Rule 8: the right words of a “wrong” verdict stand verified in
 * its person's name when another person accepts them. Every other change lapses the verdict.
 */
function becomesOf(
  { id, current, status, evidence }: Assessment,
  suggestion: Suggestion,
  entries: StoryPart<'entries'>['entries'],
  person: string | undefined,
): 'pending.verifies' | 'pending.reCheck' | undefined {
  if (!current) return undefined
  const isRightWords = entries.some(
    (entry) => entry.kind === 'suggested' && entry.suggestion === suggestion.id && entry.corrects?.fact === id,
  )
  const byAnother = person !== undefined && suggestion.by !== person && suggestion.by === current.by
  const isBacked = evidence.some(({ locator }) => locator.trim() !== '')
  return isRightWords && byAnother && status === 'wrong' && isBacked ? 'pending.verifies' : 'pending.reCheck'
}

const LONGEST = 24

/** Accepts a suggestion on the words of a fact. While another person has the pen, nobody else may. */
export function AcceptPending({
  fact,
  story,
  suggestion,
}: {
  readonly fact: string
  readonly story: StoryPart<'id' | 'session'>
  readonly suggestion: Suggestion
}) {
  const { penOf } = useSuggesting()
  const decide = useDecide(story)
  const [busy, setBusy] = useState(false)
  const words = suggestion.inserted.replaceAll('\n', ' ').trim()
  const accept = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const goBack = returnAfter(fact)
    const done = await decide('accept', [suggestion])
    setBusy(false)
    if (done) goBack()
  }
  if (penOf !== undefined) return null
  return (
    <Button icon={<Check aria-hidden="true" />} aria-disabled={busy} onClick={() => void accept()}>
      {words === ''
        ? suggestionsText('pending.acceptChange')
        : suggestionsText('pending.acceptWords', {
            words: words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words,
          })}
    </Button>
  )
}
