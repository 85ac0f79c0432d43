/**
 * Superlatives and comparisons: first, most, largest, "the only", never, record, "a 10-year high", "higher than", "for
 * the first time in six years", "not … since 2019"; größte, erstmals; 최초, 6년 만에; 最大, 6年ぶり.
 *
 * Does not see: praise without a comparison (historic, leading, top), comparisons by "like" or "as … as", superlatives
 * of languages other than English, German, Korean, Japanese and Chinese, irony.
 */
import { lazy } from '../../story/text/lazy'
import type { Statement } from './statement'

const NUMBER =
  '(?:\\p{Nd}[\\p{Nd},.]*|an?|the|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|' +
  'thirty|forty|fifty|many|several)'
const SPAN = '(?:years?|decades?|months?|weeks?|days?|centur(?:y|ies)|generations?|seasons?)'
const PERIOD = `(?:(?:in|for)\\s+(?:(?:more than|nearly|almost|at least|about|over|roughly|some|around|the past|the last)\\s+)?${NUMBER}[\\s-]${SPAN}|since\\s+(?:the\\s)?(?:\\p{L}+\\s){0,2}\\p{Nd}{4}s?|since\\s+World\\sWar\\s\\p{L}+|in\\s(?:\\p{L}+\\s)?(?:history|memory)|of\\sall\\stime|on\\srecord|ever|in\\sthe\\sworld)`
/** The period of a superlative, in the same clause. */
const TAIL = lazy(() => new RegExp(`^[^.;:!?"“”„«»\\n]{0,60}?\\b${PERIOD}\\b`, 'iu'))
const NOT_SINCE = lazy(() => new RegExp(`\\b(?:not|no|nobody|nothing)\\b|\\p{L}n['’]t\\b`, 'giu'))

const NO_SUPERLATIVE = new Set(
  (
    'interest disinterest request protest arrest test west northwest southwest midwest rest guest forest ' +
    'rainforest harvest conquest invest reinvest divest suggest ' +
    'contest honest dishonest modest manifest digest quest nest vest pest chest crest zest jest behest ' +
    'bequest attest detest ingest infest molest earnest tempest ' +
    'inquest unrest wrest lest latest budapest bucharest everest priest hest fest est best brest trieste ' +
    'ernest podest palimpsest retest ' +
    'breast backrest armrest headrest footrest bookfest gabfest'
  ).split(' '),
)
/** An optional count or rank before, "two largest", "second-largest". */
const RANK =
  '(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\p{Nd}+(?:st|nd|rd|th))[- ' +
  ']|(?:two|three|four|five|ten|\\p{Nd}+)\\s)?'

interface Pattern {
  readonly find: RegExp
  readonly keep?: (words: string) => boolean
}

const ENGLISH = lazy<readonly Pattern[]>(() => [
  { find: new RegExp(`\\b${RANK}(\\p{L}{2,}est)\\b`, 'giu'), keep: (word) => !NO_SUPERLATIVE.has(word.toLowerCase()) },
  {
    find: /(?<!\b(?:at|from the)\s)\b(first)\b(?!-?\s?(?:lady|ladies|name|names|responders?|aid|minister|of all|degree|hand|person|floor|half|quarter|reading|amendment|grade|class|cousins?)\b)(?!\s?(?:,|-hand))/giu,
  },
  { find: /(?<!\b(?:at|for the)\s)\b(most|least)\b(?!\s(?:likely|recent|recently|notably|importantly|of all)\b)/giu },
  { find: /(?<!\bat\s)\b(best|worst)\b(?!-|\s(?:wishes|man|practices?|of luck|interests?)\b)/giu },
  { find: /\b((?:the|an?|his|her|its|their|our|my)\sonly)\b/giu },
  { find: /\bthe\s(last)\s(?:time|of|remaining|surviving|known)\b/giu },
  { find: /\b(never|unprecedented|unparalleled|unmatched|unrivaled|unrivalled|all-time)\b/giu },
  { find: /\b(no other|more than any|than any other|than ever)\b/giu },
  {
    find: /\b(record)(?=[- ](?:high|low|number|level|profit|loss|turnout|sales|amount|sum|year|time|\p{Sc}?\p{Nd}|breaking|setting|heat|cold|rainfall|exports|imports|crowd))|\b(?:new|world|broke the|set a|beat the|breaking the|a)\s(record)\b(?!\sof)|(?<!\bthe\s)\b(on record)\b|\b(record)(?=\s(?:was|is|were|has been|had been)\s(?:broken|beaten|set|smashed|equalled)\b)/giu,
  },
  { find: /\b(more|fewer|less)\s(?!than\b|likely\sthan\snot\b)(?:\p{L}[\p{L}\p{M}’'-]*\s){1,3}than\b/giu },
  {
    find: new RegExp(
      `\\b((?:\\p{Nd}+|two|three|four|five|six|seven|eight|nine|ten|twenty|multi)-(?:year|month|week|day|decade)s?[- ](?:high|low|peak|record))\\b`,
      'giu',
    ),
  },
  {
    find: /\b((?:more|less|fewer)\sthan)\b(?!\s(?:an?\b|one|two|three|four|five|six|seven|eight|nine|ten|half|twice|\p{Sc}?\p{Nd}|\p{L}+ty\b|eleven|twelve|\p{L}+teen|dozens?|hundreds?|thousands?|any))/giu,
  },
  {
    find: /\b(\p{L}{2,}er\sthan)\b/giu,
    keep: (words) => !/^(?:other|rather|either|neither|whether|never|fewer|further)\s/iu.test(words),
  },
])
const GERMAN = lazy<readonly Pattern[]>(() => [
  {
    find: /(?<![\p{L}])((?:größt|grösst|höchst|niedrigst|kleinst|längst|kürzest|ältest|jüngst|schlechtest|schlimmst|schwerst|stärkst|schwächst|schnellst|reichst|ärmst|teuerst|billigst|wichtigst|mächtigst|heißest|kältest|meist|wenigst|tiefst|bedeutendst|erfolgreichst|best)(?:e[nrms]?)|erste[nrms]?(?!\s(?:Bürgermeister|Hilfe|Weltkrieg|Klasse|Bundesliga|Liga|Hälfte|Halbzeit|Halbjahr|Quartal|Drittel|Lesung|Stock|Advent|Mai)\p{Ll}*(?!\p{L}))|erstmals|einzige[nrms]?|noch nie|nie zuvor|niemals|beispiellos\p{Ll}*|Rekord\p{Ll}*|zum ersten Mal|am \p{Ll}+sten|(?:mehr|weniger|\p{Ll}{3,}er) als(?! \p{Nd}))(?![\p{L}])/giu,
    keep: (words) =>
      !/^(?:erster stelle|jüngsten|oder als|aber als|immer als|später als|früher als|einer als)/iu.test(words),
  },
])
const BY_SCRIPT = lazy<readonly Pattern[]>(() => [
  {
    find: /(사상\s?(?:최초|처음|최대|최고|최저|최악|최다)|역대\s?(?:최[초대고저악다장단소])?|최[초대고저악다장단연](?!\p{sc=Hangul}{0,1}국장|한(?!국)|\s?\p{Nd}|(?<=고)(?:위원|위급|경영|인민회의|지도자|사령관|재무|기술|운영|책임자|법원|형))|(?<=\p{sc=Hangul})보다(?=\s(?:더|덜|훨씬|크게|소폭|많|적[은게었]|높|낮|늘|줄|크[다게고]|작[다은아]|빠르|느리|앞[서섰]|뒤[지처]|\p{Nd}))|처음|첫(?=\s|\s?번째)|가장|유일|전례\s?없|(?<![\p{Nd},])\p{Nd}[\p{Nd},]*\s?(?:여\s?)?(?:년|개월|주|일|달|분기)\s?만에|(?<=\p{Nd}{4}년\s?)(?:이래|이후))/gu,
  },
  {
    find: /(過去最\p{sc=Han}|史上\p{sc=Han}{0,2}|最(?![近後后終终新中早])\p{sc=Han}|初めて|初の|唯一|世界一(?!流)|首次|首[个個]|前所未有|(?<![\p{Nd}〇一二三四五六七八九十])[\p{Nd}〇一二三四五六七八九十]+(?:年|か月|ヶ月|カ月)ぶり)/gu,
  },
])

export function findSuperlatives(text: string, language: string): readonly Statement[] {
  const patterns = [
    ...(language === 'en' ? ENGLISH() : language === 'de' ? GERMAN() : []),
    ...(/[\u3040-\u9FFF\uAC00-\uD7AF]/u.test(text) ? BY_SCRIPT() : []),
  ]
  const found = patterns.flatMap(({ find, keep }) =>
    [...text.matchAll(find)].flatMap((match) => {
      const core = match.slice(1).find((group) => group !== undefined) ?? match[0]
      return keep && !keep(core) ? [] : [statement(text, match, core, language)]
    }),
  )
  return language === 'en' ? [...found, ...negatedPeriods(text)] : found
}

function statement(text: string, match: RegExpExecArray, core: string, language: string): Statement {
  const end = match.index + match[0].length
  const coreFrom = match.index + match[0].lastIndexOf(core)
  const tail = language === 'en' ? (TAIL().exec(text.slice(end, end + 130))?.[0].length ?? 0) : 0
  return { kind: 'superlative', from: match.index, to: end + tail, coreFrom, coreTo: coreFrom + core.length }
}

/** In "has not met in six years" a tag must cover the period. */
function negatedPeriods(text: string): readonly Statement[] {
  return [...text.matchAll(NOT_SINCE())].flatMap((match) => {
    const end = match.index + match[0].length
    const tail = TAIL().exec(text.slice(end, end + 130))?.[0]
    if (tail === undefined) return []
    const period = new RegExp(`\\b${PERIOD}$`, 'iu').exec(tail)
    const to = end + tail.length
    const number = to - (period?.[0].replace(/^(?:in|for|since|of)\s+/iu, '').length ?? tail.length)
    return [{ kind: 'superlative', from: match.index, to, coreFrom: number, coreTo: to }]
  })
}
