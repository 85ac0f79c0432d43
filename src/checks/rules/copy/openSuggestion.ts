/** A pending suggestion must be accepted or rejected. */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import { aboutOf, describeSuggestion } from '../../../story/copy/suggestions/suggestion'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'

export const openSuggestion: Check = ({ story }) =>
  (story.suggestions ?? []).map((suggestion): Finding => {
    const about = describeSuggestion(suggestion)
    return {
      rule: 'openSuggestion',
      key: `${suggestion.id}:${keyText(aboutOf(suggestion))}`,
      severity: 'block',
      overridable: true,
      dismissable: false,
      message:
        suggestion.by === ''
          ? checksText('openSuggestion.unnamed', { about })
          : checksText('openSuggestion.by', { by: suggestion.by, about }),
      where: { kind: 'text', ...suggestion.place },
    }
  })
