/**
 * A translated quote needs its original words, their language, and a second reader who is not the translator or an
 * official interpreter. Blocks.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import { isNamedIn } from '../../../story/text/words/personName'
import { readingsOf, type FactRecord } from '../../../story/ledger/record/factRecord'
import { sameWords } from '../../../story/copy/words/factWords'
import { hashTranslation } from '../../../story/ledger/hash'
import type { Translation } from '../../../story/ledger/facts/translation'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named } from '../../finding/wording'

export const translation: Check = ({ assessments }) =>
  assessments.flatMap((fact): readonly Finding[] => {
    const { record, words } = fact
    if (fact.ranges.length === 0 || fact.status === 'untagged') return []
    const [lack] = readingsOf(record).flatMap(({ translation: noted, translationRead }) => {
      const why = noted && whyIncomplete(noted, readIn(record, translationRead), words)
      return noted && why !== undefined ? [{ noted, why }] : []
    })
    if (!lack) return []
    const { noted, why } = lack
    return [
      {
        rule: 'translation',
        ...keysOf(`${fact.id}:${keyText(words)}:${keyText(noted.original)}`, noted),
        severity: 'block',
        message: checksText('translation.lacks', { words: named(words), why }),
        where: placeOfFact(fact),
        overridable: true,
        dismissable: false,
      },
    ]
  })

/** Without the merge that brought the tag nobody noted words. Then those hold that its reader had with all merges. */
function readIn({ translationRead: all }: FactRecord, read: FactRecord['translationRead']): typeof read {
  return read?.words === '' && all?.by === read.by ? all : read
}

/** An override ends with any change of what is noted: another translator, or no second reader any more. */
const keysOf = (formerKey: string, noted: Translation): Pick<Finding, 'key' | 'formerKeys'> => ({
  key: `${formerKey}:${hashTranslation(noted).slice(0, 32)}`,
  formerKeys: [formerKey],
})

/** “und” is BCP 47 for a language that nobody named. */
const NO_LANGUAGE = /^\s*(?:und)?\s*$/iu

/**
 * What a translation lacks, as the end of a sentence. Undefined if it is complete. `read`: the reading that the second
 * reader noted. `words`: those of the copy now, which the second reader read if they are the same.
 */
export function whyIncomplete(
  { original, language, translator, secondReader, officialInterpreter }: Translation,
  read: FactRecord['translationRead'],
  words: string,
): string | undefined {
  if (original.trim() === '') return checksText('translation.noOriginal')
  if (NO_LANGUAGE.test(language)) return checksText('translation.noLanguage')
  if (officialInterpreter) return undefined
  if (translator.trim() === '') return checksText('translation.noTranslator')
  if ((secondReader ?? '').trim() === '') return checksText('translation.noSecondReader')
  if (isNamedIn(translator, secondReader ?? '')) return checksText('translation.sameReader')
  if (read && sameWords(read.words, words)) return undefined
  return checksText('translation.otherWords', { reader: (secondReader ?? '').trim() })
}
