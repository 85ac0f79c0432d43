/** What follows a quotation in Korean copy: whom it is said to, and what somebody else does then. */

/** “…”는 질문에 이 장관은: he answers. */
const ASKED =
  /^(?:이?라)?는\s(?:\p{sc=Hangul}+\s){0,3}?(?:질문|물음|질의|지적|비판|우려|요구|주장|의견|요청|제안|말)에(?:는|도|\s대해|\s대한)?(?=[\s,\u0002]|$)/u
/** “…”라고 했고 이 장관은, “…”라고 묻자 이 장관은: the quotation is of who stands before it. */
const NEXT_CLAUSE =
  /(?<=[했혔렸췄였었왔났됐쳤졌켰갔겼꼈썼렀섰])(?:고|지만|으나|으며|는데)(?=[\s,])|(?:하|묻|따지|외치|밝히)자(?=[\s,])/u

/** “…”라고 말한 적이 없다 */
const NOT_SAID =
  /^(?:이?라)?고는?\s(?:말|이야기|언급|발언|주장)?(?:을\s)?(?:한\s(?:적|바|일)[은이]?\s없|하지(?:는|도)?\s않)/u
/** “…”라는 지적이 나오자 이 장관은, “…”라고 말한 박영희를 비판했다 */
const RAISED =
  /^(?:이?라)?는\s(?:\p{sc=Hangul}+\s)?(?:질문|지적|비판|우려|요구|주장|의혹|목소리|구호)[이가]\s(?:나오|나왔|제기|쏟아|잇따|이어지|터져)/u
const OF_WHO_SAID =
  /^(?:이?라)?고\s(?:(?:말|주장|발언|비판|언급)?한|묻는|따지는|외친|말하는|주장하는|비판하는)\s(?!것|데|뒤|후|말|점|바|적|일|건|때|직후|다음|이유|이후|사실|자신|본인|배경|발언|내용|취지|순간)(?:\p{sc=Hangul}{1,3}\s)?\p{sc=Hangul}{2,6}(?:을|를|에게)(?=[\s,])/u

/** Whether what stands behind a quotation gives it to nobody. */
export const isOfNobody = (behind: string): boolean =>
  [ASKED, NOT_SAID, RAISED, OF_WHO_SAID].some((pattern) => pattern.test(behind))

/** 한 기자가 …을 묻자: behind it somebody else speaks. */
export const isAnswered = (behind: string): boolean => ANSWERED.test(behind)
const ANSWERED = /^[이가]\s(?:.*\s)?\p{sc=Hangul}*(?:하|묻|따지|외치|밝히)자(?=[\s,])/u

/** How somebody says it: 큰 소리로, 울면서; not 없다면서, which is said. */
const MANNER = String.raw`(?:(?:큰|작은)\s|\p{sc=Hangul}+(?<![다라자냐])(?:로|게|며|면서|히)(?:[\s,]+|$))*`
const ONLY_MANNER = new RegExp(String.raw`^[\s,]*${MANNER}$`, 'u')
export const isManner = (text: string): boolean => ONLY_MANNER.test(text)

/** 이 장관이 나가자 시민들이: behind a clause of the one named first somebody else speaks. */
export const isFollowed = (behind: string): boolean => FOLLOWED.test(behind)
const FOLLOWED = new RegExp(
  String.raw`^[이가]\s(?:[^은는]*\s)?\p{sc=Hangul}+(?<!이)자(?:마자)?[\s,]+(?:[\p{sc=Hangul}\d]+\s){0,4}?` +
    String.raw`(?:\p{sc=Hangul}+(?:[이가은는]|들도)|누군가|\S+씨[가는])[\s,]+${MANNER}$`,
  'u',
)

/** What is behind a quotation, without the next clause. */
export function ownClause(behind: string): string {
  const at = /\p{sc=Hangul}/u.test(behind) ? NEXT_CLAUSE.exec(behind)?.index : undefined
  return at === undefined ? behind : behind.slice(0, at)
}
