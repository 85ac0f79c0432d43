/**
 * Lines that say until when copy is held. Times and the words around them are known; a line that says more is copy, and
 * a person is asked.
 */

/** Characters. A longer line is copy. */
const LONGEST = 160

const MONTH =
  '(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|fév(?:rier)?|mar(?:ch|s|zo)?|märz|apr(?:il)?|avr(?:il)?|' +
  'abr(?:il)?|may|mai|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|' +
  'aug(?:ust)?|août|ago(?:sto)?|sept?(?:ember|embre|iembre)?|setiembre|o[ck]t(?:ober|obre|ubre)?|' +
  'nov(?:ember|embre|iembre)?|de[cz](?:ember)?|déc(?:embre)?|dic(?:iembre)?|enero|ene|febrero|' +
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)(?!\\p{L})'
const WEEKDAY =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|sonnabend|mittwoch|' +
  '(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|' +
  '(?:segunda|terça|quarta|quinta|sexta)-feira|[월화수목금토일]요일)(?!\\p{L})|\\([월화수목금토일]\\)'
const DATE =
  String.raw`\d{4}-?\d\d-?\d\d|(?:\d{4}\s?[./]\s?)?\d{1,2}[./]\s?\d{1,2}(?!\d)(?:[./]\s?\d{2,4}(?!\d))?\.?|` +
  `\\d{1,2}(?:st|nd|rd|th|er|[.º])?\\s(?:of\\s|de\\s)?${MONTH}|${MONTH}\\.?\\s\\d{1,2}(?!\\d)(?:st|nd|rd|th)?`
const CLOCK =
  String.raw`\d{4}-?\d\d-?\d\d[t ]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?(?![\p{L}\d])|` +
  String.raw`\d{1,2}(?:[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m(?!\p{L}))?|\s?[ap]\.?m(?!\p{L})|\s?(?:uhr|h|heures?|horas?|hrs)(?!\p{L}))|` +
  String.raw`\d{4}\s?(?:hrs|gmt|utc|z|est|edt|cet|cest|bst|kst|jst)(?!\p{L})|` +
  '(?<!\\p{L})(?:noon|midnight|mittags?|mitternacht|midi|minuit|mediodía|medianoche)(?!\\p{L})|' +
  String.raw`(?:오전|오후)\s?\d|\d{1,2}\s?시(?!간)|자정|정오`
const WHEN = `(?:${CLOCK}|${DATE}|(?<!\\p{L})${WEEKDAY}|\\d{1,4}\\s?[년월일])`
const has = (pattern: string): ((text: string) => boolean) => {
  const expression = new RegExp(pattern, 'iu')
  return (text) => expression.test(text)
}
/** Whether a text names a day or an hour. */
export const namesWhen = has(WHEN)
const namesHour = has(CLOCK)
const namesDay = has(`${DATE}|(?<!\\p{L})${WEEKDAY}|\\d{1,2}\\s?[월일]`)

const EMBARGO = 'embarg(?:o(?:ed)?|ad[oa])'
/** What an embargo is called wherever it stands. */
const NAME =
  `(?<!\\p{L})(?:${EMBARGO}|not\\sfor\\s(?:release|publication|use|broadcast)|hold\\sfor\\srelease|` +
  '\\p{L}*sperrfrist)(?!\\p{L})|엠바고|보도\\s?(?:시점|유예|일시)'
/** What it is called at the start of a line. In a sentence it is anything: a film is “for release on Friday”. */
const OPENER =
  '(?:for\\srelease|release\\s(?:time|date)|confidential\\suntil|gesperrt\\sbis|frei\\s(?:ab|zur)|' +
  'veröffentlichung\\s(?:erst\\s)?ab|(?:[àa]\\s)?ne\\spas\\s(?:publier|diffuser)\\savant|' +
  'no\\s(?:publicar|difundir)\\s(?:antes|hasta)|prohibida\\ssu\\s(?:difusión|publicación)|' +
  'not\\sto\\sbe\\s(?:published|used|released|broadcast)\\s(?:before|until)|' +
  '(?:do|does)\\snot\\s(?:use|publish|release|run|broadcast)\\s(?:before|until))(?!\\p{L})'
/** “Nicht vor Freitag veröffentlichen” and whatever else a note to the desk may say. */
const IN_NOTE =
  `${NAME}|(?<!\\p{L})(?:${OPENER}|(?:hold|held)\\s(?:\\p{L}+\\s){0,3}(?:until|till?|for\\srelease)(?!\\p{L})|` +
  'for\\suse\\s(?:from|after|at|on)(?!\\p{L})|' +
  "(?:not|don[’']t|never)\\s(?:be\\s)?(?:used?|publish(?:ed)?|released?|run|broadcast)\\s" +
  '(?:it\\s|this\\s)?(?:before|until)(?!\\p{L})|' +
  'nicht\\svor(?!\\p{L})|ne\\spas\\s(?:publier|diffuser)|no\\s(?:publicar|difundir))|보도\\s?(?:금지|바)|이후\\s?보도'

/** Words of such lines beside their times. */
const WORDS =
  'strict(?:ly)?|press|media|new|revised|under|until|till?|to|for|not|before|after|release|publication|publish|use|' +
  'broadcast|then|do|does|hold|only|at|on|of|from|the|date|time|local|eastern|central|pacific|standard|daylight|' +
  'london|hours?|hrs|please|note|or|today|tonight|tomorrow|morning|afternoon|evening|' +
  'früh|vormittag|nachmittag|abend|matin|soir|demain|mañana|tarde|noche|' +
  'ne|no|publicar|difundir|antes|horas?|heures?|erst|' +
  'bis|zum|zur|um|am|ab|auf|neue[rs]?|frei|gesperrt|veröffentlichung|strikte?|achtung|bitte|beachten|mittags?|' +
  'sous|nouvel|strict|jusqu|en|au|aux|à|le|la|les|du|de|partir|publier|diffuser|pas|avant|attention|' +
  'bajo|sob|nuev[oa]|hasta|até|el|los|las|a|al|del|às|partir|atención|' +
  'a\\.?m|p\\.?m|uhr|h|gmt|utc|est|edt|et|cst|cdt|ct|mst|pst|pdt|pt|cet|cest|mez|mesz|bst|kst|jst|hkt|z'
const KOREAN_WORDS = '엠바고|보도|유예|해제|설정|시점|시각|일시|까지|이후|부터|조간|석간|내일|오늘|모레'
const KNOWN = new RegExp(
  `${WHEN}|${NAME}|(?<!\\p{L})(?:${OPENER}|${MONTH}|(?:${WORDS})(?!\\p{L})|` +
    `(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?=[.,]?\\s\\d))|${KOREAN_WORDS}`,
  'giu',
)
/** What happens to an embargo. A headline may say so too, but names no hour. */
const MOVED = new RegExp(
  '(?<!\\p{L})(?:extended|moved|changed|postponed|lifts?|lifted|ends?|expires?|now|is|was|has|been|will|be|' +
    'verlängert|verschoben|endet|levé|prolongé|reporté|ampliado|aplazado|levantado)(?!\\p{L})|연장|변경',
  'giu',
)

/** Words that are neither times nor words of embargoes. */
const others = (text: string): number => (text.replace(KNOWN, ' ').match(/\p{L}+/gu) ?? []).length
/** Words behind the hour of an embargo, at the most: “see note”. */
const MOST_BEHIND = 2
/** Words of a line that may be an embargo, at the most. */
const MOST_IN_DOUBT = 3

/** What may stand before the label of an embargo: no quotation marks, because a quoted word is a word of the copy. */
const SIGNS = String.raw`^[^\p{L}\p{N}'"‘’“”«»「」『』]*`
const FIRST_NAME = new RegExp(NAME, 'iu')
const FIRST_WHEN = new RegExp(WHEN, 'iu')
const isQuoted = (line: string): boolean => /^[^\p{L}\p{N}]*['"‘’“”«»「」『』]/u.test(line)

/** A label in capitals needs no time: “EMBARGOED UNTIL DELIVERY”. */
const IN_CAPITALS = new RegExp(
  String.raw`${SIGNS}(?:(?:STRICTLY |STRICT |UNDER )?EMBARGO(?:ED)?\s*(?:\P{L}*$|:\s*(?:UNTIL|NOT|TB[ACD])(?!\p{L})|` +
    String.raw`(?:FOR RELEASE|FOR PUBLICATION)(?!\p{L})|(?:UNTIL|TILL) DELIVERY(?!\p{L}))|` +
    String.raw`(?:(?:STRICTLY )?EMBARGOED|UNDER EMBARGO)\s+(?:UNTIL|TILL)(?!\p{L})|` +
    String.raw`NOT FOR (?:RELEASE|PUBLICATION) (?:BEFORE|UNTIL)(?!\p{L})|HOLD FOR RELEASE(?!\p{L})|SPERRFRIST:?$)`,
  'u',
)
/** “[엠바고]”, and the line of Korean ministries, which always has a colon or a bracket: “보도시점: 2026. 12. 5. 10:00”. */
const KOREAN_ALONE = /^[[【〔(<]\s*엠바고\s*[\])】〕>]$/u
const KOREAN_LABEL = new RegExp(
  `${SIGNS}(?:보도\\s?(?:시점|유예|일시)\\s*[\\])】〕>:：]|[[【〔(<]\\s*엠바고\\s*[\\])】〕>])`,
  'u',
)

/** Whether a line is nothing but an embargo. */
export function isEmbargo(line: string): boolean {
  if (line.length > LONGEST || isQuoted(line)) return false
  if (IN_CAPITALS.test(line) || KOREAN_ALONE.test(line)) return true
  const when = FIRST_WHEN.exec(line)
  if (!when) return false
  // Behind “[엠바고]” may stand a headline.
  if (KOREAN_LABEL.test(line) && (!/엠바고/u.test(line) || others(line.replace(PLEASE, ' ')) <= MOST_BEHIND))
    return true
  const name = FIRST_NAME.exec(line)
  if (!name) return OPENS.test(line) && others(line) === 0 && namesHour(line) && namesDay(line)
  // “New embargo on Friday”
  if (!LABELLED.test(line)) return others(line) === 0 && (HAS_COLON.test(line) || (namesHour(line) && namesDay(line)))
  if (others(line) === 0) return true
  if (!namesHour(line) || others(line.slice(0, name.index)) > 0) return false
  const between = line.slice(name.index + name[0].length, when.index)
  if (when.index < name.index || others(between.replace(MOVED, ' ')) > 0) return false
  const behind = others(line.slice(when.index))
  // “Embargo ends at midnight” may be a headline.
  if (others(between) > 0) return HOUR.test(line) && behind === 0
  return (/\p{Lu}/u.test(name[0]) && name[0] === name[0].toUpperCase()) || behind <= MOST_BEHIND
}
/** What an embargo begins with. */
const LABELLED = new RegExp(`${SIGNS}(?:(?:strict(?:ly)?|under|sous|bajo|sob)\\s)*(?:${NAME})`, 'iu')
const HAS_COLON = new RegExp(`(?:${NAME})\\s*[:：]`, 'iu')
const PLEASE = /보도(?:하여|해)\s?주시기\s?(?:바랍니다|바람)?/gu
const HOUR = /\d[:.h]\d\d|\d\s?(?:[ap]\.?m|uhr|시)/iu
const OPENS = new RegExp(`${SIGNS}${OPENER}`, 'iu')

/** Whether a line is nothing but a day or an hour, as the second line of an embargo may be. */
export const isOnlyWhen = (line: string): boolean =>
  line.length <= LONGEST && namesWhen(line) && others(line) === 0 && !FIRST_NAME.test(line)

/** Whether a line below an embargo, in the same paragraph, says more of it: “Extended to Friday”, “not for the web”. */
export const goesOnAsEmbargo = (line: string): boolean =>
  line === '' ||
  /^[^\p{L}\p{N}]*(?:\p{Ll}(?!\p{Lu})|N(?:ot|OT)\s(?:for|FOR|to|TO)\s(?!(?:profit|sale|blame)(?!\p{L})))/u.test(line) ||
  INSTANT.test(line) ||
  mayBeEmbargo(line) ||
  (namesWhen(line) && others(line.replace(MOVED, ' ').replace(/(?<=[\d시분일])으?로(?!\p{L})/gu, ' ')) === 0)
const INSTANT = /\d{4}-?\d\d-?\d\d[t ]\d\d:?\d\d/iu

/** What may be an embargo at the start of a line, or copy about one. */
const MAY_OPEN = new RegExp(
  String.raw`${SIGNS}(?:` +
    String.raw`(?:(?:strict(?:ly)?|under|sous|bajo|sob)\s)*${EMBARGO}(?:\s*(?:$|:)|\s+(?:[–—-]\s|until|till?|to\s\d|` +
    String.raw`for\srelease|for\spublication|jusqu|bis|hasta|${CLOCK}|${DATE}))|` +
    String.raw`not\sfor\s(?:release|publication|use)\s(?:before|until)|hold\sfor\srelease|` +
    String.raw`(?:achtung[:!]?\s)?\p{L}*sperrfrist[\s:!]|${OPENER}|nicht\svor\s.{1,60}(?:veröffentlich|publizier)|` +
    // In the middle of a sentence the word has a particle: 엠바고를.
    String.raw`(?:엠바고|보도\s?(?:시점|유예))(?:\s*(?:$|[\])】〕>:：\d])|\s+(?:오전|오후|내일|오늘|모레|자정|정오)|` +
    String.raw`\s?(?:해제|설정|시점|시각|일시)(?:\s?(?:시점|시각|일시))?\s*[:：\d]))`,
  'iu',
)
/** “under strict embargo until”, wherever it stands. */
const UNTIL = new RegExp(
  `(?<!\\p{L})${EMBARGO}[\\s:,]+(?:\\p{L}+\\s){0,3}?(?:until|till?|bis|jusqu|hasta|até)(?!\\p{Ll})`,
  'iu',
)
const ANYWHERE = /sperrfrist(?!\p{L})|엠바고|보도\s?(?:시점|유예)|보도(?:하여|해)\s?주시기/iu

/** Whether a line may say until when copy is held: “Embargoed until delivery”. It may be copy, too. */
export function mayBeEmbargo(line: string): boolean {
  if (isEmbargo(line) || MAY_OPEN.test(line.slice(0, LONGEST))) return true
  // The time may stand in the next line: “Transmission of this release is embargoed until”.
  if (line.length <= LONGEST && /embargoed:?\s+until/iu.test(line)) return true
  if (line.length > LONGEST || !namesWhen(line)) return false
  return ANYWHERE.test(line) || UNTIL.test(line) || (FIRST_NAME.test(line) && others(line) <= MOST_IN_DOUBT)
}

/** Whether a note to the desk speaks of an embargo. */
export const namesEmbargo = has(IN_NOTE)
