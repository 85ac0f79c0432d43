/**
 * What the status of each fact means at clearing (the table in story/assessment/clearing.ts). Broken tags, facts that
 * lapsed only by their sentence, and facts without a tag have their own rules.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Assessment } from '../../../story/assessment/assessment'
import { atClearing, lapsedByContextOnly } from '../../../story/assessment/clearing'
import { STATUS_WORDS, typeWithArticle } from '../../../story/ledger/facts/fact'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { factKeys } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { memoizeByFact } from '../../finding/memoizeByFact'
import { isBroken } from './brokenTag'
import { because, joined, named, signed } from '../../finding/wording'

const findStatus = memoizeByFact((fact: Assessment): readonly Finding[] => {
  if (fact.ranges.length === 0 || isBroken(fact) || lapsedByContextOnly(fact)) return []
  const severity = atClearing(fact.tag.type, fact.status)
  if (severity === 'pass') return []
  return [
    {
      rule: 'factStatus',
      ...factKeys(fact),
      severity,
      message: messageFor(fact),
      where: placeOfFact(fact),
      overridable: true,
      dismissable: false,
    },
  ]
})

export const factStatus: Check = ({ assessments }) => assessments.flatMap(findStatus)

function messageFor(fact: Assessment): string {
  const { current, refused, status, tag } = fact
  const words = named(fact.words)
  if (refused)
    return checksText('status.refused', {
      words,
      by: refused.signOff.by,
      status: STATUS_WORDS[refused.signOff.status].toLowerCase(),
      why: refused.why,
    })
  if (status === 'reCheck' && current) return lapseMessage(fact, words)
  switch (status) {
    case 'toCheck':
      return fact.answered
        ? checksText('status.answered', { words })
        : checksText('status.toCheck', { words, type: typeWithArticle(tag.type) })
    case 'onAuthor':
      if (tag.type === 'allegation') return checksText('status.allegationOnAuthor', { words })
      return checksText(current?.selfChecked ? 'status.onAuthorSelfChecked' : 'status.onAuthor', { words })
    default:
      return current ? `${signed(current, words)}${because(current.reason)}` : checksText('status.reCheck', { words })
  }
}

function lapseMessage(fact: Assessment, words: string): string {
  const { current, reasons } = fact
  if (!current) return checksText(reasons.includes('loss') ? 'status.lossUnsigned' : 'status.reCheck', { words })
  if (reasons.includes('words')) return checksText('status.changed', { words, signed: signed(current) })
  if (reasons.includes('loss')) return checksText('status.loss', { signed: signed(current, words) })
  if (reasons.includes('otherVerdict')) {
    const others = joined((fact.differs ?? []).map((other) => signed(other, words)))
    return checksText('status.otherVerdict', { signed: signed(current, words), others })
  }
  const changed = reasons.flatMap((reason) => {
    switch (reason) {
      case 'words':
      case 'hole':
      case 'twoPlaces':
      case 'loss':
      case 'otherVerdict':
      case 'notEntitled':
      case 'ownContext':
        return []
      default:
        return [checksText(`changed.${reason}`)]
    }
  })
  return checksText('status.partChanged', { what: capitalised(joined(changed)), signed: signed(current, words) })
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
