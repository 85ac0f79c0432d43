import { lazy } from '../../../../story/text/lazy'
import { parseName } from '../name/parseName'

/** Where somebody is from, or of which party, as English copy writes it: “the American president said”. Folded. */
const FROM_WHERE = lazy(
  () =>
    new Set(
      (
        'afghan african albanian algerian american arab argentine argentinian armenian asian australian austrian ' +
        'azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian ' +
        'canadian chilean chinese colombian congolese croatian cuban czech danish dutch ecuadorian egyptian ' +
        'emirati english estonian ethiopian european filipino finnish french georgian german ghanaian greek ' +
        'haitian hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese ' +
        'jordanian kazakh kenyan korean kuwaiti latvian lebanese libyan lithuanian malaysian mexican moldovan ' +
        'mongolian moroccan nepalese nigerian norwegian omani pakistani palestinian peruvian philippine polish ' +
        'portuguese qatari romanian russian saudi scottish senegalese serbian singaporean slovak slovenian somali ' +
        'south north sri lankan sudanese swedish swiss syrian taiwanese thai tunisian turkish ugandan ukrainian ' +
        'uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean ' +
        'republican democrat democratic conservative liberal californian texan'
      ).split(' '),
    ),
)

/** Whether these words name no person: a bare title, or where somebody is from. */
export function isNobodysName(words: string): boolean {
  const { parts, address } = parseName(words)
  // Mr. French is somebody.
  if (parts.length > 0 && address !== undefined) return false
  return parts.every((part) => FROM_WHERE().has(part))
}
