/** Decides suggestions in the document, and says whose words they are from then on (rule 8). */
import { decideSuggestions } from '../../../document/suggestions/decideSuggestions'
import { dropOverrides } from '../../../document/dropOverrides'
import { noteHands } from '../../../document/writers/characters/hands'
import { proposedCharacters } from '../../../document/suggestions/proposedCharacters'
import type { Suggestion } from '../../../story/copy/suggestions/suggestion'
import type { Accepted } from '../../ledger/transitions'
import type { OpenStory } from '../../replica/openStory'
import { KEEPS_COPY } from '../../replica/storyEditing'

/**
 * Accepting is an edit: the words count as the acceptor's, not as the proposer's. So the proposer may verify them, and
 * two people stood behind them. Rejected words never stood, so nobody took them away.
 */
export function applyDecisions(
  story: OpenStory,
  by: string,
  decided: readonly Suggestion[],
  choice: 'accept' | 'reject',
): { readonly saved: Promise<void>; readonly accepted: Accepted } {
  const ids = new Set(decided.map(({ id }) => id))
  // A note with a place says when somebody accepted: whether they had the pen then (document/pen/mergedTyping.ts).
  const hasPen = story.ledger.pen !== undefined
  const decide = (doc: Parameters<typeof decideSuggestions>[0]): void => {
    if (choice === 'accept') dropOverrides(doc, ids)
    const adopted =
      choice === 'accept' ? proposedCharacters(doc, ids).filter(({ typist }) => hasPen || typist !== by) : []
    decideSuggestions(doc, (suggestion) => (ids.has(suggestion) ? choice : 'leave'))
    if (adopted.length > 0)
      noteHands(
        doc,
        adopted.map(({ client, clock, length }) => ['wrote', [by], client, clock, length] as const),
      )
  }
  const how = choice === 'accept' ? { writer: by } : { writer: null, ...KEEPS_COPY }
  const { saved } = story.edit(by, decide, how)
  const adopted = [...new Set(decided.map((one) => one.by).filter((name) => name !== by))]
  return { saved, accepted: choice === 'accept' ? { adopted } : {} }
}
