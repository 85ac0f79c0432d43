import { countWords, indexWords, splitWords } from '../../../story/language/smallWords'

// Not tinyld 1.3.4 (light, normal, heavy) or franc-min 6.2.0: they fail detectLanguage.test.ts ("A ferry sank" is en,
// "Harbour talks" is und) and importText.test.ts (zh-Hant).
/**
 * The most frequent small words of languages in Latin script. A word may belong to several. If scores are equal, the
 * first language wins.
 */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en:
    'a an the of and to in that is was for it with as his on be at by this had not are but from have they which ' +
    'you were her she will said',
  de:
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er ' +
    'hat dass sie nach wird bei',
  fr:
    'a le la les de des et à un une du en est que qui dans pour pas sur au ce il elle plus par ne se avec son ' +
    'sont cette mais ont',
  es:
    'a el la los las de que y en un una por con no para su al lo como más pero sus le ya o este sí porque esta ' +
    'entre cuando muy fue',
  pt:
    'o a os as de que e do da em um uma para com não por mais dos das como mas foi ao ele se na no seu sua são à ' +
    'também',
  it:
    'a il lo la i gli le di che e è un una per in del della con non si da come più al dei ma sono nel alla anche ' +
    'ha questo',
  nl:
    'de het een en van ik te dat die in is niet zijn op aan met als voor er maar om bij ook nog uit naar heeft ' +
    'worden door',
  sv: 'och att det som en på är av för med den till inte om ett han men var jag från vi så kan hade sig de har',
  tr: 've bir bu da de için ile çok daha olarak gibi olan sonra kadar ama en ne var olduğu dedi',
}

const WORDS = indexWords(splitWords(SMALL_WORDS))

/**
 * Returns a BCP 47 tag from the script and small words of the first 20,000 characters; "und" if neither decides. A
 * guess for the field that an import fills in, which people can change. It knows the most languages; `guessLanguage`
 * serves the view of a fact and spell-check, `recognise` the quote check, `languagesIn` the detectors.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 20_000)
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return 'und'
  const share = (pattern: RegExp) => count(sample, pattern) / letters
  if (share(/\p{sc=Hangul}/gu) > 0.3) return 'ko'
  const kana = share(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu)
  const han = share(/\p{sc=Han}/gu)
  if (kana > 0.05 && kana + han > 0.3) return 'ja'
  if (han > 0.3) return chinese(sample)
  if (share(/\p{sc=Arabic}/gu) > 0.3) return /[پچژگ]/u.test(sample) ? (/[ٹڈڑے]/u.test(sample) ? 'ur' : 'fa') : 'ar'
  if (share(/\p{sc=Cyrillic}/gu) > 0.3) return /[іїєґ]/iu.test(sample) ? 'uk' : 'ru'
  if (share(/\p{sc=Greek}/gu) > 0.3) return 'el'
  if (share(/\p{sc=Hebrew}/gu) > 0.3) return 'he'
  if (share(/\p{sc=Thai}/gu) > 0.3) return 'th'
  if (share(/\p{sc=Devanagari}/gu) > 0.3) return 'hi'
  return bySmallWords(sample)
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Counts characters of everyday words that exist in only one of the two scripts. */
function chinese(sample: string): string {
  const traditional = count(sample, /[這國會們來時對說過發為後學經體與個開關無長東車馬問題應當機業]/gu)
  const simplified = count(sample, /[这国会们来时对说过发为后学经体与个开关无长东车马问题应当机业]/gu)
  return traditional > simplified ? 'zh-Hant' : 'zh'
}

function bySmallWords(sample: string): string {
  const scores = countWords(sample, WORDS)
  let best = 'und'
  let highest = 0
  for (const language of Object.keys(SMALL_WORDS)) {
    const score = scores.get(language) ?? 0
    if (score > highest) {
      best = language
      highest = score
    }
  }
  return best
}
