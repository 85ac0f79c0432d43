/**
 * Years without a month: “in 2019”, “the 2024 election”, “(2008)”, “1990-95”. A number of four digits is a year only in
 * the shape of a date. Otherwise it counts: “The toll: 2000.”, “About 1900 were hurt.”
 */
import { lazy } from '../../../story/text/lazy'
import { isTitleCase } from '../names'
import { FUNCTION_WORDS } from '../words/functionWords'
import { FIGURE_HEDGE } from './figures'

export const YEAR = lazy(() => /(?<![\p{L}\p{N}.,\p{Sc}])(?:1\p{Nd}|20)\p{Nd}{2}(?![\p{L}\p{N}%‰°]|[.,]\p{Nd})/gu)

const words = (list: string): string => list.trim().replaceAll(/\s+/g, '|')

/** What is counted, also behind a date preposition: “In 2000 people …” counts. */
const COUNTED = lazy(
  () =>
    new RegExp(
      `^[\\s\\u00A0-]?(?:per\\s?cent|(?:${words(`
        years? months? weeks? days? hours? minutes? seconds? people percent thousand million billion trillion lakh crore
        dollars? euros? won yen yuan pounds? tons? tonnes? miles? meters? metres? kilomet(?:er|re)s? feet points?
        troops jobs dead injured hurt wounded killed missing homeless displaced stranded trapped arrested detained
        evacuated infected jobless unemployed casualties fatalities
        menschen leute personen gäste besucher zuschauer fans demonstranten teilnehmer polizisten beamte kinder frauen
        männer mitglieder einwohner bewohner anwohner schüler studenten mitarbeiter beschäftigte arbeiter stellen
        arbeitsplätze haushalte wohnungen häuser betten helfer soldaten tote verletzte flüchtlinge fälle stimmen plätze
        bäume tiere autos seiten tonnen meter kilometer quadratmeter hektar liter kilo gramm grad watt franken prozent
        stunden minuten tage wochen monate jahre mal \\p{L}*opfern? vermisste festgenommene obdachlose
        personnes morts? blessés disparus interpellés sans-abri habitants emplois salariés euros
        personas muertos heridos desaparecidos detenidos damnificados habitantes empleos
      `)}))(?!\\p{L})|^[\\s\\u00A0]?\\p{Sc}`,
      'iu',
    ),
)
/** Behind a space, and nothing but a particle behind it: not the first sign of 대선 or 세계. */
const KOREAN_COUNTER =
  /^[\s\u00A0](?:여\s?)?(?:가구|세대|마리|그루|차례|시간|개월|명|개|번|배|회(?!의)|원|건|분|초|살|척|곳|층|톤|위|채|쌍|평|장|권|통|표|석)(?=[은는이가을를의에도과와로만씩쯤당\s.,]|$)|^[\s\u00A0]여(?=\s)/u

/** Whether the words behind a number are always what it counts: “ people”, “ dead”, “ 명”. */
export const countsAlways = (after: string): boolean => COUNTED().test(after) || KOREAN_COUNTER.test(after)

/** Small words behind which a number dates, whatever follows but what is counted. */
const DATE_PREPOSITION = lazy(
  () =>
    new RegExp(
      `(?:(?<!\\p{L})(?:${words(`
        in since until till during circa ca c ca\\. c\\. late early mid years? before after through throughout
        fiscal FY both spring summer autumn fall winter quarter half season class vintage Q[1-4] born model
        election christmas easter
        seit im ab bis nach vor jahr(?:e|en|es)? anfang mitte ende frühjahr frühling sommer herbst saison
        en depuis dès avant après vers an année années fin début été hiver printemps automne mi exercice
        desde hasta tras año años principios finales mediados temporada nel dal dall['’]anno em anno ano år rok roku
        vuonna vuoden tahun durante hacia (?:year|file|undated),? year\\swas
        as\\s(?:early|late|recently|far\\sback)\\sas
        forward\\sto respecto\\sa rapport\\sà
      `)})|l['’]an|[(\\[/©]|['’]|(?:1\\p{Nd}|20)\\p{Nd}{2}\\s?[–—-]|(?<!\\p{L})(?:mid|pre|post)-)[\\s\\u00A0]?$`,
      'iu',
    ),
)

const HEDGE = lazy(
  () =>
    new RegExp(
      `${FIGURE_HEDGE().source}|(?<!\\p{L})(?:close to|another|an? (?:further|estimated|total of)|estimated|upwards? of|well over|` +
        "environ|près de|plus de|moins de|quelque|au moins|au plus|jusqu[’']à|pas moins de|presque|à peine|" +
        'alrededor de|unos|unas|casi|más de|menos de|cerca de|al menos|por lo menos|como mínimo|' +
        'bis zu|gut|an die|ungefähr|höchstens|maximal|무려|불과|모두|총)[\\s\\u00A0]$',
      'iu',
    ),
)
/** “In about 1900”, “later than 2030”, “from about 1950”. */
const DATE_BEFORE_HEDGE =
  /(?<!\p{L})(?:in|since|until|till|from|by|before|after|earlier|later|sooner|dating|of|um|seit|depuis|desde)[\s\u00A0]$/iu
/** Hedges that are also prepositions of events: “over 2020 election”. */
const EVENT_HEDGE = /(?<!\p{L})(?:about|around|over|under|only|just)[\s\u00A0]$/iu

/** "The toll reached 2000", "killed 2000". */
const AMOUNT_BEFORE = lazy(
  () =>
    new RegExp(
      `(?<!\\p{L})(?:${words(`
        reach(?:ed|es|ing)? totall?(?:ed|s|ing) hit passed exceed(?:ed|s|ing)? topp(?:ed|ing) number(?:ed|s|ing)
        kill(?:ed|s|ing)? injur(?:e|es|ed|ing) wound(?:ed|s|ing)? hurts? arrest(?:ed|s|ing)? detain(?:ed|s|ing)?
        employ(?:ed|s|ing)? hir(?:e|es|ed|ing) displac(?:e|es|ed|ing) evacuat(?:e|es|ed|ing) rescu(?:e|es|ed|ing)
        lea(?:ve|ves|ving)|left lost|los(?:e|es|ing) claim(?:ed|s|ing)? trap(?:s|ped|ping)? strand(?:ed|s|ing)?
        than as
      `)})[\\s\\u00A0]$`,
      'iu',
    ),
)
const GERMAN_AMOUNT =
  /(?<!\p{L})(?:forder(?:t|te|ten)|kostet(?:e|en)?|zähl(?:t|te|ten)|beschäftig(?:t|te|ten|en)|verletzt(?:e|en)|tötet(?:e|en)|entlie(?:ß|ßen)|entlassen|streich(?:t|en)|strich|evakuiert(?:e|en)|rettet(?:e|en)|umfass(?:t|te))[\s\u00A0]$/iu

/** People who can be counted, in small letters or capitals. */
const PEOPLE = lazy(
  () =>
    new RegExp(
      `^(?:${words(`
        people men women children kids boys girls staff police personnel crew cattle sheep souls others members
        \\p{L}{2,}(?:ers|ors|ists|ants|ents|ees|ians|men|women) civilians victims survivors residents families
        households fans nurses troops
      `)})(?!\\p{L})`,
      'iu',
    ),
)
const NO_PEOPLE =
  /^(?:numbers|papers|orders|powers|matters|quarters|dinners|errors|factors|\p{L}*(?:ments|events|talents))$/iu
const THINGS = lazy(
  () =>
    new RegExp(
      `^(?:${words(`
        homes houses buildings villages towns schools hospitals jobs posts positions cars vehicles trucks boats ships
        planes flights trains buses cases deaths arrests injuries complaints tickets copies units shares votes seats
        beds rooms apartments flats trees animals birds cows pigs dogs eggs bodies graves tanks missiles rockets drones
        bombs shells mines acres hectares pages books songs calls messages letters emails times steps stores shops
        branches companies firms businesses farms lives
      `)})(?!\\p{L})`,
      'iu',
    ),
)
/** Plurals that a year names: “2016 elections”. */
const DATED_PLURAL =
  /^(?:elections?|results|figures|levels|polls|games|olympics|paralympics|midterms|primaries|caucuses|championships|finals|playoffs|talks|rules|estimates|forecasts|earnings|accords|awards|rankings|standards|sanctions|midterms|data)$/iu

const COUNT_NOUN =
  /(?<!\p{L})(?:crowds?|tolls?|totals?|numbers?|staff|groups?|population|force|fleet|workforce|team|audience|maximum|minimum|loss(?:es)?|sum|figure|capacity|army|mob|gathering|list|sample|turnout|average|height|altitude|quota|cost|price|fee|fine|target|limit|majority|membership|dozens|photos?|pictures?|images?|foule|bilan|effectif|nombre|multitud|grupo|cifra|número|saldo)[\s\u00A0](?:of|de)[\s\u00A0]$/iu
const DATED_OF =
  /(?<!\p{L})(?:the[\s\u00A0](?:[\p{L}'’-]+[\s\u00A0]){0,3}\p{L}+|\p{Lu}[\p{L}\p{M}.]*|spring|summer|autumn|fall|winter|end|start|beginning|middle|half|quarter|rest|most|much|part|all|months?|weeks?|days?|season|years?|as|class|late|early)[\s\u00A0]of[\s\u00A0]$/u
const CHANGED =
  /(?<!\p{L})(?:rose|fell|grew|climbed|dropped|jumped|shrank|swelled|soared|plunged|rises|falls|up|down|increased|decreased|outnumbered)[\s\u00A0]by[\s\u00A0]$/iu
const CHANGED_FROM =
  /(?<!\p{L})(?:rose|fell|climbed|dropped|jumped|swelled|soared|plunged|up|down|increased|decreased)[\s\u00A0]from[\s\u00A0]$/iu
const FROM_TO = /from[\s\u00A0](?:1\p{Nd}|20)\p{Nd}{2}[\s\u00A0](?:to|through)[\s\u00A0]$/iu
const THEN = /^[\s\u00A0](?:a|an|last|the|in|earlier|previously|just)(?!\p{L})/u
/** “After 2000 were hurt”: a clause. */
const BEFORE_CLAUSE = /(?<!\p{L})(?:after|before)[\s\u00A0]$/iu
const FATE = /^[\s\u00A0](?:were|are|have|had|died|fell|fled|left|lost|could|might|may)(?!\p{L})/u
const BACK_TO =
  /(?<!\p{L})(?:back|prior|compared|relative|dat(?:e|es|ed|ing)|similar|close|return(?:s|ed|ing)?|due|up)[\s\u00A0]to[\s\u00A0]$/iu
const PAID_FOR =
  /(?<!\p{L})(?:sold|bought|paid|fined|priced|asked|go(?:es)?|went)[\s\u00A0](?:\p{L}+[\s\u00A0])?for[\s\u00A0]$/iu
const DETERMINER =
  /(?<!\p{L})(?:the|an?|this|that|his|her|its|their|our|my|your|whose|\p{L}+['’]s|\p{L}+s['’])[\s\u00A0](?:[\p{L}-]+[\s\u00A0])?$/iu
const ARTICLE = /(?<!\p{L})(?:the|an?|this|that|\p{L}+['’]s|\p{L}+s['’])[\s\u00A0]$/iu
const EARLIER_YEAR =
  /(?<![\p{L}\p{N}.,\p{Sc}])((?:1\p{Nd}|20)\p{Nd}{2})(?:,|,?\s(?:and|or|und|oder|et|ou|y|e|o|puis|to|through|bis|à|a|al))[\s\u00A0](?:in[\s\u00A0])?$/u
/** “1990-2000”, “1990 to 2000”, “2019/20”: what is counted stands behind the second number. */
const RANGE_BEHIND =
  /^(?:\s?[–—-]\s?\p{Nd}{2,4}|\/\p{Nd}{2,4}|,?\s(?:and|or|to|through|und|oder|bis|et|ou|y|à|a|al)\s\p{Nd}{4})(?!\p{Nd})/u
const RANGE_BEFORE = /(?:1\p{Nd}|20)\p{Nd}{2}\s?[–—-]\s?$/u

const EARLY_YEAR = /(?<!\p{L})(?:in|since|anno|Jahr|seit|en|depuis|desde|año)[\s\u00A0]$/iu
const SENTENCE_START = /(?:^|[.!?:]['"“”’»]?\s)['"“„«]?$/u
const YEAR_VERB = /^[\s\u00A0](?:was|is|saw|marked|brought|began|ended|has been|will be remembered)(?!\p{L})/u
const EVENT_NAME =
  /(?<!\p{L})(?:Euro|Expo|Agenda|Vision|Copa|Mundial|Olympics|Cup|Windows|Office|Paris|Tokyo|London|Rio|Sochi|Beijing)[\s\u00A0]$/u
const NAME_BEFORE = /(?:[\p{Ll}\p{N},;’”)][\s\u00A0]|[\p{Ll}][’'])\p{Lu}[\p{L}\p{M}.’'-]*,?[\s\u00A0]$/u
const PLACE_BEFORE = /\p{Lu}[\p{L}\p{M}.]*,[\s\u00A0]$|\p{Lu}{3,}\.?[\s\u00A0]\p{Nd}{1,2},[\s\u00A0]$/u
/** “(Smith, 2019; Kim 2020)”, “(m. 1949; div. 1964)”. */
const IN_BRACKETS = /[([][^()[\]]*(?:[.,;\]]|\p{Lu}[\p{L}\p{M}]*|&)[\s\u00A0]$/u
const IN_BRACKETS_AFTER = /^(?:[);:,]|[\s\u00A0]\[)/u
const CJK = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}]/u
const ERA = /^[\s\u00A0](?:BCE?|CE|AD|A\.D\.|B\.C\.|aC|d\.?C\.?|a\.C\.|rok[ui]?|r\.)(?!\p{L})|^['’]s(?!\p{L})/u

/**
 * Whether four digits are a year. `isBare`: the sentence is in a language that names years without a small word, as
 * German does, or in one that nobody looks at.
 */
export function isYear(text: string, from: number, to: number, isBare: boolean): boolean {
  const range = RANGE_BEFORE.exec(text.slice(Math.max(0, from - 8), from))?.[0].length ?? 0
  const start = from - range
  const before = text.slice(Math.max(0, start - 96), start)
  const behind = text.slice(to, to + 64)
  const after = behind.slice(RANGE_BEHIND.exec(behind)?.[0].length ?? 0)
  if (countsAlways(after)) return false
  // Before 1800 only "in 1788" dates: 1,500 is also written 1500.
  if (/^1[0-7]/u.test(text.slice(from, to)))
    return EARLY_YEAR.test(before) && !/^[\s\u00A0]\p{L}{3,}(?:s|en|er)(?!\p{L})/u.test(after)
  if (ERA.test(after)) return true
  const hedge = HEDGE().exec(before)
  if (hedge && DATE_BEFORE_HEDGE.test(before.slice(0, hedge.index))) return !countsNext(after)
  if (hedge && !isEvent(before, after)) return false
  if (isAmount(before)) return false
  const earlier = EARLIER_YEAR.exec(before)
  if (earlier && !FROM_TO.test(before)) {
    const at = start - before.length + earlier.index
    return isYear(text, at, at + 4, isBare)
  }
  const changed = FROM_TO.exec(before)
  if (changed) return !CHANGED_FROM.test(before.slice(0, changed.index) + 'from ')
  if (BEFORE_CLAUSE.test(before) && FATE.test(after)) return false
  if (DATE_PREPOSITION().test(before)) return true
  if (range > 0 || /^\s?[–—/-]\s?\p{Nd}{2,4}(?!\p{Nd})/u.test(behind)) return !countsNext(after)
  const weak = afterWeakPreposition(before, after, behind)
  if (weak !== undefined) return weak
  if (CJK.test(before.slice(-2)) || CJK.test(after.slice(0, 2))) return true
  if (isBare) return !(GERMAN_AMOUNT.test(before) && /^[\s\u00A0](?:\p{Ll}+[\s\u00A0])?\p{Lu}/u.test(after))
  if (DETERMINER.test(before)) return !countsNext(after, false) && (!ARTICLE.test(before) || namesNext(after))
  if (SENTENCE_START.test(before) && YEAR_VERB.test(after)) return true
  if (IN_BRACKETS.test(before) && IN_BRACKETS_AFTER.test(behind)) return true
  if (PLACE_BEFORE.test(before) && /^(?:[.;)]|$)/u.test(after)) return true
  if (EVENT_NAME.test(before) || (NAME_BEFORE.test(before) && !isTitleCase(text))) return !countsNext(after)
  return namesNext(after) && !countsNext(after)
}

/** Whether a small word or an article before a year says that it dates. `from`: where the year begins. */
export function isDatedByWord(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - 24), from)
  return DATE_PREPOSITION().test(before) || WEAK_PREPOSITION.test(before) || DETERMINER.test(before)
}

/** “Charged over 2020 election”: no hedge, but a preposition. */
const isEvent = (before: string, after: string): boolean =>
  EVENT_HEDGE.test(before) && namesNext(after) && !countsNext(after)

const isAmount = (before: string): boolean =>
  AMOUNT_BEFORE().test(before) &&
  !/(?<!\p{L})(?:earlier|later|sooner|as (?:recently|late|early|far back)) (?:than|as)[\s\u00A0]$/iu.test(before)

const WEAK_PREPOSITION =
  /(?<!\p{L})(by|from|between|for|to|of|von|zwischen|de|du|del|el|entre|para|pour|and|or)[\s\u00A0]$/iu

/** Behind small words that date and count. Undefined if there is none. */
function afterWeakPreposition(before: string, after: string, behind: string): boolean | undefined {
  const small = WEAK_PREPOSITION.exec(before)
  if (!small) return undefined
  if (countsNext(after) && small[1] !== 'By') return false
  switch (small[1]?.toLowerCase()) {
    case 'and':
    case 'or':
      return namesNext(after)
    case 'by':
      return !CHANGED.test(before)
    case 'from':
      return !(CHANGED_FROM.test(before) && (THEN.test(after) || /^[\s\u00A0]to[\s\u00A0]\p{Nd}/u.test(behind)))
    case 'for':
      return !PAID_FOR.test(before)
    case 'to':
      return BACK_TO.test(before) || namesNext(after)
    case 'of':
      return !COUNT_NOUN.test(before) && (DATED_OF.test(before) || namesNext(after))
    default:
      return !COUNT_NOUN.test(before)
  }
}

const NEXT = /^[\s\u00A0]([\p{L}\p{M}][\p{L}\p{M}'’-]*)(?:[\s\u00A0]([\p{L}\p{M}'’-]+))?/u
const ADJECTIVE =
  /^(?:new|more|extra|additional|other|young|old|older|elderly|local|foreign|empty|small|large|big|unarmed|armed|sick|poor|homeless|\p{L}{2,}(?:ish|ese|ian|ean)|part-time|full-time)$/iu

/** “2000 workers”, “2000 empty homes”. `bare`: no determiner stands before, so any other plural is counted too. */
export function countsNext(after: string, bare = true): boolean {
  const [, next = '', second = ''] = NEXT.exec(after) ?? []
  const counted = (word: string): boolean =>
    (PEOPLE().test(word) && !NO_PEOPLE.test(word)) || THINGS().test(word) || (bare && isPlural(word))
  return counted(next) || (ADJECTIVE.test(next) && counted(second))
}

const isPlural = (word: string): boolean =>
  /^\p{Ll}{3,}s$/u.test(word) &&
  !/(?:ss|us|is|ics|'s|’s)$/u.test(word) &&
  !DATED_PLURAL.test(word) &&
  !smallWords().has(word)

const smallWords = lazy(
  () =>
    new Set(
      `${FUNCTION_WORDS['en'] ?? ''} ${FUNCTION_WORDS['fr'] ?? ''} ${FUNCTION_WORDS['es'] ?? ''} yesterday today tonight
      tomorrow overnight again already alone apiece here away ago strong altogether daily nightly weekly worldwide
      nationwide plus fewer extra more less soon later earlier together elsewhere behind below above across around
      may might must shall cannot die flee face lose join turn live work remain attend march protest walk fell took went
      came fought saw fled ran stood sat got gave held met won show rally strike gather quit leave get go see wait
      per versus onward onwards amid despite upon like ont sont furent étaient seront fueron serán estaban`
        .trim()
        .split(/\s+/),
    ),
)

/** Behind what a year can stand as an adjective: “2024 election”, “2012 Olympics”, “2016 elections”. */
function namesNext(after: string): boolean {
  const next = /^(?:[\s\u00A0]|-(?!\p{Nd}))([\p{L}\p{M}][\p{L}\p{M}'’-]*)/u.exec(after)?.[1]
  if (next === undefined) return false
  if (DATED_PLURAL.test(next) || /^\p{Lu}/u.test(next)) return true
  if (smallWords().has(next) || next.length < 3) return false
  if (/(?:ed|ly)$/u.test(next)) return false
  return !next.endsWith('ing') || EVENT_ING.test(next)
}
const EVENT_ING =
  /^(?:shooting|bombing|killing|meeting|ruling|hearing|filing|stabbing|crossing|landing|sinking|uprising|building|hacking|opening|signing|wedding|spring|poisoning|offering|sitting|beginning)$/u
