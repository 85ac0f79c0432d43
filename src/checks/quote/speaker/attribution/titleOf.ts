/** What a title in the copy is of: “the president of France”, “the defense secretary”, “der russische Präsident”. */
import { foldedName } from '../name/foldedName'
import { isPortfolio } from '../name/titles'

export interface TitleOf {
  /** Folded. */
  readonly of: string
  /** Where it ends in the text, or the title does. */
  readonly to: number
}

/** “of France”, “de la France”. German “von Spanien” is read with the title, like a name. */
const BEHIND =
  /^\s(?:(?:of|de|du|des|del|di|do|da)\s(?:(?:the|la|los|las)\s)?|d(?:e\sl)?['’])(?<of>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*)/u
const PORTFOLIO_BEHIND = /^\sof\s(?:the\s)?(?<of>\p{Ll}+)/u
const PORTFOLIO_BEFORE = /(?<!\p{L})(?<of>\p{Ll}+)\s$/u
const GERMAN = /(?<!\p{L})(?<of>\p{Ll}{2,}isch)e[nmrs]?\s$/u
/** French and Spanish name a country behind the title. */
const COUNTRIES =
  'russe|français|américain|chinois|allemand|ukrainien|britannique|israélien|iranien|turc|turque|italien|espagnol|' +
  'japonais|(?:sud-|nord-)?coréen|polonais|belge|suisse|canadien|brésilien|mexicain|' +
  'rus[oa]|francés|francesa|estadounidense|chin[oa]|alemán|alemana|ucranian[oa]|británic[oa]|israelí|iraní|turc[oa]|' +
  'italian[oa]|español|japonés|japonesa|(?:sur|nor)corean[oa]|polac[oa]|brasileñ[oa]|mexican[oa]|argentin[oa]|' +
  'venezolan[oa]|colombian[oa]'
const COUNTRY_BEHIND = new RegExp(`^\\s(?<of>${COUNTRIES})(?!\\p{Ll}{3})`, 'u')

/** Undefined: nothing that is known here says what the title is of. */
export function titleOf(text: string, from: number, to: number): TitleOf | undefined {
  const behind = BEHIND.exec(text.slice(to)) ?? COUNTRY_BEHIND.exec(text.slice(to))
  if (behind) return { of: foldedName(behind.groups?.['of'] ?? ''), to: to + behind[0].length }
  const before = text.slice(0, from)
  const words = [PORTFOLIO_BEFORE.exec(before), PORTFOLIO_BEHIND.exec(text.slice(to))]
  const portfolio = words.map((found) => foldedName(found?.groups?.['of'] ?? '')).find(isPortfolio)
  const of = portfolio ?? GERMAN.exec(before)?.groups?.['of']
  return of === undefined ? undefined : { of: foldedName(of), to }
}
