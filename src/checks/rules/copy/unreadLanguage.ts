/**
 * Sentences in a language that the detectors do not know (rule 10): nobody looked there for quotations without marks,
 * figures in words, and superlatives. Warns once a graf. A sentence that a tag covers whole was looked at by a person.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import type { Block } from '../../../story/copy/copy'
import { unknownSentences } from '../../detect/statementsOf'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { named } from '../../finding/wording'

export const unreadLanguage: Check = ({ story: { copy } }) => copy.flatMap(inBlock)

function inBlock(block: Block, index: number): readonly Finding[] {
  const sentences = unknownSentences(block).filter(
    ({ from, to }) => !block.spans.some((span) => span.mark === 'fact' && span.from <= from + 2 && span.to >= to - 3),
  )
  const [first] = sentences
  if (!first) return []
  const words = block.text.slice(first.from, first.to)
  return [
    {
      rule: 'unreadLanguage',
      key: keyText(sentences.map(({ from, to }) => block.text.slice(from, to)).join('\n')),
      severity: 'warn',
      message: checksText('unreadLanguage.nobodyLooked', { words: named(words), count: sentences.length }),
      where: { kind: 'text', block: index, from: first.from, to: first.to },
      overridable: false,
      dismissable: true,
      dismissNotAuthor: true,
    },
  ]
}
