/**
 * Names of people, places and bodies, by their capitals, in scripts that have them.
 *
 * Does not see: names in Korean (see koreanNames.ts), Chinese, Japanese, Arabic and other scripts without capitals, a
 * single word at the start of a sentence, single nouns in German, names in headlines set in title case or capitals.
 */
import { lazy } from '../../story/text/lazy'
import { overlapAny, type Region, type Statement } from './statement'

const ABBREVIATED = '(?:Gov|Sen|Rep|Gen|Lt|Col|Maj|Capt|Sgt|Prof|Rev|Hon|Dr|Mr|Mrs|Ms|St|Jr|Sr)\\.(?=[ \\u00A0])'
const WORD = `(?:${ABBREVIATED}|(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{LC}\\p{M}\\p{N}]*(?:[.’'&-]\\p{LC}[\\p{LC}\\p{M}]*)*)`
const SEQUENCE = lazy(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{M}\\p{N}’'-])${WORD}(?:[ \\u00A0](?:(?:of|the|de|del|della|di|da|van|von|der|bin|al|el|la)[ \\u00A0]){0,2}${WORD})*(?![\\p{LC}\\p{M}\\p{N}\\p{Sc}])`,
      'gu',
    ),
)
/** Words at the start of a sentence that are not names. */
const OPENERS = lazy(
  () =>
    /^(?:The|A|An|In|On|At|By|For|From|To|Of|As|After|Before|During|Since|Until|While|When|Where|If|But|And|Or|So|Yet|Not|No|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|Then|Later|Now|Also|Still|Even|Such|With|Without|Under|Over|Between|Only|Just|This|That|These|Those|There|Here|Some|Many|Most|All|Both|Each|About|Nearly|Almost|Speaking|According|Last|Next|More|Less|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|One|Der|Die|Das|Ein|Eine|Am|Im|Bei|Mit|Nach|Vor|Und|Aber)[ \u00A0]/u,
)

/** "No. 1", "Art. 5": the word before the number is no name, and no part of the name before it. */
const BEFORE_NUMBER = /(?:^|[ \u00A0])(?:Nos?|Nrn?|Arts?|Secs?|Vols?|Chs?|Figs?|Pts?|Paras?|Abs)$/u
const NUMBER_BEHIND = /^\.[ \u00A0]?\p{Nd}/u

/** `isGerman`: whether the sentence at an offset may be German, where all nouns have capitals. */
export function findNames(
  text: string,
  isGerman: (at: number) => boolean,
  starts: ReadonlySet<number>,
  dates: readonly Region[],
): readonly Statement[] {
  const isDate = overlapAny(dates)
  return [...text.matchAll(SEQUENCE())].flatMap((match): Statement[] => {
    let from = match.index
    let words = match[0].replace(/['’]s$/u, '')
    const opener = starts.has(from) ? OPENERS().exec(words) : null
    if (opener) {
      from += opener[0].length
      words = words.slice(opener[0].length)
    }
    if (NUMBER_BEHIND.test(text.slice(from + words.length, from + words.length + 3)))
      words = words.replace(BEFORE_NUMBER, '')
    const single = !/[ \u00A0]/u.test(words)
    if (words.length < 2 || /^(?:TK)+$/u.test(words) || /^(?:I|I['’]\p{L}+)$/u.test(words)) return []
    if (single && (starts.has(from) || isGerman(from))) return []
    const region = { from, to: from + words.length }
    if (isDate(region)) return []
    return [{ kind: 'name', ...region, coreFrom: region.from, coreTo: region.to }]
  })
}

/** Text in title case or capitals. There, capitals do not show names. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? []
  return words.length > 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length > 0.7
}
