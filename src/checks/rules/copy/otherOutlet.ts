/**
 * If another outlet's report is the only support, the sentence must name it for readers. Off the record supports
 * nothing beside it. An alias that is no form of the name names it when somebody other than the author says so.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Finding } from '../../../story/assessment/finding'
import type { Source } from '../../../story/desk/source'
import { inSentenceKeys, keyText } from '../../finding/findingKey'
import { evidenceSeen, supportingSources } from '../../finding/supportingSources'
import type { Check } from '../../finding/check'
import { isFormOfName } from '../facts/groundRules/isFormOfName'
import { isNamed } from '../facts/groundRules/isNamed'
import { placeOfFact } from '../../finding/factPlace'
import { joined, named } from '../../finding/wording'

export const otherOutlet: Check = ({ assessments, desk }) =>
  assessments.flatMap((fact): Finding[] => {
    if (fact.ranges.length === 0) return []
    const sources = supportingSources(evidenceSeen(fact), desk.sources).filter(
      ({ groundRules }) => groundRules !== 'offTheRecord',
    )
    if (sources.length === 0 || !sources.every(({ kind }) => kind === 'outlet')) return []
    if (sources.some((source) => namesIn(source).some((words) => isNamed(fact.sentence, words)))) return []
    const alias = sources
      .flatMap((source) => (source.protected ? [] : source.aliases))
      .find((words) => isNamed(fact.sentence, words))
    const words = named(fact.words)
    const outlets = joined(
      sources.map(({ name, protected: guarded }) => (guarded ? checksText('otherOutlet.unnamed') : name)),
    )
    return [
      {
        rule: 'otherOutlet',
        ...inSentenceKeys(fact, (key) => (alias === undefined ? key : `${key}|${keyText(alias)}`)),
        severity: 'block',
        message:
          alias === undefined
            ? checksText('otherOutlet.unattributed', { words, sources: outlets })
            : checksText('otherOutlet.byAlias', { words, sources: outlets, alias }),
        where: placeOfFact(fact),
        overridable: true,
        ...(alias === undefined ? { dismissable: false } : { dismissable: true, dismissNotAuthor: true }),
      },
    ]
  })

/** What readers know it by. */
const namesIn = ({ name, aliases }: Source): readonly string[] => [
  name,
  ...aliases.filter((alias) => isFormOfName(alias, name)),
]
