/** Guesses a fact's type from its words. A person confirms or changes it with one key. */
import type { FactType } from '../ledger/fact'

const MONTH =
  /\b(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?(?=\s*\d|$)/u
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tomorrow)\b/iu
const CJK_DATE = /\d+\s*[年月日년월일]/u
const YEAR = /^(?:19|20)\d\d$/
const SUPERLATIVE =
  /\b(?:first|last|only|ever|never|record|unprecedented|most|least|best|worst|largest|biggest|smallest|highest|lowest|longest|shortest|oldest|youngest|fastest|deadliest|richest|strongest)\b|\b(?:in|for) (?:\w+[ -])?(?:years|decades|months)\b|최초|최대|최고|처음|最大|最高|初めて|最初|首次/iu
const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|half|third|quarter|percent)s?\b/iu
const TITLE =
  /^(?:[A-Z][\w.]* )*(?:President|Premier|Prime Minister|Minister|Secretary|Chancellor|Senator|Gov(?:ernor|\.)|Mayor|Chairman|Chairwoman|Chair|Chief|Director|CEO|Ambassador|General|Spokesman|Spokeswoman|Spokesperson|Judge|Attorney)\b/u
const TITLE_ALONE =
  /(?:President|Premier|Minister|Secretary|Chancellor|Senator|Governor|Mayor|Chairman|Chair|Chief|Director|CEO|Ambassador|Spokes\w+|Judge)$/u
const PLACES =
  /^(?:[A-Z][\w-]+ (?:City|County|Province|Island|River|Street|Square|Airport|Bay|Sea|Ocean)|Busan|Seoul|Kuala Lumpur|Malaysia|Japan|China|South Korea|North Korea|Korea|Gaza|Washington|Beijing|Tokyo|London|Paris|Moscow|Kyiv|Geneva|Brussels|New York|United States|Europe|Asia|Africa)$/u
const ALLEGATION =
  /\b(?:alleged(?:ly)?|accus(?:ed|es|ing)|fraud|bribe\w*|corrupt\w*|stole|stolen|embezzl\w*|assault\w*|abus(?:e|ed|ing)|illegal(?:ly)?|murder\w*|launder\w*)\b/iu

export function guessType(text: string): FactType {
  const words = text.trim()
  if (/^["“„«「『‘'].*["”“»」』’'][.,]?$/su.test(words) || /^["“„«「『]/u.test(words)) return 'quote'
  if (ALLEGATION.test(words)) return 'allegation'
  if (YEAR.test(words) || MONTH.test(words) || WEEKDAY.test(words) || CJK_DATE.test(words)) return 'date'
  if (SUPERLATIVE.test(words)) return 'superlative'
  if (/\p{Nd}/u.test(words) || NUMBER_WORD.test(words)) return 'figure'
  if (PLACES.test(words)) return 'place'
  if (TITLE_ALONE.test(words) && TITLE.test(words)) return 'title'
  const capitalised = words.split(/\s+/u)
  if (
    capitalised.length <= 4 &&
    capitalised.every((word) => /^\p{Lu}/u.test(word) || /^(?:of|the|de|van|von|al|bin)$/u.test(word))
  )
    return 'name'
  return 'event'
}
