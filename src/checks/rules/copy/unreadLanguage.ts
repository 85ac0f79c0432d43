/**
 * Sentences in a language that the detectors do not know (rule 10): nobody looked there for quotations without marks,
 * figures in words, and superlatives. Warns once a graf, picture detail or field that readers see. A sentence that a
 * tag covers whole was looked at by a person, and a few words in a detail or field are a name.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding, Place } from '../../../story/assessment/finding'
import type { Block } from '../../../story/copy/copy'
import type { SentenceRange } from '../../../story/copy/words/sentences'
import { unknownSentences } from '../../detect/statementsOf'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { named } from '../../finding/wording'
import { textsBeside } from './textsBeside'

export const unreadLanguage: Check = ({ story: { copy, fields } }) => [
  ...copy.flatMap(inBlock),
  ...textsBeside(copy, fields).flatMap(({ part, nth, text, of, where }) =>
    beside(text, 'field' in of ? `${part}${nth}` : part, where),
  ),
]

function inBlock(block: Block, index: number): readonly Finding[] {
  const sentences = unknownSentences(block).filter(
    ({ from, to }) => !block.spans.some((span) => span.mark === 'fact' && span.from <= from + 2 && span.to >= to - 3),
  )
  const [first] = sentences
  if (!first) return []
  return [finding(block.text, sentences, '', { kind: 'text', block: index, from: first.from, to: first.to })]
}

function beside(text: string, part: string, where: Place): readonly Finding[] {
  const sentences = unknownSentences({ role: 'cell', text, spans: [] }).filter(({ from, to }) =>
    isLong(text.slice(from, to)),
  )
  if (!sentences[0]) return []
  const [first] = sentences
  const words = text.slice(first.from, first.to)
  return [finding(text, sentences, `beside:${part}:`, where.kind === 'field' ? { ...where, words } : where)]
}

/** Names and titles are shorter. Thai, Lao, Khmer and Burmese have no spaces between words. */
const isLong = (sentence: string): boolean =>
  (sentence.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0) > 4 ||
  /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{M}]{16}/u.test(sentence)

function finding(text: string, sentences: readonly SentenceRange[], part: string, where: Place): Finding {
  const shown = sentences.map(({ from, to }) => text.slice(from, to))
  return {
    rule: 'unreadLanguage',
    key: part + keyText(shown.join('\n')),
    severity: 'warn',
    message: checksText('unreadLanguage.nobodyLooked', { words: named(shown[0] ?? ''), count: sentences.length }),
    where,
    overridable: false,
    dismissable: true,
    dismissNotAuthor: true,
  }
}
