/** Traditional and simplified forms of one character, by the table of OpenCC. */
// oxlint-disable-next-line typescript/triple-slash-reference -- types for every program that includes this file
/// <reference path="../../../story/text/opencc-js.d.ts" />
import TRADITIONAL_TO_SIMPLIFIED from 'opencc-js/dict/TSCharacters'
import { lazy } from '../../../story/text/lazy'

const SIMPLIFIED = lazy(
  () =>
    new Map(
      TRADITIONAL_TO_SIMPLIFIED.split('|').flatMap((line): [string, string][] => {
        const [traditional = '', simplified = ''] = line.split(' ')
        return traditional === simplified || simplified === '' ? [] : [[traditional, simplified]]
      }),
    ),
)
/** Simplified forms that no traditional text has. */
const ONLY_SIMPLIFIED = lazy(() => {
  const both = SIMPLIFIED()
  return new Set([...both.values()].filter((sign) => !both.has(sign) && !SHARED.has(sign)))
})
/** Simplified forms that are also traditional characters of their own. */
const SHARED = new Set(
  '后里干发面只台丑谷郁咸才斗几系云松范余向困据卷曲致叶准冬仆朴表胜岳征志制合同吃床升占布群泛游烟秋注采杯吊'.split(''),
)

export const simplified = (sign: string): string => SIMPLIFIED().get(sign) ?? sign

/** A name in simplified characters, but for those that are characters of their own in both styles. */
export const simplifiedName = (name: string): string =>
  /\p{sc=Han}/u.test(name)
    ? [...name].map((sign) => (SHARED.has(simplified(sign)) ? sign : simplified(sign))).join('')
    : name

export type HanStyle = 'traditional' | 'simplified' | 'other'

/** In which style a text is written. Japanese and texts that have both or neither are 'other'. */
export function hanStyle(text: string): HanStyle {
  if (!/\p{sc=Han}/u.test(text) || /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text)) return 'other'
  let traditional = 0
  let plain = 0
  for (const sign of text.slice(0, 4000)) {
    if (SIMPLIFIED().has(sign)) traditional++
    else if (ONLY_SIMPLIFIED().has(sign)) plain++
  }
  return traditional > plain ? 'traditional' : plain > traditional ? 'simplified' : 'other'
}

/** Forms of one character count as the same only between texts of the two styles: 隻 is not 只 in one of them. */
export const differInStyle = (a: HanStyle, b: HanStyle): boolean => a !== 'other' && b !== 'other' && a !== b
