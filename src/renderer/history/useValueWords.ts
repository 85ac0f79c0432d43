import { historyText } from '../../catalogue/window/history'
import { embargoInFull, newsroomZone } from '../fields/embargoTime'
import { kindWords, legalReadWords, urgencyWords } from '../fields/fieldWords'
import { languageName } from '../fields/languageName'
import { useTopics } from '../fields/useTopics'
import { useNewsroom } from '../state'
import { languageNow } from '../../catalogue/area'

/** Words for the values of a field (fieldValueWords), as the panel of the fields shows them. Undefined: of no field. */
export function useValueWords(field: string | undefined): (value: string) => string {
  const zone = useNewsroom(({ desk }) => newsroomZone(desk.settings.defaults))
  const topics = useTopics(field === 'subjects')
  return (value) => {
    const nothing = historyText('comparePanel.nothing')
    switch (field) {
      case 'embargo':
        return embargoInFull(value, zone) || value || nothing
      case 'language':
        return languageName(value) || value || nothing
      case 'urgency':
        return urgencyWords()[Number(value) - 1] ?? value
      case 'kind':
        return kindWords(value)
      case 'needsLegal':
        return legalReadWords(value)
      case 'wordTarget':
        return value === '0' ? nothing : value
      case 'subjects':
        return (
          value
            .split(', ')
            .map((code) => topics?.nameOf(code, languageNow()) ?? code)
            .join(', ') || nothing
        )
      default:
        return value || nothing
    }
  }
}
