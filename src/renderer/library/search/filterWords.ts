import { libraryText } from '../../../catalogue/window/library'
import { STATUS_WORDS } from '../../../story/ledger/facts/fact'
import { STAGE_WORDS } from '../../../story/ledger/stages'
import type { StoryFilter } from '../../../story/query/storyQuery'

/** What was understood of a filter, in words: "Stage: In review", "not Desk: Sport". */
export function filterWords(filter: StoryFilter): string {
  const words = `${libraryText(`filter.${filter.name}`)}: ${valueWords(filter)}`
  return filter.not ? libraryText('filter.not', { words }) : words
}

function valueWords(filter: StoryFilter): string {
  switch (filter.name) {
    case 'stage':
      return STAGE_WORDS[filter.stage]
    case 'fact':
      return STATUS_WORDS[filter.status]
    case 'lang':
      return filter.language
    case 'before':
    case 'after':
      return filter.day
    case 'since':
      return libraryText(`filter.since.${filter.unit}`, { count: filter.amount })
    case 'is':
      return libraryText(`filter.is.${filter.state}`)
    default:
      return filter.words.quoted ? `“${filter.words.text}”` : filter.words.text
  }
}
