/**
 * A desk of one signed its own work. Warns. Blocks for allegations, which always need a second person. Warns, too, of
 * an author without a PIN in a library with PINs, or who wrote words that are verified: anybody can write under such a
 * name and then verify with their own.
 * What was written so stays unproven when that author gets a PIN or leaves; what was typed, until it is verified again.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import { isAuthorEver } from '../../../story/assessment/people/authors'
import { writersOfWords } from '../../../story/ledger/writers/wordings'
import type { Assessment } from '../../../story/assessment/assessment'
import { lacksPin } from '../../../story/assessment/people/rights'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { factKeys } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { named } from '../../finding/wording'

export const selfChecked: Check = (checked) => [...selfCheckedFacts(checked), ...unprovenAuthors(checked)]

const unprovenAuthors: Check = ({ story, assessments, desk }) => {
  if (assessments.every(({ status }) => status !== 'verified')) return []
  return desk.roster.flatMap(({ name, left }): Finding[] => {
    const hasNone = !left && lacksPin(name, desk)
    const hasWritten = story.unproven?.includes(name) === true
    const isAuthor = isAuthorEver(story, name)
    if (!(hasNone || hasWritten) || !(isAuthor || wroteVerified(name, assessments))) return []
    const why = hasNone ? 'selfChecked.unproven' : 'selfChecked.wroteUnproven'
    return [
      {
        rule: 'selfChecked',
        key: `${isAuthor ? 'author' : 'writer'}:${name}`,
        severity: 'warn',
        message: checksText(isAuthor ? why : 'selfChecked.unprovenWriter', { name }),
        where: { kind: 'story' },
        overridable: true,
        dismissable: false,
      },
    ]
  })
}

const wroteVerified = (name: string, assessments: readonly Assessment[]): boolean =>
  assessments.some(
    ({ status, record, words, current }) =>
      status === 'verified' && writersOfWords(record, words, current?.entry).has(name),
  )

const selfCheckedFacts: Check = ({ assessments }) =>
  assessments.flatMap((fact): Finding[] => {
    const { current, status, tag } = fact
    if (!current?.selfChecked || fact.ranges.length === 0 || (status !== 'verified' && status !== 'letStand')) return []
    const allegation = tag.type === 'allegation'
    return [
      {
        rule: 'selfChecked',
        ...factKeys(fact),
        severity: allegation ? 'block' : 'warn',
        message: allegation
          ? checksText('selfChecked.allegation', { words: named(fact.words), by: current.by })
          : checksText('selfChecked.fact', { words: named(fact.words), by: current.by }),
        where: placeOfFact(fact),
        overridable: true,
        dismissable: false,
      },
    ]
  })
