/** Labels before a full stop, as official minutes write them. */
import type { Labelled } from './labelled'

/** BAKER, DelBENE, CHERFILUS-McCORMICK, O’HARA: two capitals, and perhaps a small beginning. */
const CAPS = "(?:\\p{Lu}\\p{Ll}{0,3}['’]?)?\\p{Lu}{2,}(?:[-'’](?:\\p{Lu}\\p{Ll}{1,2})?\\p{Lu}+)*"
/** Official minutes call a witness by the office: “Secretary BAKER. Thank you.” */
const TITLES =
  'Mr|Mrs|Ms|Miss|Dr|M|Mme|Mlle|Prof|Rev|Gen|Adm|Col|Capt|Lt|Maj|Secretary|Chairman|Chairwoman|Chair|Senator|' +
  'Representative|Congressman|Congresswoman|Delegate|General|Admiral|Colonel|Captain|Lieutenant|Major|Ambassador|' +
  'Judge|Justice|Director|Administrator|Commissioner|Governor|Mayor|President|Attorney|Sheriff|Chief|Professor|' +
  'Reverend|Rabbi|Father|Sister|Bishop'
const CHAIRS = 'SPEAKER|PRESIDENT|PRESIDING OFFICER|CHAIR(?:MAN|WOMAN|PERSON)?|CLERK|CHIEF JUSTICE'
/** The Congressional Record: “Mr. BAKER of Ohio. Mr. Speaker, …”, “The SPEAKER pro tempore. …” */
const RECORD = new RegExp(
  `^(?<name>(?:(?:(?:Deputy|Under|Assistant|Acting|Vice|Lieutenant)\\s){0,2}(?:${TITLES})\\.?\\s` +
    `(?:\\p{Lu}[\\p{Ll}.-]*\\s){0,3}${CAPS}(?:\\s${CAPS}){0,2}(?:\\sof(?:\\s\\p{Lu}\\p{Ll}+){1,3})?` +
    `|The\\s(?:(?:ACTING|Acting|VICE|DEPUTY|Deputy)\\s){0,2}(?:${CHAIRS})` +
    '(?:\\spro\\stempore)?)(?:\\s\\([^()]{1,60}\\))?)\\.\\s+(?:[–—-]\\s)?(?<rest>\\P{Ll}.*)$',
  'su',
)
/** The minutes of the French Assemblée and Sénat: “M. Jean Dupont, rapporteur. – …”, “Mme la présidente. …” */
const ASSEMBLEE =
  /^(?<name>(?:M\.|Mme|Mlle)\s(?:l[ae]\s(?:vice-)?président[e]?(?:\sde\s[^.]{1,60})?|(?:\p{Lu}[\p{L}'’-]+\s|d[eu]\s|[Ll][ea]\s){1,4}\p{Lu}[\p{L}'’-]+(?:,\s\p{L}[^.:!?«»]{2,120})?(?:\s\([^()]{1,60}\))?))\.\s+(?:[–—-]\s)?(?<rest>\P{Ll}.*)$/su

/**
 * Reads a label that ends with a full stop. The line before it has to have ended its sentence: “Mr. BAKER. He left”
 * may be the end of another line’s.
 */
export function readOfficialLabel(line: string): Labelled | undefined {
  const { name, rest } = (RECORD.exec(line) ?? ASSEMBLEE.exec(line))?.groups ?? {}
  return name === undefined || rest === undefined ? undefined : { speaker: name.replace(/\s+/gu, ' ').trim(), rest }
}

const WORD = "\\p{Lu}[\\p{L}'’.-]*"
/** Small words within names and offices. */
const SMALL = 'of|for|pro|at|to|the|and|in|de|du|des|la|le|da|di|dos|del|der|den|van|von|el|al|bin|ter|ten'
/** A verb: the words are a sentence. */
const NO_VERB =
  "(?![^.:]*(?<!\\p{L})(?:a|est|sont|ont|sera|était|avait|doit|peut|dit|va|nous|vous|me|ne|se|[nsm]['’]\\p{L}+)(?!\\p{L}))"
/** What stands behind a name: “, Minister of Trade”, in French in small letters. No sentence: “, I rise today”. */
const OFFICE_BEHIND = `(?:,\\s(?:(?:${WORD}|${SMALL})\\s){0,12}${WORD})?`
/** Of people without a name: “An hon. member”, “Une voix”, “Zuruf”. */
const PEOPLE =
  /(?<![\p{L}.])(?:members?|m\.?p\.?s?|senators?|deput(?:y|ies)|voices?|reporters?|journalists?|audience|députée?s?|sénat(?:eur|rice)s?|voix|journalistes?|abgeordneter?n?|zurufe?|voc[ei]|voz(?:es)?|voces|diputad\p{L}+|deputad\p{L}+|deputat\p{L}+|señor\p{L}*|senhor\p{L}*|senador\p{L}*)(?!\p{L})/iu
const OFFICE =
  /(?<!\p{L})(?:speaker|president|chair(?:man|woman|person)?|clerk|secretary|sergeant|usher|marshal|chaplain|parliamentarian|minister|premier|chancellor|governor|mayor|justice|judge|witness|counsel|attorney|leader|whip|director|commissioner|administrator|general|ambassador|officer|interpreter|moderator|ministres?|présidente?s?|rapporteure?s?|maires?|secrétaires?|commissaires?|questeure?s?)(?!\p{L})/iu
/** A title and a name, up to a full stop or a colon. */
const TITLED = [
  `(?:${TITLES}|MM|Mmes|Hon|Sir|Sen|Rep|Lord|Lady|Baroness)\\.?\\s(?:(?:${WORD}|${SMALL})\\s){0,5}${WORD}` +
    `${OFFICE_BEHIND}(?:\\s\\([^()]{1,80}\\)){0,2}[.:]`,
  `(?:MM?\\.|Mmes?)\\s(?:(?:${WORD}|${SMALL})\\s){0,5}${WORD},\\s${NO_VERB}\\p{Ll}[^.:!?,]{2,120}[.:]`,
  `(?:M\\.|MM\\.|Mme|Mmes)\\s(?:l[ae]s?\\s|l['’])${NO_VERB}[^.:!?,;]{2,100}(?:,[^.:!?]{2,100})?[.:]`,
]
/** “The” or an article, and words as labels have them: one of them has to be of people, or an office. */
const ARTICLED = [
  `The\\s(?:(?:${WORD}|${SMALL})\\s){0,6}(?:${WORD}|tempore)(?:\\s\\([^()]{1,80}\\))?[.:]`,
  `(?:Une?|Plusieurs|Quelques|Des)\\s${NO_VERB}[^.:!?,;]{2,80}[.:]`,
  '(?:An?|Some|Several|Many)\\s(?:[Hh]on(?:ou?rable)?\\.?\\s)?\\p{Lu}[\\p{L}-]*\\.',
]
/** “of the U.S. Senate”, “Mr. Mario J. Daniels” and “Mrs. St. John” go on. */
const STOP = '(?<!(?:[\\s.]\\p{Lu}|\\s(?:St|Ste|Dr|Ft|Mt))\\.)\\s+\\P{Ll}'
const LIKE_TITLED = new RegExp(`^(?:${TITLED.join('|')})${STOP}`, 'su')
const LIKE_ARTICLED = new RegExp(`^(?<name>${ARTICLED.join('|')})${STOP}`, 'su')
/** “An hon. member: …”, “Une voix : …”, “Some hon. members: …” */
const LIKE_COLON =
  /^(?<name>(?:(?:An?|Some|Several|Many|Two|Une?|Plusieurs|Des|Quelques|Eine?|Mehrere|Un[oa]s?|Vari[oa]s|Vários|Algun[oa]s)\s|Hon\.?\s|(?=Zuruf))(?:\p{L}[\p{L}.'’-]*\s){0,5}\p{L}[\p{L}.'’-]*\s?):\s/u
/** How members address the chair, not a label. */
const CHAIR = /^(?:Mr|Madam|Mrs|Ms)\.? (?:(?:Acting|Vice|Deputy) )?(?:Speaker|President|Chair\p{L}*|Secretary|Leader),/u

/** Whether a line begins as a label of official minutes does. */
export const beginsLikeOfficial = (line: string): boolean =>
  (!CHAIR.test(line) && LIKE_TITLED.test(line)) ||
  isOfSomebody(LIKE_ARTICLED.exec(line), [PEOPLE, OFFICE]) ||
  beginsLikeCall(line)

/** Whether it begins with somebody without a name before a colon. */
export const beginsLikeCall = (line: string): boolean => isOfSomebody(LIKE_COLON.exec(line), [PEOPLE])

const isOfSomebody = (found: RegExpExecArray | null, words: readonly RegExp[]): boolean =>
  words.some((word) => word.test(found?.groups?.['name'] ?? ''))

/** “Mr. President, I rise today”: so begin the words of a member. */
export const addressesChair = (said: string): boolean => CHAIR.test(said)
