/**
 * An allegation needs, beside a verdict and legal's reading, two sources without a common root or an official record,
 * and a note of the response sought from its subject.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Assessment } from '../../../story/assessment/assessment'
import { lastEarlierResponse, responsesOnTheseWords } from '../../../story/assessment/responses'
import type { Finding } from '../../../story/assessment/finding'
import { readingsOf } from '../../../story/ledger/record/factRecord'
import { countedSources, hasTwoRoots } from '../../../story/ledger/writers/independence'
import type { Source } from '../../../story/desk/source'
import type { Check } from '../../finding/check'
import { placeOfFact } from '../../finding/factPlace'
import { factKeys } from '../../finding/findingKey'
import { addedSince, evidenceSeen } from '../../finding/supportingSources'
import { named } from '../../finding/wording'

export const allegations: Check = ({ assessments, desk }) =>
  assessments
    .filter(({ tag, ranges }) => tag.type === 'allegation' && ranges.length > 0)
    .flatMap((fact) => [...supportFindings(fact, desk.sources), ...response(fact)])

function supportFindings(fact: Assessment, book: ReadonlyMap<string, Source>): readonly Finding[] {
  const sources = countedSources(evidenceSeen(fact), book)
  if (sources.some(({ officialRecord }) => officialRecord === true) || hasTwoRoots(sources, book)) return []
  const names = sources
    .map(({ id }) => id)
    .sort()
    .join('+')
  const lack = sources.length > 1 ? 'sameRoot' : sources.length === 1 ? 'oneSource' : 'noSource'
  return [
    {
      rule: 'allegationBacking',
      ...factKeys(fact, (key) => `${names}|${key}`),
      severity: 'block',
      message: checksText(`allegation.${lack}`, { words: named(fact.words) }) + addedSince(fact),
      where: placeOfFact(fact),
      overridable: true,
      dismissable: false,
    },
  ]
}

function response(fact: Assessment): readonly Finding[] {
  const readings = readingsOf(fact.record).map((record) => ({ record, words: fact.words }))
  const place = { where: placeOfFact(fact), overridable: true, dismissable: false } as const
  const unasked = readings.find((one) => responsesOnTheseWords(one).length === 0)
  if (unasked) {
    const before = lastEarlierResponse(unasked)?.words
    return [
      {
        rule: 'responseSought',
        ...factKeys(fact),
        severity: 'block',
        message:
          before === undefined
            ? checksText('allegation.noResponse', { words: named(fact.words) })
            : checksText('allegation.otherResponse', { words: named(fact.words), before: named(before) }),
        ...place,
      },
    ]
  }
  const awaited = readings.map(responsesOnTheseWords).find((all) => all.every(({ reply }) => reply === ''))
  if (!awaited) return []
  return [
    {
      rule: 'responseSought',
      ...factKeys(fact, (key) => `awaited|${key}`),
      severity: 'warn',
      message: checksText('allegation.awaited', { words: named(fact.words), who: awaited.at(-1)?.who ?? '' }),
      ...place,
    },
  ]
}
