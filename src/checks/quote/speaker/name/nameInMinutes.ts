/** Names as official minutes write them: of the Diet, of the Cortes, and of houses that write surnames in capitals. */
import { defined } from '../../../../story/text/defined'
import { withoutBrackets } from './brackets'
import { foldedName, wordsOf } from './foldedName'
import { joinedName } from './joinedName'
import type { ParsedName } from './parsedName'
import { spacedName } from './spacedName'
import { officesIn } from './titles'

/** Minutes of the Diet name a member behind the office: 内閣総理大臣（石破茂君）. */
export function nameInDiet(text: string): ParsedName | undefined {
  const { office = '', name } = IN_DIET.exec(text)?.groups ?? {}
  if (name === undefined) return undefined
  const { offices } = joinedName(office)
  return { ...joinedName(name), offices }
}
const IN_DIET = /^(?<office>[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー]{2,30})[(（](?<name>[^()（）]{2,20})君[)）]$/u

/** The Spanish Cortes write surnames: “El señor ABASCAL CONDE”, “El señor PRESIDENTE DEL GOBIERNO (Sánchez Pérez)”. */
export function nameInCortes(text: string): ParsedName | undefined {
  const { office = '', name } = IN_CORTES.exec(text)?.groups ?? {}
  const offices = officesIn(office)
  if (name !== undefined && offices.length > 0)
    return {
      ...spacedName(`${/^El/u.test(text) ? 'señor' : 'señora'} ${name}`),
      ...{ offices, surnames: true, office: wordsOf(office) },
    }
  if (!CORTES.test(text)) return undefined
  const read = spacedName(withoutBrackets(text))
  return { ...read, surnames: true, ...(read.offices.length > 0 ? { office: read.words } : {}) }
}
const CORTES = /^(?:El señor|La señora)\s(?=\p{Lu}{2})/u
const IN_CORTES = /^(?:El señor|La señora)\s(?<office>\p{Lu}{2}[^()]{3,120}?)\s*\((?<name>\p{Lu}\p{Ll}[^()]{1,60})\)$/u

/** Minutes write the surname in capitals. */
const OFFICIAL = /^(?:Mr|Mrs|Ms|Miss|Mme|Mlle|M)\.?\s(?=.*\p{Lu}{2})/u
const PLACE = /\sof\s(?<place>(?:\p{Lu}\p{Ll}+\s?){1,3})$/u

/** “Mr ALDER (Grayndler—Prime Minister)”: a name, no office. */
const SEAT = /[(（](?<seat>\p{Lu}[^()（）—–]{1,40}?)\s*(?:[—–][^()（）]*)?[)）]/u

/**
 * A member of a house, with the place or seat that minutes name. Undefined: not written in that way.
 *
 * @param whole - The text with what stands in brackets behind it.
 */
export function nameInHouse(text: string, whole: string): ParsedName | undefined {
  if (!OFFICIAL.test(text)) return undefined
  const place = PLACE.exec(text)?.groups?.['place']
  const name = spacedName(text.replace(PLACE, ''))
  const seat = SEAT.exec(whole)?.groups?.['seat']
  const isSeat = seat !== undefined && officesIn(seat).length === 0
  const folded = (one: string | undefined): string | undefined => (one === undefined ? undefined : foldedName(one))
  return { ...name, official: true, ...defined({ place: folded(place), seat: isSeat ? folded(seat) : undefined }) }
}
