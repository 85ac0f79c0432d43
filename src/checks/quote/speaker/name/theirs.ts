/** Somebody of a person: a lawyer, a spokesman, a mother. The person named beside them is not who speaks. */

export interface Theirs {
  /** “David Lammy” of “David Lammy’s lawyer”. */
  readonly whose: string
  /** “lawyer”. */
  readonly role: string
}

const ROLE =
  'lawyer|attorney|counsel|spokes(?:man|woman|person|people)|aide|advis[eo]r|team|camp|campaign|office|staff|' +
  'chief of staff|press secretary|agent|publicist|family|wife|husband|widow(?:er)?|mother|father|parents?|sons?|' +
  'daughters?|brothers?|sisters?|friends?|clients?|colleagues?|supporters?'
/** As in “a Roe spokesman” and “the Roe campaign”. Written with a capital it may be a title, or another name. */
const ROLE_BEHIND =
  'spokes(?:man|woman|person|people)|lawyers?|attorneys?|aides?|advis[eo]rs?|team|camp|campaign|office|staff|family|' +
  'supporters?|ally|allies|sources?|relatives?|representatives?|administration|government|foundation|staffers?|' +
  'friends?|confidants?|insiders?|officials?|backers?|voters?|donors?|loyalists?|associates?|brothers|sisters|' +
  'critics?|opponents?|rivals?|challengers?|detractors?|appointees?|nominees?|surrogates?|strategists?|delegates?|' +
  'followers|accusers?|employees?|deput(?:y|ies)|chief'
/** No given name: David Camp of Michigan speaks for himself. */
const BEFORE = '(?:(?:an?|the|one|senior|top|former|deputy|chief|legal|defen[cs]e|press|white house|family)\\s){0,3}'
const GERMAN_ROLE =
  '\\p{L}*(?:sprecher|anwalt|anwält|berater|vertraute|mitarbeiter|gegner|kritiker|anhänger|lager|team|regierung|' +
  'herausforderer|nachfolger|vorgänger|rivale|verteidiger)(?:in|r)?'
const THEIRS = [
  // “David Lammy’s lawyer”, “the mayor’s office”
  String.raw`^(?<whose>.*\p{L})['’]s?\s(?<role>(?:[\p{L}-]+\s){0,3}?(?:${ROLE}))$`,
  // “a spokesman for the mayor”, “counsel to the president”
  String.raw`^(?<role>${BEFORE}(?:${ROLE}))\s(?:for|of|to)\s(?<whose>.+)$`,
  // “der Anwalt von Olaf Scholz”, “die Sprecherin des Kanzlers”
  String.raw`^(?<role>(?:(?:der|die|eine?)\s)?\p{L}*(?:sprecher|anwalt|anwält|berater)(?:in)?)\s(?:des|der|von|vom)\s(?<whose>.+)$`,
  // “le porte-parole du président”, “el abogado de Ana Ruiz”
  String.raw`^(?<role>(?:(?:la|le|el|une?)\s|l['’])?(?:porte-parole|avocate?|conseill(?:er|ère)|portavoz|abogad[oa]|asesora?))\s` +
    String.raw`d(?:(?:e|u|el|es)\s|['’])(?<whose>.+)$`,
  // “die Trump-Sprecherin”
  String.raw`^(?<whose>.*\p{L})-(?<role>${GERMAN_ROLE})$`,
  String.raw`^(?<role>team|camp)\s(?<whose>.+)$`,
].map((pattern) => new RegExp(pattern, 'iu'))
/** With a capital as a part of their name. */
const BODY_BEHIND =
  /^(?!.*\s(?:of|at|de|du|di|von|der)\s)(?:[Tt]he\s)?(?<whose>(?![Tt]he\s).*\p{L})\s(?<role>Foundation|Industries|Institute|County|Corporation|Corp\.?|Inc\.?|Organi[sz]ation|Administration|Campaign|White House|Enterprises|Holdings|Committee|University|College|Hospital)$/u

const AFTER_NAME = new RegExp(String.raw`^(?<whose>.*\p{Lu}[\p{L}.]+)\s(?<role>(?:${ROLE_BEHIND}))$`, 'u')
const IS_ROLE = new RegExp(`^[ \u00A0](?:${ROLE_BEHIND})\\.?$`, 'u')

const BEFORE_NAME = new RegExp(String.raw`^(?<whose>.*\p{Lu}[\p{L}.]+)\s(?<role>(?:${ROLE_BEHIND}))\s(?=\p{Lu})`, 'u')

/** “Roe-Vertraute Jane Lee” */
const GERMAN_BEFORE_NAME = new RegExp(String.raw`^(?<whose>\p{Lu}[\p{L}.]+)-(?<role>${GERMAN_ROLE})\s(?=\p{Lu})`, 'iu')

/** The role before the name of who speaks: “Roe aide Jane Lee”. */
export function roleIn(text: string): Theirs | undefined {
  const { whose, role } = (BEFORE_NAME.exec(text) ?? GERMAN_BEFORE_NAME.exec(text))?.groups ?? {}
  return whose === undefined || role === undefined ? undefined : { whose, role }
}

/** Whether a word behind a name, with the space before it, says that it is somebody of that person: “ campaign”. */
export const isRoleBehind = (word: string): boolean => IS_ROLE.test(word)

const HANGUL = '\\p{sc=Hangul}'
/** 김민수 의원실 관계자, 김민수 씨의 어머니 */
const KOREAN_ROLE =
  '변호인단?|(?:법률\\s?)?대리인|관계자|(?:의원|장관|시장|대표|의장|총리|위원장|지사)실|캠프|유족|유가족|가족|측근|지인|아내|부인|남편|아들|딸|어머니|아버지|모친|' +
  '부친|누나|언니|오빠|동생|남동생|여동생|친구|동료|배우자|집안|소속사|지지자|팬클럽|보좌진|선대위|(?:선거)?대책위(?:원회)?|정부|재단|회사|(?:특검)?팀|후원회|사무실|부부|매니저'
/** They are titles, too: 김민수 보좌관 is called so. 김민수 의원 보좌관 may not be. */
const KOREAN_STAFF = '보좌관|비서관|비서실장|대변인|수행비서|특보'
const IS_KOREAN_ROLE = new RegExp(`^(?:${KOREAN_ROLE})$`, 'u')
/** Whether a word says that what stands before it is whose they are: 캠프, 정부, 유족. */
export const isKoreanRole = (word: string): boolean => IS_KOREAN_ROLE.test(word)
const IS_STAFF = new RegExp(`^(?:${KOREAN_STAFF})$`, 'u')
/** Whether a title says of whom somebody is, behind another title: 대통령 비서실장. */
export const isKoreanStaff = (word: string): boolean => IS_STAFF.test(word)
const HEAD = `${HANGUL}*(?:대통령|총리|장관|의장|시장|지사|대표|위원장|의원|후보|회장|총장)`
const ADDRESSED = '(?:\\s?[씨님])?'
const KOREAN = [
  `^(?<whose>.*${HANGUL}{2}${ADDRESSED})\\s?(?<role>측)$`,
  `^(?<whose>.*${HANGUL}${ADDRESSED})의?\\s(?<role>(?:${HANGUL}+실\\s)?(?:${KOREAN_ROLE}))$`,
  `^(?<whose>.*${HEAD})\\s(?<role>${KOREAN_STAFF})$`,
].map((pattern) => new RegExp(pattern, 'u'))

/** 石破首相側, 田中氏側 */
const JAPANESE = /^(?<whose>.*[\p{sc=Han}\p{sc=Katakana}](?:氏|さん)?)(?<role>側)$/u

/** Undefined: the words name who speaks. */
export function theirsIn(text: string): Theirs | undefined {
  const patterns = /\p{sc=Hangul}/u.test(text) ? KOREAN : [...THEIRS, AFTER_NAME, BODY_BEHIND, JAPANESE]
  const found = patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined)
  return found && { whose: found['whose'] ?? '', role: found['role'] ?? '' }
}

/** A particle or no letter follows: 측은, not 측면. */
const KOREAN_END = '(?=\\P{L}|[은는이가도들께에을를의과와로]|으로|$)'
const BEHIND_NAME = new RegExp(
  `^${ADDRESSED}(?:\\s?측|의?\\s(?:${HANGUL}+실\\s)?(?:${KOREAN_ROLE})|\\s${HEAD}(?:\\s?측|\\s(?:${KOREAN_STAFF}|${KOREAN_ROLE})))${KOREAN_END}`,
  'u',
)
const BEHIND_JAPANESE = /^(?:氏|さん)?側/u
const BEHIND_TITLE = new RegExp(`^\\s(?:${KOREAN_STAFF})${KOREAN_END}`, 'u')
const IS_TITLED = new RegExp(`${HEAD}$`, 'u')

/** How many characters behind a name in Korean or Japanese copy say that it is somebody of that person: “ 측”, 側. */
export function lengthOfTheirs(name: string, behind: string): number {
  const found =
    BEHIND_NAME.exec(behind) ??
    BEHIND_JAPANESE.exec(behind) ??
    (IS_TITLED.test(name) ? BEHIND_TITLE.exec(behind) : null)
  return found?.[0].length ?? 0
}
