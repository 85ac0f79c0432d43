/** A translated quote needs a second reader who is not the translator, or an official interpreter. Blocks. */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import { namesInByline, sameName } from '../../../story/text/personName'
import type { Translation } from '../../../story/ledger/translation'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named } from '../../finding/wording'

export const translation: Check = ({ assessments }) =>
  assessments.flatMap((fact): readonly Finding[] => {
    const { translation: made } = fact.record
    if (!made || fact.ranges.length === 0 || fact.status === 'untagged') return []
    const why = whyIncomplete(made)
    if (why === undefined) return []
    return [
      {
        rule: 'translation',
        key: `${fact.id}:${keyText(fact.words)}:${keyText(made.original)}`,
        severity: 'block',
        message: checksText('translation.lacks', { words: named(fact.words), why }),
        where: placeOfFact(fact),
        overridable: true,
        dismissable: false,
      },
    ]
  })

/** What a translation lacks, as the end of a sentence. Undefined if it is complete. */
export function whyIncomplete({
  original,
  translator,
  secondReader,
  officialInterpreter,
}: Translation): string | undefined {
  if (original.trim() === '') return checksText('translation.noOriginal')
  if (officialInterpreter) return undefined
  if (translator.trim() === '') return checksText('translation.noTranslator')
  if ((secondReader ?? '').trim() === '') return checksText('translation.noSecondReader')
  const isTranslator = namesInByline(translator).some((name) => sameName(secondReader ?? '', name))
  return isTranslator ? checksText('translation.sameReader') : undefined
}
