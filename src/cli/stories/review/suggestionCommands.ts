import { cliText } from '../../../catalogue/rooms/cli'
import { NewsroomError } from '../../../story/requests/requests'
import { describeSuggestion, type Suggestion } from '../../../story/copy/suggestions/suggestion'
import { localMinute } from '../../../story/text/format/localMinute'
import { usage } from '../../run/arguments'
import type { CliCommand } from '../../run/command'
import { replacementFrom } from '../copy/replacement'

export const suggestCommand: CliCommand = {
  name: 'suggest',
  get usage() {
    return cliText('suggest.usage')
  },
  takes: [1, 1],
  options: { replace: 'text', with: 'text', nth: 'text' },
  needs: 'write',
  get about() {
    return cliText('suggest.about')
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const request = { story, ...replacementFrom(args) }
    return async (ask) => {
      const { id } = await ask('suggestion.propose', request)
      return {
        json: { id },
        text: cliText('suggestionCommands.suggested', { with: request.with, replaceText: request.replace, id }),
      }
    }
  },
}

export const suggestionsCommand: CliCommand = {
  name: 'suggestions',
  usage: 'ID',
  takes: [1, 1],
  options: {},
  needs: 'read',
  get about() {
    return cliText('suggestions.about')
  },
  prepare:
    ({ positionals: [story = ''] }) =>
    async (ask) => {
      const suggestions = await ask('suggestion.list', { story })
      return {
        json: suggestions.map(suggestionJson),
        text: suggestions.length
          ? suggestions.map(suggestionLine).join('\n')
          : cliText('suggestionCommands.noSuggestionOpen'),
      }
    },
}

type Listed = Suggestion & { readonly unsigned?: true }

const suggestionJson = ({ id, by, at, inserted, deleted, facts, place, unsigned, ...rest }: Listed) => ({
  id,
  by,
  ...(unsigned ? { unsigned } : {}),
  at,
  about: describeSuggestion({ inserted, deleted, ...rest }),
  inserted,
  deleted,
  facts,
  place,
})

const suggestionLine = (suggestion: Listed): string => {
  const by = suggestion.unsigned ? cliText('storyCommands.unsigned', { by: suggestion.by }) : suggestion.by
  return `${suggestion.id}  ${by}, ${localMinute(suggestion.at)}: ${describeSuggestion(suggestion)}`
}

const decideCommand = (name: 'accept' | 'reject', about: () => string, done: 'accepted' | 'rejected'): CliCommand => ({
  name,
  get usage() {
    return cliText('suggestionCommands.idSuggestionAll')
  },
  takes: [1, 10_000],
  options: { all: 'flag' },
  needs: 'write',
  get about() {
    return about()
  },
  prepare: (args) => {
    const [story = '', ...ids] = args.positionals
    if (args.flag('all') === ids.length > 0) throw usage(cliText('suggestionCommands.which', { name }))
    return async (ask) => {
      const open = await ask('suggestion.list', { story })
      const chosen = args.flag('all') ? open : ids.map((id) => openSuggestion(open, id))
      if (chosen.length === 0)
        return { json: { decided: [], verified: [] }, text: cliText('suggestionCommands.noSuggestionOpen') }
      const seen = chosen.map(({ id, inserted, deleted }) => ({ id, inserted, deleted }))
      const answer = await ask(name === 'accept' ? 'suggestion.accept' : 'suggestion.reject', {
        story,
        suggestions: seen,
      })
      return {
        json: answer,
        text: cliText(`suggestionCommands.${done}`, { count: answer.decided.length }),
      }
    }
  },
})

function openSuggestion(open: readonly Suggestion[], id: string): Suggestion {
  const found = open.find((suggestion) => suggestion.id === id)
  if (!found) throw new NewsroomError('refused', cliText('suggestionCommands.notOpen', { id }))
  return found
}

export const acceptCommand = decideCommand('accept', () => cliText('suggestionCommands.acceptAbout'), 'accepted')
export const rejectCommand = decideCommand(
  'reject',
  () => cliText('suggestionCommands.rejectsSuggestionsCopyStays'),
  'rejected',
)
