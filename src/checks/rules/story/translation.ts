/** A translated quote needs a second reader who is not the translator, or an official interpreter. Blocks. */
import type { Finding } from '../../../story/assessment/finding'
import { sameName } from '../../../story/text/personName'
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
        message: `The translation ${named(fact.words)} ${why}.`,
        where: placeOfFact(fact),
        overridable: true,
        dismissable: false,
      },
    ]
  })

/** What a translation lacks, as the end of a sentence; undefined when it may stand. */
export function whyIncomplete({
  original,
  translator,
  secondReader,
  officialInterpreter,
}: Translation): string | undefined {
  if (original.trim() === '') return 'lacks the original words'
  if (officialInterpreter) return undefined
  if (translator.trim() === '') return 'does not say who translated it'
  if ((secondReader ?? '').trim() === '') return 'needs a second reader'
  return sameName(secondReader ?? '', translator) ? 'needs a second reader who is not the translator' : undefined
}
