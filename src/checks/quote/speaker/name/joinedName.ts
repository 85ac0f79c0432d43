/** A name in Korean, Japanese or Chinese, with its offices before or behind it: 이재명 대통령, 石破総理. */
import { defined } from '../../../../story/text/defined'
import { koreanName, OF_COUNTRY } from './koreanName'
import type { ParsedName } from './parsedName'
import { titles, type Title } from './titles'

/**
 * @param text - Without brackets.
 * @returns The name as one part, but foreign names in parts. No parts: the text is a title alone.
 */
export function joinedName(text: string): ParsedName {
  const korean = koreanName(text.normalize('NFKC').trim(), titles().signs)
  if (korean) {
    const { name, ...more } = korean
    return { ...more, parts: [name], words: [name], joined: true }
  }
  const offices: string[] = []
  let address: ParsedName['address']
  let rest = text.normalize('NFKC').trim()
  let former = false
  const take = (title: Title): void => {
    if ('office' in title) offices.push(title.office)
    else address ??= title.address
  }
  for (;;) {
    const found = titles().signs.find(
      ([sign]) => rest.endsWith(sign) && (sign.length > 1 || (SINGLE.has(sign) && offices.length === 0)),
    )
    if (!found) break
    take(found[1])
    rest = rest.slice(0, -found[0].length).replace(/[\s·・]+$/u, '')
    if (rest === '') break
  }
  for (;;) {
    const found = titles().signs.find(
      ([sign]) =>
        sign.length > 1 &&
        rest.startsWith(sign) &&
        rest.length > sign.length &&
        !OFFICE_ROOM.test(rest.slice(sign.length)),
    )
    if (!found) break
    take(found[1])
    rest = rest.slice(found[0].length).trim()
  }
  const { country, past: itsPast = '' } = (offices.length > 0 && OF_COUNTRY.exec(rest)?.groups) || {}
  if (country !== undefined) rest = rest.replace(OF_COUNTRY, itsPast).trim()
  const past =
    /^(?:전임|전|前|元)\s+|^(?:前|元)(?=\p{sc=Han})/u.exec(rest) ?? /\s+(?:전|前)$|^(?:전|前|元)$/u.exec(rest)
  if (past) {
    former = true
    rest = rest.replace(past[0], '').trim()
  }
  // “대통령 권한대행” is no president.
  if (ACTING.test(rest)) {
    former = true
    rest = rest.replace(ACTING, '').trim()
  }
  // “부총리”. In “부 총리” it is a family name.
  const ofVice = offices.includes('governor') ? VICE_GOVERNOR : VICE_SIGN
  if (offices.length > 0 && ofVice.test(rest) && !/\s/u.test(text.trim())) {
    offices.splice(0, offices.length, ...offices.map((office) => `vice ${office}`))
    rest = ''
  }
  const parts = nameParts(rest.replace(MEMBER_OF_DIET, ''))
  return { parts, offices, former, joined: true, words: parts, ...defined({ address, authority: country }) }
}

/** 대통령실 is no president. */
const OFFICE_ROOM = /^실(?!\p{sc=Hangul})/u
const ACTING = /^(?:권한|직무)(?:대행|대리)\s*|\s*(?:권한|직무)(?:대행|대리)$/u
const VICE_SIGN = /^(?:경제|사회|(?:원내)?수석)?부$/u
/** 행정부대변인 speaks for the administration. */
const VICE_GOVERNOR = /^(?:경제|행정|정무|문화)?부$/u

/** 石破茂君 */
const MEMBER_OF_DIET = /(?<=\p{sc=Han}{3})君$/u

/** One part, but for foreign names: 도널드 트럼프, ドナルド・トランプ. */
function nameParts(name: string): readonly string[] {
  const parts = name.split(/[\s·・=.]+/u).filter((part) => part !== '')
  const whole = parts.join('')
  return parts.length < 2 || (whole.length <= 5 && !/[\p{sc=Katakana}]/u.test(whole))
    ? whole === ''
      ? []
      : [whole]
    : parts
}

/** Titles of one sign that stand behind one sign: 김 씨, 林氏. */
const SINGLE = new Set(['씨', '님', '氏', '様'])
