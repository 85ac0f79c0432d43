import { NewsroomError } from '../../story/requests/requests'
import { describeSuggestion, type Suggestion } from '../../story/copy/suggestion'
import { usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { replacementFrom } from './replacement'

export const suggestCommand: CliCommand = {
  name: 'suggest',
  usage: 'ID --replace OLD --with NEW [--nth N]',
  takes: [1, 1],
  options: { replace: 'text', with: 'text', nth: 'text' },
  needs: 'write',
  about:
    'Proposes other words for exact text of the copy. The copy stands as it is until somebody accepts. Without --nth the text must stand there once.',
  prepare: (args) => {
    const [story = ''] = args.positionals
    const request = { story, ...replacementFrom(args) }
    return async (ask) => {
      const { id } = await ask('suggestion.propose', request)
      return { json: { id }, text: `Suggested “${request.with}” for “${request.replace}” as ${id}.` }
    }
  },
}

export const suggestionsCommand: CliCommand = {
  name: 'suggestions',
  usage: 'ID',
  takes: [1, 1],
  options: {},
  needs: 'read',
  about: 'Lists the open suggestions of a story: who proposes what, and when.',
  prepare:
    ({ positionals: [story = ''] }) =>
    async (ask) => {
      const suggestions = await ask('suggestion.list', { story })
      return {
        json: suggestions.map(suggestionJson),
        text: suggestions.length ? suggestions.map(suggestionLine).join('\n') : 'No suggestion is open.',
      }
    },
}

const suggestionJson = ({ id, by, at, inserted, deleted, facts, place, ...rest }: Suggestion) => ({
  id,
  by,
  at,
  about: describeSuggestion({ inserted, deleted, ...rest }),
  inserted,
  deleted,
  facts,
  place,
})

const suggestionLine = (suggestion: Suggestion): string =>
  `${suggestion.id}  ${suggestion.by}, ${suggestion.at}: ${describeSuggestion(suggestion)}`

const decideCommand = (name: 'accept' | 'reject', about: string, done: string): CliCommand => ({
  name,
  usage: 'ID (SUGGESTION… | --all)',
  takes: [1, 10_000],
  options: { all: 'flag' },
  needs: 'write',
  about,
  prepare: (args) => {
    const [story = '', ...ids] = args.positionals
    if (args.flag('all') === ids.length > 0) throw usage(`Name the suggestions to ${name}, or give --all.`)
    return async (ask) => {
      const open = await ask('suggestion.list', { story })
      const chosen = args.flag('all') ? open : ids.map((id) => openSuggestion(open, id))
      if (chosen.length === 0) return { json: { decided: [], verified: [] }, text: 'No suggestion is open.' }
      const seen = chosen.map(({ id, inserted, deleted }) => ({ id, inserted, deleted }))
      const answer = await ask(name === 'accept' ? 'suggestion.accept' : 'suggestion.reject', {
        story,
        suggestions: seen,
      })
      return {
        json: answer,
        text: `${answer.decided.length === 1 ? '1 suggestion' : `${answer.decided.length} suggestions`} ${done}.`,
      }
    }
  },
})

function openSuggestion(open: readonly Suggestion[], id: string): Suggestion {
  const found = open.find((suggestion) => suggestion.id === id)
  if (!found)
    throw new NewsroomError(
      'refused',
      `There is no open suggestion ${id} in this story. “stet suggestions” lists them. Nothing was changed.`,
    )
  return found
}

export const acceptCommand = decideCommand(
  'accept',
  'Accepts suggestions: an edit by whoever accepts, facts lapse as in the window. --all takes every open one.',
  'accepted',
)
export const rejectCommand = decideCommand(
  'reject',
  'Rejects suggestions: the copy stays as it stands. --all takes every open one.',
  'rejected',
)
