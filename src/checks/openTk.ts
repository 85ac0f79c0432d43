/**
 * A TK ("to come") left open, in any part of the copy or in a field that readers see. Whole tokens only: TK, TKTK,
 * [TK how many]. Lower case is not one. Anyone on the roster may say that one is no TK (the airline), there.
 */
import type { Block } from '../story/copy'
import type { Fields } from '../story/fields'
import type { Finding } from '../story/finding'
import { rememberedByText } from './blockMemory'
import type { Check } from './check'
import { keyText } from './findingKey'
import { sentenceAt } from './sentenceAt'
import { named } from './wording'

const TK = /\[(?:TK)+(?![\p{sc=Latin}\p{Nd}])[^\]\n]{0,200}\]|(?<![\p{sc=Latin}\p{Nd}])(?:TK)+(?![\p{sc=Latin}\p{Nd}])/gu

interface OpenTk { readonly from: number; readonly to: number; readonly words: string; readonly sentence: string }

const findTks = rememberedByText(({ text }: Block): readonly OpenTk[] =>
  text.includes('TK')
    ? [...text.matchAll(TK)].map((match) => ({
        from: match.index, to: match.index + match[0].length, words: match[0], sentence: keyText(sentenceAt(text, match.index))
      }))
    : []
)

export const openTk: Check = ({ story }) => {
  const seen = new Map<string, number>()
  const inCopy = story.copy.flatMap((block, index) =>
    findTks(block, story.fields.language).map(({ from, to, words, sentence }): Finding => {
      const key = `${sentence}:${words}`
      const nth = (seen.get(key) ?? 0) + 1
      seen.set(key, nth)
      return found(`${key}:${nth}`, `${named(words)} is still to come.`, { kind: 'text', block: index, from, to })
    })
  )
  const inFields = readersSee(story.fields)
    .filter(([, value]) => value.search(TK) >= 0)
    .map(([field, value]) => found(`${field}:${keyText(value)}`, `${named(value)} in the ${field} is still to come.`, { kind: 'field', field }))
  return [...inCopy, ...inFields]
}

const found = (key: string, message: string, where: Finding['where']): Finding =>
  ({ rule: 'openTk', key, severity: 'block', message, where, overridable: true, dismissable: true })

function readersSee(fields: Fields): readonly (readonly [string, string])[] {
  return [
    ['byline', fields.byline.map(({ name, role }) => [name, role ?? ''].join(' ')).join(', ')],
    ['contributors', fields.contributors],
    ['dateline', `${fields.dateline.place}, ${fields.dateline.date}`],
    ['usageTerms', fields.usageTerms],
    ['provider', fields.provider],
    ['copyrightLine', fields.copyrightLine]
  ]
}
