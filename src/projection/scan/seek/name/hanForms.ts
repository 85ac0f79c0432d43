/** Forms of one Chinese character: traditional and simplified by the table of OpenCC, and those of Japanese names. */
// oxlint-disable-next-line typescript/triple-slash-reference -- types for every program that includes this file
/// <reference path="../../../../story/text/opencc-js.d.ts" />
import TRADITIONAL_TO_SIMPLIFIED from 'opencc-js/dict/TSCharacters'
import { lazy } from '../../../../story/text/lazy'
import japanese from './japaneseForms.json' with { type: 'json' }

const FORMS = lazy(() => {
  const forms = new Map<string, Set<string>>()
  const add = (signs: readonly string[]): void => {
    for (const sign of signs) forms.set(sign, new Set([...(forms.get(sign) ?? []), ...signs]))
  }
  for (const line of TRADITIONAL_TO_SIMPLIFIED.split('|')) {
    const [traditional = '', simplified = ''] = line.split(' ')
    if (simplified !== '') add([traditional, simplified])
  }
  for (const signs of japanese.forms) add([...signs])
  return forms
})

/** A pattern for a character in all its forms: 陳 is 陈. */
export function hanPattern(sign: string): string {
  const forms = FORMS().get(sign)
  return forms === undefined || forms.size < 2 ? sign : `(?:${[...forms].join('|')})`
}
