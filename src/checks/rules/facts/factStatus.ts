/**
 * What the status of each fact asks at clearing (the table in story/assessment/clearing.ts). Broken tags, facts that lapsed by their
 * sentence alone, and facts whose tag is gone have rules of their own.
 */
import type { Assessment } from '../../../story/assessment/assessment'
import { atClearing, lapsedByContextOnly } from '../../../story/assessment/clearing'
import { TYPE_WORDS } from '../../../story/ledger/fact'
import type { Finding } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { factKey } from '../../finding/findingKey'
import { placeOfFact } from '../../finding/factPlace'
import { isBroken } from './brokenTag'
import { because, named, signed } from '../../finding/wording'

export const factStatus: Check = ({ assessments }) => assessments.flatMap(findStatus)

function findStatus(fact: Assessment): readonly Finding[] {
  if (fact.ranges.length === 0 || isBroken(fact) || lapsedByContextOnly(fact)) return []
  const severity = atClearing(fact.tag.type, fact.status)
  if (severity === 'pass') return []
  return [
    {
      rule: 'factStatus',
      key: factKey(fact),
      severity,
      message: messageFor(fact),
      where: placeOfFact(fact),
      overridable: true,
      dismissable: false,
    },
  ]
}

function messageFor(fact: Assessment): string {
  const { current, status, tag } = fact
  const words = named(fact.words)
  const type = TYPE_WORDS[tag.type].toLowerCase()
  if (status === 'reCheck' && current) return lapseMessage(fact, words)
  switch (status) {
    case 'toCheck':
      return fact.answered
        ? `${words} is still to check: the query was answered.`
        : `${words} is ${article(type)} ${type} still to check.`
    case 'onAuthor':
      if (tag.type === 'allegation') return `${words} is an allegation on the author’s word alone.`
      return `${words} rests on the author’s word${current?.selfChecked ? ', self-checked' : ''}.`
    default:
      return current ? `${signed(current, words)}${because(current.reason)}` : `${words} is to be checked again.`
  }
}

function lapseMessage(fact: Assessment, words: string): string {
  const { current, reasons } = fact
  if (!current) return `${words} is to be checked again.`
  if (reasons.includes('words')) return `${words} was changed after ${signed(current)}.`
  const changed = reasons.flatMap((reason) => {
    if (reason === 'evidence') return ['its evidence']
    if (reason === 'groundRules') return ['the ground rules of its source']
    if (reason === 'translation') return ['its translation']
    if (reason === 'inputs') return ['what it was worked out from']
    return reason === 'context' ? ['its sentence'] : []
  })
  return `${capitalised(changed.join(' and '))} changed after ${signed(current, words)}.`
}

const article = (word: string): string => (/^[aeiou]/u.test(word) ? 'an' : 'a')
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
