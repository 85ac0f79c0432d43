/**
 * Points that end no sentence: those of ordinals (“3. Oktober”), of dates (“2020. 3. 5.”) and of abbreviations (“3 Mio.
 * Euro”, “Calif. Tuesday”). Version 3 of the sentence rule (sentences.ts), so never changed: a new list is a new
 * version. In doubt the sentence goes on: a longer one loses a tick too early, a shorter one keeps it too long.
 */
/** Whether the sentence goes on after the mark at `at`, which ends at `end`. */
export type OpenEnds = (at: number, mark: string, end: number) => boolean

/** For one graf. */
export function openEnds(text: string): OpenEnds {
  let german: boolean | undefined
  const isGerman = (): boolean => (german ??= readsAsGerman(text))
  return (at, mark, end) => {
    if (!/^\.["'“”‘’»«」』)\]]*$/u.test(mark)) return false
    const next = text.slice(end, end + 80).replace(/^[\s"'“”‘’»«„「『([]+/u, '')
    if (next === '') return false
    const before = text.slice(Math.max(0, at - 40), at)
    const number = NUMBER.exec(before)?.[0]
    return number === undefined
      ? isOpenWord(before, next, isGerman)
      : isOpenNumber(number, before, mark, next, isGerman)
  }
}

/** Whether a word with a point is an abbreviation that no clear beginning of a sentence follows. */
export const isAbbreviated = (word: string): boolean =>
  NEVER_LAST.has(word.toLowerCase()) || SELDOM_LAST.has(word.toLowerCase()) || STATES.has(word) || DOUBLED.test(word)

/** A number that is no part of a longer one, of an amount or of a share. */
const NUMBER = /(?<![\p{L}\p{M}\p{N}.,:%‰\p{Sc}])\p{Nd}{1,4}$/u
const WITHOUT_CAPITALS = '[\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const BEHIND_DAY = new RegExp(`^${WITHOUT_CAPITALS}`, 'u')
const DAY_BEHIND = new RegExp(`^\\p{Nd}{1,2}\\.[)\\]]*\\s*(?:[12]\\p{Nd}{3}(?!\\p{Nd})|${WITHOUT_CAPITALS})`, 'u')

function isOpenNumber(number: string, before: string, mark: string, next: string, isGerman: () => boolean): boolean {
  if (number.length > 3) return isInDate(before, next)
  if (number.length <= 2 && (BEHIND_DAY.test(next) || isInDate(before, next))) return true
  if (mark !== '.') return false
  return COUNTED.test(next) || (isGerman() && goesOnInGerman(next))
}

/** “2020. 3. 5. 이후”, “3. 5. 2020” */
const isInDate = (before: string, next: string): boolean =>
  DAY_BEHIND.test(next) ||
  (/(?<!\p{Nd})[12]\p{Nd}{3}$/u.test(before) && /^\p{Nd}{1,2}\.\s?\p{Nd}{1,2}\./u.test(next)) ||
  (/(?<!\p{Nd})[12]\p{Nd}{3}\.\s?\p{Nd}{1,2}$/u.test(before) && /^\p{Nd}{1,2}\./u.test(next)) ||
  (/(?<!\p{Nd})\p{Nd}{1,2}\.\s?\p{Nd}{1,2}$/u.test(before) && /^[12]\p{Nd}{3}(?!\p{Nd})/u.test(next))

function isOpenWord(before: string, next: string, isGerman: () => boolean): boolean {
  const word = /[\p{L}\p{M}]+$/u.exec(before)?.[0] ?? ''
  const lower = word.toLowerCase()
  if (NEVER_LAST.has(lower) || (word === lower && DEGREES.has(word)) || word === 'MM') return true
  if (/(?<!\p{L})(?:d\.\s?h|p\.\s?ex)$/iu.test(before)) return true
  if (BEFORE_NUMBER.has(lower) && /^\p{Nd}/u.test(next)) return true
  if (/^(?:No|So)$/u.test(word)) return COUNTRIES.test(next)
  if (/(?<!\p{L})[IVXLC]{2,}$/u.test(before)) return isGerman() && goesOnInGerman(next)
  return (isAbbreviated(word) || SHORT.test(before)) && !BEGINS.test(next)
}

/** “z. B.”, “u. a.”: one small letter, but not “y a.” */
const SHORT = /(?<![\p{L}\p{M}\p{N}])(?:(?:\p{L}\.\s?)+\p{Ll}|[zduivnsmehcb])$/u
/** “EE. UU.”, “FF. AA.” */
const DOUBLED = /^(\p{Lu})\1$/u

export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const NEVER_LAST = setOf('abt bspw evtl ggf inkl exkl zzgl abzgl bzgl einschl vgl atty asst assoc mgr srta gral cnel')
/** In small letters only: “Dr. med. Meier”, but Phil. */
const DEGREES = setOf('med phil jur rer nat habil theol vet dent oec pol sog stellv')
/** May end a sentence, if a word follows that begins one. */
const SELDOM_LAST = setOf('mio mrd tsd std min sek okt dez chr jh jhd tues thurs')
const BEFORE_NUMBER = setOf('num núm pag pág kap abs ziff bd cap')
/** As the Associated Press shortens them. */
const STATES = setOf(
  'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn ' +
    'Tex Vt Va Wash Wis Wyo',
)
/** “No. Korea”, “So. Dakota” */
const COUNTRIES = /^(?:Korea|Ireland|Vietnam|Yemen|Sudan|Macedonia|Africa|America|Carolina|Dakota)/u

/** What German counts with a point, also where nothing else shows that a text is German. */
const COUNTED = new RegExp(
  `^(?:${
    'Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Mär|Apr|' +
    'Jun|Jul|Aug|Sept?|Okt|Nov|Dez|Jahrhunderts?|Jahrtausends?|Jh|Jhd|Jhdt|Mal|Platz|Rang|FC|FSV|SC|SV|TSV|VfB|VfL|' +
    'SpVgg|Bundesliga|Liga|Weltkrieg(?:e?s)?|Stock|Etage|Klasse|Runde|Spieltage?s?|Minute|Tage?s?|Woche|Jahre?s?|' +
    'Jahrestage?s?|Geburtstage?s?|Todestage?s?|Auflage|Division|Armee|Bezirk|Halbzeit|Sitzung|Etappe|Wahlgang|' +
    'Kapitel|Senat|Strafsenat|Zivilsenat|Kammer|Quartal|Semester|Lesung'
  })(?![\\p{L}\\p{M}])`,
  'u',
)

const GERMAN_BEGINNINGS =
  'Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einem|Einer|Er|Sie|Es|Wir|Ich|Ihr|Ihre|Man|Dies|Diese|Dieser|Dieses|Diesen|' +
  'Diesem|Jetzt|Nun|Dann|Danach|Da|Dabei|Damit|Dafür|Dagegen|Daher|Darum|Darauf|Dazu|Deshalb|Doch|Aber|Und|Oder|Denn|' +
  'Auch|Nach|Vor|Bei|Beim|Mit|Im|In|Am|An|Auf|Aus|Für|Von|Vom|Zum|Zur|Zu|Seit|Während|Wenn|Als|Ob|Weil|Obwohl|Bis|' +
  'Wie|Was|Wer|Wo|Warum|Hier|Dort|Heute|Gestern|Zuvor|Später|Zudem|Außerdem|Allerdings|Jedoch|Trotzdem|So|Noch|Nur|' +
  'Nicht|Kein|Keine|Viele|Mehrere|Beide|Sein|Seine|Unter|Über|Gegen|Durch|Ohne|Um|Zwischen|Laut|Insgesamt'
const beginsWith = (words: string): RegExp => new RegExp(`^(?:${words})(?=[\\s,])`, 'u')
const BEGINS_GERMAN = beginsWith(GERMAN_BEGINNINGS)
export const BEGINS = beginsWith(
  `${GERMAN_BEGINNINGS}|The|A|An|He|She|It|They|We|I|You|This|That|These|Those|But|And|Or|On|At|By|For|From|After|` +
    'Before|When|While|If|No|Not|His|Her|Their|Its|There|Since|Then|However|Meanwhile|Le|La|Les|Un|Une|Il|Elle|Ils|' +
    'Elles|Nous|Vous|Ce|Cette|Ces|Mais|Et|Dans|En|Pour|Par|Avec|Sur|Selon|Après|Avant|El|Los|Las|Una|Con|Para|Pero|' +
    'Y|Sin|Según|Su|Sus|Este|Esta|Ese|Esa|Desde|Hasta|Cuando|Como|Tras|Ante|Al|Lo|Se|También|Además',
)

const goesOnInGerman = (next: string): boolean => /^[\p{Lu}\p{Nd}]/u.test(next) && !BEGINS_GERMAN.test(next)

const WORDS = /[\p{L}\p{M}]+/gu
const GERMAN = setOf(
  'der das dem und nicht mit für von vom zur zum im ist sind wurde wurden wird ein eine einen einem einer auf bei ' +
    'beim nach aus über sich auch haben sie wir zu dass seit gegen bis oder aber noch nur durch vor unter zwischen am den des',
)
const OTHER = setOf(
  'the of and to that was for with it this are but they he she his on at by from le la les et est que qui dans pour ' +
    'du une el los las en y con del por al het een van il di che per och det att som',
)

/** Whether a graf has more small words of German than of other languages with capitals, or at least its letters. */
function readsAsGerman(text: string): boolean {
  let [german, other] = [0, 0]
  // A name is no sign: Ursula von der Leyen.
  for (const word of text.replace(/(?<!\p{L})(?:von|van)\s(?:de[rmn]\s)?(?=\p{Lu})/gu, '').match(WORDS) ?? []) {
    const lower = word.toLowerCase()
    if (GERMAN.has(lower)) german++
    if (OTHER.has(lower)) other++
  }
  return german > other || (german + other === 0 && /[äöüß]/iu.test(text))
}
