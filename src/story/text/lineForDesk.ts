/** Lines that are for desks and not for readers, recognised by their first words. In doubt a line is copy. */

/** Characters. A longer line is copy. */
const LONGEST_EMBARGO = 160
const LONGEST_UPDATE = 600

/** What may stand before the label of an embargo: no quotation marks, because a quoted word is a word of the copy. */
const SIGNS = String.raw`^[^\p{L}\p{N}'"‘’“”«»「」『』]*`

const TIME = String.raw`\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m\b|\s?uhr\b)|\d{4}\s?(?:gmt|utc|est|edt|cet|bst|kst)\b|noon\b|midnight\b`
const MONTH = String.raw`(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|dic|déc|fév|avr|juin|juil|août|mär|ene|abr|ago)\p{L}*`
const WEEKDAY = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?!\p{L})`
const DATE = String.raw`\d{4}-?\d\d-?\d\d|\d{1,2}[./]\s?\d{1,2}(?!\d)|\d{1,2}\.?\s(?:of\s|de\s)?${MONTH}|${MONTH}\.?\s\d{1,2}(?!\d)`
const KOREAN_TIME = String.raw`\d{1,4}\s?[년월일시]|(?:오전|오후)\s?\d|자정|정오`
const WHEN = `(?:${DATE}|${TIME}|${WEEKDAY}|${KOREAN_TIME})`

/** Words between the label and its time: “until”, “for release on”. */
const BETWEEN = String.raw`(?:(?:until|till|to|for|not|before|release|publication|use|at|on|the|bis|zum|um|am|jusqu['’]?[àa]?u?|le|à|hasta|el|las?)[\s:]+){0,6}`
const NAME = String.raw`(?:(?:strictly\s|under\s|sous\s)?embarg(?:o(?:ed)?|ad[oa])|not\sfor\s(?:release|publication)|hold\sfor\srelease|sperrfrist)`
const WITH_TIME = new RegExp(String.raw`${SIGNS}${NAME}(?:\s*:\s*|\s+[–—-]\s*|\s+)${BETWEEN}${WHEN}`, 'iu')
const KOREAN_NAME = String.raw`(?:엠바고|보도\s?(?:시점|유예))\s?(?:(?:해제|설정|시점|시각|일시)\s?)*`
const KOREAN = new RegExp(
  String.raw`${SIGNS}${KOREAN_NAME}(?:\s*[\])】〕>:：]+\s*(?:${WHEN}|내일|오늘|모레)|\s+(?:${DATE}|${TIME}|${KOREAN_TIME}))|` +
    String.raw`^[[【〔(<]\s*엠바고\s*[\])】〕>]$`,
  'iu',
)
/** A label in capitals needs no time: “EMBARGOED UNTIL DELIVERY”. */
const IN_CAPITALS = new RegExp(
  String.raw`${SIGNS}(?:(?:STRICTLY |UNDER )?EMBARGO(?:ED)?\s*(?:\P{L}*$|:\s*(?:UNTIL|NOT|TB[ACD])(?!\p{L})|` +
    String.raw`(?:UNTIL|TILL|FOR RELEASE|FOR PUBLICATION)(?!\p{L}))|` +
    String.raw`NOT FOR (?:RELEASE|PUBLICATION) (?:BEFORE|UNTIL)(?!\p{L})|HOLD FOR RELEASE(?!\p{L})|SPERRFRIST:?$)`,
  'u',
)

/** What a line for the desk says beside its time. A sentence that goes on is copy. */
const OF_TIMES = new RegExp(
  `${WHEN}|(?<!\\p{L})(?:${MONTH}|embarg(?:o(?:ed)?|ad[oa])|strictly|under|sous|until|till|to|for|not|before|release|` +
    'publication|use|then|hold|sperrfrist|at|on|the|bis|zum|um|am|pm|le|à|hasta|el|las?|time|local|eastern|standard|' +
    'gmt|utc|est|edt|et|cet|bst|kst|z)(?!\\p{L})|엠바고|보도|유예|해제|설정|시점|시각|일시|까지|이후',
  'giu',
)
const MOST_OTHER_WORDS = 2
const isShort = (line: string): boolean =>
  (line.replace(OF_TIMES, ' ').match(/\p{L}+/gu) ?? []).length <= MOST_OTHER_WORDS

const isEmbargo = (line: string): boolean =>
  line.length <= LONGEST_EMBARGO &&
  (IN_CAPITALS.test(line) ||
    (WITH_TIME.test(line) &&
      (isShort(line) || WITH_TIME.exec(line)?.[0] === WITH_TIME.exec(line)?.[0].toUpperCase())) ||
    (KOREAN.test(line) && isShort(line)))

/** What may be an embargo, or copy about one. */
const MAY_BE_EMBARGO = new RegExp(
  String.raw`${SIGNS}(?:` +
    String.raw`(?:strictly\s|under\s|sous\s)?embarg(?:o(?:ed)?|ad[oa])(?:\s*(?:$|:)|\s+(?:[–—-]\s|until|till|to\s\d|` +
    String.raw`for\srelease|for\spublication|jusqu|bis|hasta|${TIME}|${DATE}))|` +
    String.raw`not\sfor\s(?:release|publication)\s(?:before|until)|hold\sfor\srelease|sperrfrist(?:\s|:)|` +
    // In the middle of a sentence the word has a particle: 엠바고를.
    String.raw`(?:엠바고|보도\s?(?:시점|유예))(?:\s*(?:$|[\])】〕>:：\d])|\s+(?:오전|오후|내일|오늘|모레|자정|정오)|` +
    String.raw`\s?(?:해제|설정|시점|시각|일시)(?:\s?(?:시점|시각|일시))?\s*[:：\d]))`,
  'iu',
)

/** Whether a line may say until when copy is held: “Embargoed until delivery”. It may be copy, too. */
export const mayBeEmbargo = (line: string): boolean =>
  line.length <= LONGEST_EMBARGO && (isEmbargo(line) || MAY_BE_EMBARGO.test(line))

/** What a note to the desk begins with. A colon follows, or a dash, which wires also write as "--", "_" or "-". */
const NOTES: readonly RegExp[] = [
  /^(?:(?:editor['’]?s?['’]?|eds?\.?) note|note to editors|eds\.?|편집자 ?메모|편집자 ?주|데스크 ?메모)\s*[:：]/i,
  /^(?:(?:editor['’]?s?['’]?|eds?\.?) note|note to editors|eds\.?)\s*(?:[—–]|--|[_-](?=\s))/i,
  // In small letters it may be a speaker ("Editor: Why did you leave?") or begin a sentence.
  /^EDITORS\s*(?:[:—–]|--|[_-](?=\s))/,
  /^EDITOR\s*(?:[—–]|--|[_-](?=\s))/,
  // Capitals are label enough, unless the whole line is in capitals.
  /^EDITOR['’]?S['’]? NOTE(?:\.|$|\s(?=.*\p{Ll}))/u,
]

/** Whether a line is a note to the desk, with or without brackets around it. */
export function isNote(line: string): boolean {
  const inside = /^[([](.*)[)\]]\.?$/s.exec(line)?.[1] ?? line
  return NOTES.some((label) => label.test(inside))
}

/** A line that says what a version of a wire changes: “(ATTN: UPDATES with quotes)”, “(Adds details, background)”. */
const UPDATES = [
  /^[([]\s*attn\b[^()]*[)\]]\.?$/i,
  /^ATTN\s*:/,
  /^\(\s*(?:adds|updates|recasts|corrects|refiles|rewrites|releads)\b[^():.?!]*\)\.?$/i,
  /^\(\s*(?:removes|deletes|trims|fixes)\b[^():?!]*\b(?:graf|paragraph|quote|reference|headline|byline|photo|word)s?\b[^():?!]*\)\.?$/i,
]
const isUpdateNote = (line: string): boolean =>
  line.length <= LONGEST_UPDATE && UPDATES.some((pattern) => pattern.test(line))

/** What a line is for the desk; undefined if it is copy. */
export function lineForDesk(line: string): 'embargo' | 'note' | undefined {
  if (isEmbargo(line)) return 'embargo'
  return isNote(line) || isUpdateNote(line) ? 'note' : undefined
}

/** A speaker of an interview, or a note: “Editors: call Kim.” A word after a colon that may be a stage direction. */
const MAY_BE_NOTE =
  /^(?:editors?\s*[:：]|attn\s*:|[([]\s*(?:adds|updates|recasts|corrects|refiles|removes|deletes)\b[^()]*[)\]]\.?$)/i

/** What a line in the copy may be for the desk. A person decides. */
export const mayBeForDesk = (line: string): 'embargo' | 'note' | undefined =>
  lineForDesk(line) ??
  (mayBeEmbargo(line) ? 'embargo' : line.length <= LONGEST_UPDATE && MAY_BE_NOTE.test(line) ? 'note' : undefined)
