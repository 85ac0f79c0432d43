/** What follows a quotation in Korean copy: whom it is said to, and what somebody else does then. */

/** “…”는 질문에 이 장관은: he answers. */
const ASKED =
  /^(?:이?라)?는\s(?:\p{sc=Hangul}+\s){0,3}?(?:질문|물음|질의|지적|비판|우려|요구|주장|의견|요청|제안|말)에(?:는|도|\s대해|\s대한)?(?=[\s,\u0002]|$)/u
/** “…”라고 했고 이 장관은, “…”라고 묻자 이 장관은: the quotation is of who stands before it. */
const NEXT_CLAUSE = /(?<=[했혔렸췄였었왔났됐])(?:고|지만|으나|으며|는데)(?=[\s,])|(?:하|묻|따지|외치|밝히)자(?=[\s,])/u

/** “…”라고 말한 적이 없다 */
const NOT_SAID = /^(?:이?라)?고는?\s(?:말|이야기|언급|발언|주장)?(?:을\s)?(?:한\s적[은이]?\s없|하지(?:는|도)?\s않)/u

/** Whether what stands behind a quotation gives it to nobody. */
export const isOfNobody = (behind: string): boolean => ASKED.test(behind) || NOT_SAID.test(behind)

/** 한 기자가 …을 묻자: behind it somebody else speaks. */
export const isAnswered = (behind: string): boolean => ANSWERED.test(behind)
const ANSWERED = /^[이가]\s(?:.*\s)?\p{sc=Hangul}*(?:하|묻|따지|외치|밝히)자(?=[\s,])/u

/** What is behind a quotation, without the next clause. */
export function ownClause(behind: string): string {
  const at = /\p{sc=Hangul}/u.test(behind) ? NEXT_CLAUSE.exec(behind)?.index : undefined
  return at === undefined ? behind : behind.slice(0, at)
}
