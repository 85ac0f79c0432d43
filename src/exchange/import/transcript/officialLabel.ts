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
/** A title, “The” or an article, and words as labels have them, up to a full stop or a colon. */
const LIKE = [
  `(?:${TITLES}|MM|Mmes|Hon|Sir|Sen|Rep|Lord|Lady|Baroness)\\.?\\s(?:(?:${WORD}|${SMALL})\\s){0,5}${WORD}` +
    '(?:,\\s[^.:!?]{2,160})?(?:\\s\\([^()]{1,80}\\)){0,2}[.:]',
  `The\\s(?:(?:${WORD}|${SMALL})\\s){0,6}(?:${WORD}|tempore)(?:\\s\\([^()]{1,80}\\))?[.:]`,
  `(?:M\\.|MM\\.|Mme|Mmes)\\s(?:l[ae]s?\\s|l['’])${NO_VERB}[^.:!?,;]{2,100}(?:,[^.:!?]{2,100})?[.:]`,
  `(?:Une?|Plusieurs|Quelques|Des)\\s${NO_VERB}[^.:!?,;]{2,80}[.:]`,
  '(?:An?|Some|Several|Many)\\s(?:[Hh]on(?:ou?rable)?\\.?\\s)?\\p{Lu}[\\p{L}-]*\\.',
]
const LIKE_STOP = new RegExp(`^(?:${LIKE.join('|')})\\s+\\P{Ll}`, 'su')
/** “An hon. member: …”, “Une voix : …”, “Some hon. members: …” */
const LIKE_COLON =
  /^(?:(?:An?|Some|Several|Many|Two|Une?|Plusieurs|Des|Quelques|Eine?|Mehrere|Un[oa]s?|Vari[oa]s|Vários|Algun[oa]s)\s|Hon\.?\s)(?:\p{L}[\p{L}'’-]*\.?\s){0,5}\p{L}[\p{L}'’-]*\s?:\s/u

/** Whether a line begins as a label of official minutes does. */
export const beginsLikeOfficial = (line: string): boolean => LIKE_STOP.test(line) || beginsLikeCall(line)

/** Whether it begins with somebody without a name before a colon. */
export const beginsLikeCall = (line: string): boolean => LIKE_COLON.test(line)
