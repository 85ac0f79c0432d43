import type { LossCollector } from '../parts/losses'
import { wordsOf } from '../markup/feed/storyParts'
import { lineOf } from './lineOf'
import type { NinjsItem } from './ninjsItem'

/** The headline and deck of an item. Lists its other titles. */
export function headlinesOf(
  item: NinjsItem,
  losses: LossCollector,
): { readonly headline: string; readonly deck: string } {
  const given = item
    .list('headlines')
    .map((entry) => ({
      role: entry.text('role').toLowerCase(),
      value: lineOf(entry.text('value'), /html/i.test(entry.text('contenttype'))),
    }))
    .filter(({ value }) => value !== '')
  for (const key of item.keys.filter((name) => /^headline(?:_|$)/.test(name)))
    given.push({ role: key === 'headline' ? 'main' : key.slice(9), value: lineOf(item.text(key), /html/.test(key)) })
  const main = given.find(({ role }) => role === 'main') ?? given.find(({ role }) => !/sub/.test(role))
  const sub = given.find(({ role }) => /sub|deck|dek/.test(role))
  const title = lineOf(item.text('title', 'name'))
  const headline = main?.value ?? title
  if (title !== headline && title !== '') losses.add('systemTitle', title)
  const abstract = item.text('abstract')
  const [deck = '', ...decks] = [
    sub?.value ?? '',
    lineOf(item.text('subheadline')),
    lineOf(abstract, /<\/\w+>/.test(abstract)),
  ].filter((line) => line !== '')
  for (const other of decks) if (wordsOf(other) !== wordsOf(deck)) losses.add('otherDecks', other)
  for (const other of given)
    if (other !== main && other !== sub && other.value !== headline) losses.add('otherHeadlines', other.value)
  return { headline, deck }
}

/** The first description of an item. Lists the others. */
export function summaryOf(item: NinjsItem, losses: LossCollector): string {
  const given = item
    .list('descriptions')
    .map((entry) => lineOf(entry.text('value'), /html/i.test(entry.text('contenttype'))))
  for (const key of item.keys.filter((name) => /^description(?:_|$)/.test(name)).sort())
    given.push(lineOf(item.text(key), /html/.test(key)))
  const lines = given.filter((line) => line !== '')
  const [first = '', ...others] = lines
  for (const other of others) if (wordsOf(other) !== wordsOf(first)) losses.add('otherDescriptions', other)
  return first
}
