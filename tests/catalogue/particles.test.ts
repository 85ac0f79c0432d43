import { describe, expect, test } from 'vitest'
import { withParticles } from '../../src/catalogue/particles'

describe('Korean particles', () => {
  test.each([
    ['김서연은(는)', '김서연은'],
    ['박지우은(는)', '박지우는'],
    ['“부산”을(를)', '“부산”을'],
    ['“제주”을(를)', '“제주”를'],
    ['기자와(과) 편집자', '기자와 편집자'],
    ['사람와(과) 기계', '사람과 기계'],
    ['서울(으)로', '서울로'],
    ['부산(으)로', '부산으로'],
    ['대구(으)로', '대구로'],
    ['버전 2이(가)', '버전 2가'],
    ['버전 3이(가)', '버전 3이'],
    ['버전 7(으)로', '버전 7로'],
    ['버전 10(으)로', '버전 10으로'],
    ['Kim이(가)', 'Kim이'],
    ['Lee이(가)', 'Lee가'],
    ['Bell(으)로', 'Bell로'],
    ['HTML(으)로', 'HTML로'],
    ['PDF을(를)', 'PDF를'],
    ['김서연(이)라고', '김서연이라고'],
    ['이름(이)나 나이', '이름이나 나이'],
    ['“substantial.”은(는)', '“substantial.”은'],
    ['“last”은(는)', '“last”는'],
    ['Trump이(가)', 'Trump가'],
    ['Кино은(는)', 'Кино은(는)'],
    ['(김민)이(가)', '(김민)이'],
    ['아무것도 없습니다.', '아무것도 없습니다.'],
  ])('%s is written %s', (given, written) => expect(withParticles(given)).toBe(written))
})
