/**
 * 《…》 and 〈…〉 are marks of speech in North Korean copy and of works elsewhere. They are a quotation where a particle of
 * saying follows, a verb of saying and a colon go before, or the words are a whole sentence.
 */
const SAYING_AFTER =
  /^(?:이?라(?:고|며|면서|는|던|는데|\s)|(?:다|자|냐)?고(?:\s|[^가-힣])|며\s|면서|는\s(?:말|뜻|입장|반응|주장|내용|글|구호|문구)|하고\s|이라|と(?!は(?:言えない|$))|って|という|との)/u
const SAYING_BEFORE = /(?:说|說|道|称|稱|喊|问|問|答|写|寫|表示|말|외쳤|썼|적었|言|書)[：:]\s?$/u
const SENTENCE =
  /[.!?。！？…]$|(?:습니다|니다|했다|한다|는다|았다|었다|였다|이다|어요|아요|세요|ます|ました|です|でした|ません|だった)$/u

export function isWorkTitle(text: string, from: number, to: number): boolean {
  const inner = text.slice(from + 1, to - 1).trim()
  const after = text.slice(to, to + 12)
  if (SENTENCE.test(inner)) return false
  if (SAYING_BEFORE.test(text.slice(Math.max(0, from - 4), from))) return false
  return !SAYING_AFTER.test(after)
}

const HANGUL = /\p{Script=Hangul}/u
const LAW =
  /(?:법|법률|법안|특별법|헌법|령|시행규칙|규칙|규정|조례|협약|협정|조약|의정서|헌장|강령|지침|고시|훈령|예규|기본계획)$/u

/**
 * 『…』 in Korean copy marks a book or a newspaper, and 「…」 a law among other things (한글 맞춤법, 문장 부호 15). In
 * Japanese copy, both are marks of speech. `from`: of the opening mark.
 */
export function isKoreanTitle(text: string, from: number, to: number): boolean {
  const mark = text.charAt(from)
  const inner = text.slice(from + 1, to - 1).trim()
  if (!HANGUL.test(inner) || !(mark === '『' || (mark === '「' && LAW.test(inner)))) return false
  return isWorkTitle(text, from, to)
}
