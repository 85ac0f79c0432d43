/**
 * What an allegation needs beside a verdict and legal's reading: two sources that have no root in common, or an official
 * record; and a note of the response sought from whom it is about.
 */
import type { Assessment } from '../../../story/assessment/assessment'
import type { Finding } from '../../../story/assessment/finding'
import { countedSources, hasTwoRoots } from '../../../story/assessment/independence'
import type { Source } from '../../../story/desk/source'
import type { Check } from '../../finding/check'
import { placeOfFact } from '../../finding/factPlace'
import { factKey } from '../../finding/findingKey'
import { named } from '../../finding/wording'

export const allegations: Check = ({ assessments, desk }) =>
  assessments
    .filter(({ tag, ranges }) => tag.type === 'allegation' && ranges.length > 0)
    .flatMap((fact) => [...supportFindings(fact, desk.sources), ...response(fact)])

function supportFindings(fact: Assessment, book: ReadonlyMap<string, Source>): readonly Finding[] {
  const sources = countedSources(fact.evidence, book)
  if (sources.some(({ officialRecord }) => officialRecord === true) || hasTwoRoots(sources, book)) return []
  const names = sources
    .map(({ id }) => id)
    .sort()
    .join('+')
  const what =
    sources.length > 1
      ? 'its sources rest on one and the same'
      : sources.length === 1
        ? 'it has one source'
        : 'it has no source that counts'
  return [
    {
      rule: 'allegationBacking',
      key: `${names}|${factKey(fact)}`,
      severity: 'block',
      message: `The allegation ${named(fact.words)} needs two independent sources or an official record: ${what}.`,
      where: placeOfFact(fact),
      overridable: true,
      dismissable: false,
    },
  ]
}

function response(fact: Assessment): readonly Finding[] {
  const responses = fact.record.responses ?? []
  const place = { where: placeOfFact(fact), overridable: true, dismissable: false } as const
  if (responses.length === 0) {
    return [
      {
        rule: 'responseSought',
        key: factKey(fact),
        severity: 'block',
        message: `No response was sought for the allegation ${named(fact.words)}: note who was asked, how, when, and the reply.`,
        ...place,
      },
    ]
  }
  if (responses.some(({ reply }) => reply !== '')) return []
  return [
    {
      rule: 'responseSought',
      key: `awaited|${factKey(fact)}`,
      severity: 'warn',
      message: `The reply to the allegation ${named(fact.words)} is awaited from ${responses.at(-1)?.who ?? ''}.`,
      ...place,
    },
  ]
}
