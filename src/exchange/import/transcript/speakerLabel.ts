/** The label at the start of a turn, in the forms that transcribers use. */

export interface Labelled {
  /** Absent: the speaker changes, but the transcript does not name the new one. */
  readonly speaker?: string
  readonly at?: string
  readonly rest: string
}

const TIME = '(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?'
/** A timecode before a name: [00:12:33], (12:33), 00:12:33. */
const STAMP = new RegExp(
  `^\\s*[\\[(<（［]?(?<at>${TIME})[\\])>）］]?(?:\\s*(?:-->|[-–—])\\s*[\\[(]?${TIME}[\\])]?)?[\\s:：\\-–—]*`,
  'u',
)
/** A timecode after a name: in brackets, or at the end of the line. */
const NAME_THEN_TIME = new RegExp(
  '^(?<name>[^:：\\n\\d][^:：\\n]{0,58}?)' +
    `(?:\\s*[\\[(（［]\\s*(?<at>${TIME})\\s*[\\])）］]\\s*[:：]?\\s*|\\s+(?<end>${TIME})\\s*[:：]?\\s*$)` +
    '(?<rest>.*)$',
  'su',
)
const COLON =
  /^(?:[-–—*•]\s+|[▲△▶◇◆■□○●]\s*)?[[<（【]?(?<name>[^:：\n]{1,60}?)[\]>）】]?\s*[:：](?!\/\/|\d)\s*(?<rest>.*)$/su
/** Minutes of the Japanese Diet: ○内閣総理大臣（岸田文雄君）　… */
const CIRCLE = /^[○◯〇◆](?<name>[^\s　:：]{1,40})[\s　]+(?<rest>.+)$/su
/** Minutes of the Korean assembly: ○법무부장관 한동훈  …, ○김민수 위원  … */
const KOREAN_CIRCLE = /^[○◯〇◆](?<name>\p{sc=Hangul}{1,20}(?: \p{sc=Hangul}{1,20}){1,3})(?<gap>[ \t　]+)(?<rest>.+)$/su
const CAPS = "(?:Mc|Mac|De|Di|La|Le|Van|Von|O['’])?\\p{Lu}[\\p{Lu}'’-]+"
/** Official minutes call a witness by the office: “Secretary BAKER. Thank you.” */
const TITLES =
  'Mr|Mrs|Ms|Miss|Dr|M|Mme|Mlle|Prof|Rev|Gen|Adm|Col|Capt|Lt|Maj|Secretary|Chairman|Chairwoman|Chair|Senator|' +
  'Representative|Congressman|Congresswoman|Delegate|General|Admiral|Colonel|Captain|Lieutenant|Major|Ambassador|' +
  'Judge|Justice|Director|Administrator|Commissioner|Governor|Mayor|President|Attorney|Sheriff|Chief|Professor|' +
  'Reverend|Rabbi|Father|Sister|Bishop'
/** The Congressional Record: “Mr. BAKER of Ohio. Mr. Speaker, …”, “The SPEAKER pro tempore. …” */
const RECORD = new RegExp(
  `^(?<name>(?:(?:(?:Deputy|Under|Assistant|Acting|Vice|Lieutenant)\\s){0,2}(?:${TITLES})\\.?\\s` +
    `(?:\\p{Lu}[\\p{Ll}.-]*\\s){0,3}${CAPS}(?:\\s${CAPS}){0,2}(?:\\sof(?:\\s\\p{Lu}\\p{Ll}+){1,3})?` +
    '|The\\s(?:ACTING\\s)?(?:VICE\\s)?(?:SPEAKER|PRESIDENT|PRESIDING OFFICER|CHAIR(?:MAN|WOMAN|PERSON)?|CLERK)' +
    '(?:\\spro\\stempore)?)(?:\\s\\([^()]{1,60}\\))?)\\.\\s+(?:[–—-]\\s)?(?<rest>\\P{Ll}.*)$',
  'su',
)
/** The minutes of the French Assemblée and Sénat: “M. Jean Dupont, rapporteur. – …”, “Mme la présidente. …” */
const ASSEMBLEE =
  /^(?<name>(?:M\.|Mme|Mlle)\s(?:l[ae]\s(?:vice-)?président[e]?(?:\sde\s[^.]{1,60})?|(?:\p{Lu}[\p{L}'’-]+\s|d[eu]\s|[Ll][ea]\s){1,4}\p{Lu}[\p{L}'’-]+(?:,\s\p{Ll}[^.:!?«»]{2,120})?(?:\s\([^()]{1,60}\))?))\.\s+(?:[–—-]\s)?(?<rest>\P{Ll}.*)$/su
const SQUARE = /^[[【](?<name>[^\]】\d:]{2,40})[\]】]\s+(?<rest>.+)$/su
const CHEVRONS = /^(?:>>+|»)\s*(?<rest>.*)$/su

/** Name particles, written in lower case. */
const PARTICLES = new Set(
  (
    'of the de del della der den des di da do dos du van von zu zum zur la le el al bin ibn ben y e i und and für ' +
    'for to et ter ten af av'
  ).split(' '),
)
/** Words that start a sentence before a colon, and are not a speaker. */
const OPENERS = new Set(
  (
    'look listen well so and but now note first second third finally yes no remember again today here there see ' +
    'ok okay right also example update question? because then this that it he she we i you they what why how when ' +
    'where who warning correction editor’s http https note: subject re fwd date time location place present ' +
    'participants attendees duration transcript title'
  ).split(' '),
)
const ROLES = /^(?:[qafsm]|q\d*|a\d*|问|答|問|记者|記者|기자|질문|답변|문|답|س|ج|سؤال|جواب|frage|antwort)$/iu

/** Reads the label at the start of a line; undefined if the line has none. */
export function readLabel(line: string): Labelled | undefined {
  const chevrons = CHEVRONS.exec(line)?.groups
  if (chevrons) {
    const rest = chevrons['rest'] ?? ''
    return readLabel(rest) ?? { rest }
  }
  const stamp = STAMP.exec(line)
  const at = stamp?.groups?.['at']
  const text = stamp ? line.slice(stamp[0].length) : line
  const named = readName(text.replace(/^(\*\*|__)(.+?)\1/u, '$2'), at !== undefined)
  if (named) return at === undefined ? named : { at, ...named }
  return undefined
}

/**
 * Reads a label that ends with a full stop, as official minutes write it. The line before it has to have ended its
 * sentence: “Mr. BAKER. He left” may be the end of another line’s.
 */
export function readOfficialLabel(line: string): Labelled | undefined {
  const { name, rest } = (RECORD.exec(line) ?? ASSEMBLEE.exec(line))?.groups ?? {}
  return name === undefined || rest === undefined ? undefined : { speaker: bare(name), rest }
}

/** Reads the timecode at the start of a line, and the rest. */
export function readStamp(line: string): { readonly at: string; readonly rest: string } | undefined {
  const stamp = STAMP.exec(line)
  const at = stamp?.groups?.['at']
  return stamp && at !== undefined ? { at, rest: line.slice(stamp[0].length) } : undefined
}

/** `hasTime`: a timecode stands before it. */
function readName(text: string, hasTime: boolean): Labelled | undefined {
  const korean = koreanCircle(text)
  if (korean) return korean
  const circle = CIRCLE.exec(text)?.groups
  if (circle?.['name'] !== undefined && /[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}]/u.test(circle['name']))
    return { speaker: bare(circle['name']), rest: circle['rest'] ?? '' }
  const timed = NAME_THEN_TIME.exec(text)?.groups
  if (timed?.['name'] !== undefined && isName(timed['name']))
    return {
      speaker: bare(timed['name']),
      ...((timed['at'] ?? timed['end']) ? { at: timed['at'] ?? timed['end'] ?? '' } : {}),
      rest: timed['rest'] ?? '',
    }
  const colon = COLON.exec(text)?.groups
  if (colon?.['name'] !== undefined && isName(colon['name'], hasTime))
    return { speaker: bare(colon['name']), rest: colon['rest'] ?? '' }
  const square = SQUARE.exec(text)?.groups
  if (
    square?.['name'] !== undefined &&
    isName(square['name']) &&
    !/^(?:laugh|applau|inaudible|crosstalk|music|pause|cheer|through)/iu.test(square['name'])
  )
    return { speaker: bare(square['name']), rest: square['rest'] ?? '' }
  return undefined
}

/** Endings of Korean offices, which stand before a name or behind it. */
const OFFICE =
  /(?:장관|차관|위원장?|의원|의장|대통령|총리|원장|처장|청장|실장|국장|본부장|과장|부장|단장|사장|회장|총장|시장|군수|구청장|지사|장관후보자|후보자|대사|검사|판사|변호사|교수|증인|참고인|진술인|감사|이사장?|대표|비서관|수석|팀장|간사|서기관|사무관|위원장대리|대행|직무대리|대리)$/u
const SURNAMES =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국은편용예경봉사부가복태목형계피두감음빈동온호범좌팽승간상시갈단견당황보'
const NAME = new RegExp(`^[${SURNAMES}]\\p{sc=Hangul}{1,3}$`, 'u')
/** Frequent surnames, and syllables of given names in second and third place. 인사말 and 이사회 are words. */
const CLEAR_NAME = new RegExp(
  '^(?!이재민|이주민|문화재|문화원|유전병)[김이박최정강조윤장임한오서신권황안송유전홍고문양손배백허남심노하]' +
    '[강건겸경광규근기길나남다대덕도동명무문미민병보복봉상서석선성세소송수순승시아영예옥완용우원유윤은응의익인일재정제종주준중지진찬창채철춘충치태택하학한해향현형혜호홍화환효훈희]' +
    '[경곤광구국규균근길남단덕동란람련룡률림민범병복봉빈상석선섭수숙순슬승신아연열영옥완용우욱운웅원윤은재정종주준중진찬창채철춘태택필하학한헌혁현형호환훈흠희]$',
  'u',
)

/** Whether a word is surely a Korean name, and no common noun of three syllables. */
export const isKoreanName = (word: string): boolean => CLEAR_NAME.test(word)

/** The whole label: an office and a name, or a name and an office. Undefined: the label is one word. */
function koreanCircle(text: string): Labelled | undefined {
  const { name = '', gap = '', rest = '' } = KOREAN_CIRCLE.exec(text)?.groups ?? {}
  if (name === '') return undefined
  const words = name.split(' ')
  const [first = '', second = ''] = words
  const last = words.at(-1) ?? ''
  const office = words.at(-2) ?? ''
  // Two spaces end the label.
  if (gap !== ' ') {
    const isLabel = OFFICE.test(last) || (OFFICE.test(office) && NAME.test(last))
    if (isLabel) return { speaker: name, rest }
  }
  // One space may stand within a sentence.
  const isNamed = OFFICE.test(first) ? isKoreanName(second) : isKoreanName(first) && OFFICE.test(second)
  if (!isNamed) return undefined
  const label = `${first} ${second}`
  return { speaker: label, rest: text.slice(1 + label.length).trim() }
}

const bare = (name: string): string =>
  name
    .replace(/\*\*|__/g, '')
    .replace(/\s+/gu, ' ')
    .trim()

const ARTICLE = /^(?:l[ae]|el|il|lo|o|a|de|het)$/iu

/** Whether the text before a colon can be a speaker. `hasTime`: a timecode stands before it. */
export function isName(label: string, hasTime = false): boolean {
  const name = bare(label).replace(/\s*[([（［][^)\]）］]*[)\]）］]\s*$/u, '')
  if (name === '' || /[!?…。！？"“”„«»「」]/u.test(name)) return false
  if (ROLES.test(name)) return true
  const words = name.split(/[\s,]+/u).filter(Boolean)
  if (words.length === 0 || words.length > 8) return false
  const hasCase = /[\p{Lu}\p{Ll}]/u.test(name)
  if (!hasCase) return /^[\p{L}\p{M}\p{N}\s·・,.\-'’]+$/u.test(name) && words.length <= 6 && name.length <= 30
  if (words.length === 1 && OPENERS.has(name.toLowerCase()) && name !== name.toUpperCase()) return false
  // "La maire Claire Dubois": a title in small letters between an article and a name. "Le problème" is none.
  // "[00:12] Bộ trưởng Trần Quốc Bảo", "[00:12] Premier ministre Jean Dupont": a title, then two names.
  const isTitled =
    words.length > 2 &&
    (hasTime
      ? words.length < 7 && words.slice(-2).every((word) => /^\p{Lu}/u.test(word))
      : ARTICLE.test(words[0] ?? '') && /^\p{Lu}/u.test(words.at(-1) ?? ''))
  return (
    words.every((word, index) => {
      const letters = word.replace(/[^\p{L}\p{N}'’.\-&/#]/gu, '')
      if (letters === '') return true
      if (/^[\p{Lu}\p{Lo}\p{N}#]/u.test(letters)) return true
      if (index > 0 && isTitled && /^\p{Ll}+$/u.test(letters)) return true
      return index > 0 && (PARTICLES.has(letters.toLowerCase()) || /^(?:al|el|d’|d'|de|mc)-?/u.test(letters))
    }) && !/\.\s+\p{L}{4,}\s+\p{Ll}/u.test(name)
  )
}
