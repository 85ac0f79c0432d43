/**
 * Korean names of people: a family name with a given name of two syllables (koreanNames.ts of story/spelling), before a
 * title in the same phrase: 박정우 한빛조선 사장은, 김서연 전 법무부 장관, 최민호(45)씨. The find is the name alone, so that a
 * later 박정우 is the same name.
 *
 * Right before the title of a person a rarer given name is one, too: 이재명 대통령, 황교안 전 총리.
 *
 * Does not see: names without a title, given names of one syllable, names of bodies and places, 김모 씨.
 */
import { lazy } from '../../story/text/lazy'
import { SURNAMES_AT_DESK, SURNAMES_IN_SPELLING } from '../../story/language/names/koreanSurnames'
import { KOREAN_GIVEN } from '../../story/spelling/koreanNames'
import type { Statement } from './statement'

/** Offices, ranks and callings. Source: 연합뉴스 인사·동정 기사, 정부조직법 (2025). */
const TITLES =
  '대통령|총리|장관|차관|청장|처장|실장|국장|과장|팀장|본부장|위원장|위원|의원|의장|원내대표|대표|총재|총장|회장|부회장|사장|부사장|' +
  '이사장|이사|전무|상무|부장|차장|센터장|소장|원장|대사|영사|특사|대변인|비서관|수석|보좌관|행정관|시장|지사|군수|구청장|교육감|' +
  '서장|사령관|대장|중장|소장|준장|대령|중령|소령|대위|중위|소위|병장|상병|일병|하사|중사|상사|판사|검사|부장판사|대법관|재판관|' +
  '변호사|교수|박사|연구원|연구위원|교장|교사|감독|코치|선수|주장|기자|앵커|작가|시인|배우|가수|화가|목사|신부|스님|추기경|주교|의사|' +
  '약사|간호사|경위|경감|경정|총경|경사|순경|후보|당선인|씨|님'
/** Countries and studies that begin as family names do. */
const NO_NAMES = '조지아|우간다|이라크|이집트|오스트|마다가|정치학|심리학|유전학|지리학'
const NAME = lazy(
  () =>
    new RegExp(
      `(?<![\\p{sc=Hangul}\\p{L}])(?!${NO_NAMES})([${SURNAMES_IN_SPELLING}](?:${KOREAN_GIVEN}))` +
        `(?=(?:\\(\\p{Nd}{1,3}\\)|\\s?\\([가-힣\\s·]{1,12}\\))?\\s?(?:전\\s)?` +
        `(?:[\\p{sc=Hangul}A-Za-z·]{1,12}\\s){0,2}?[\\p{sc=Hangul}]{0,8}?(?:${TITLES})` +
        `(?:[은는이가을를의도와과께]|에게|께서|으로|로|라|이라|입니다|였|이었|이다|이며|인|만|까지|부터|측)?(?!\\p{sc=Hangul}))`,
      'gu',
    ),
)

const RARER = lazy(
  () =>
    new RegExp(
      `(?<![\\p{sc=Hangul}\\p{L}])(?!${NO_NAMES})([${SURNAMES_AT_DESK}]\\p{sc=Hangul}(?![${NO_NAME_ENDS}])\\p{sc=Hangul})` +
        '(?=\\s(?:전\\s)?(?:부?총리|대통령|장관|차관|의원|선수|변호사|교수|씨)(?:[은는이가을를의도와과께]|에게|께서)?(?!\\p{sc=Hangul}))',
      'gu',
    ),
)
/** Parties, ministries, courts, universities, studies and firms end so: 민주당, 연세대, 정치학, 전기차. */
const NO_NAME_ENDS = '당부청처회인가족국대도시군구단팀측소실관학차체사과계권들'

export function findKoreanNames(text: string): readonly Statement[] {
  if (!/\p{sc=Hangul}/u.test(text)) return []
  const names = new Map(
    [NAME(), RARER()].flatMap((all) => [...text.matchAll(all)].map((one) => [one.index, one[1] ?? ''])),
  )
  return [...names].map(([from, name]) => {
    const to = from + name.length
    return { kind: 'name', from, to, coreFrom: from, coreTo: to }
  })
}
