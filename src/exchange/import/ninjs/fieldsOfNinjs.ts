import type { Byline, Fields } from '../../../story/ledger/fields'
import { sameName } from '../../../story/text/words/personName'
import { bylineFrom } from '../parts/fields/bylineFrom'
import { withoutDeskLines } from '../parts/fields/deskLinesInNote'
import { latestEmbargo } from '../parts/fields/instantFrom'
import { mediaTopicFrom } from '../parts/fields/mediaTopicFrom'
import type { LossCollector } from '../parts/losses'
import { lineOf } from './lineOf'
import type { NinjsItem } from './ninjsItem'

/** The fields of a story that an item has, and lists what no field can hold. */
export function fieldsOf(item: NinjsItem, losses: LossCollector): Partial<Fields> {
  const subjects: string[] = []
  const keywords = keywordsOf(item)
  for (const subject of [...item.list('subject'), ...item.list('subjects')]) {
    const code = ['uri', 'literal', 'code']
      .map((key) => mediaTopicFrom(subject.text(key)))
      .find((found) => found !== undefined)
    if (code !== undefined) subjects.push(code)
    else if (subject.text('rel') === 'keyword') keywords.push(subject.text('name', 'literal'))
    else
      losses.add(
        'otherSubjects',
        [subject.text('name'), subject.text('literal', 'code')].filter((part) => part !== '').join(' '),
      )
  }
  const status = item.text('pubstatus').toLowerCase()
  if (status !== '' && status !== 'usable') losses.add('publicationStatus', status)
  const urgent = item.text('urgency')
  const urgency = Number(urgent)
  if (urgent !== '' && !/^[1-9]$/.test(urgent)) losses.add('otherPriorities', urgent)
  const embargo = latestEmbargo([item.text('embargoeduntil'), item.text('embargoed')], losses)
  return {
    slug: item.text('slugline'),
    byline: bylines(item, losses),
    contributors: contributorsOf(item, losses),
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : undefined,
    subjects: [...new Set(subjects)],
    keywords: [...new Set(keywords)],
    ...withoutDeskLines(item.text('ednote'), embargo, losses),
    usageTerms: item.text('usageterms'),
    provider: providerOf(item, losses),
    copyrightLine: item.text('copyrightnotice'),
  } as Partial<Fields>
}

function keywordsOf(item: NinjsItem): string[] {
  const line = item.text('keywords')
  const words = line === '' ? item.list('keywords').map((word) => word.text('name', 'literal')) : line.split(',')
  return words.map((word) => word.trim()).filter((word) => word !== '')
}

function bylines(item: NinjsItem, losses: LossCollector): readonly Byline[] {
  const line = item.text('by', 'byline')
  // Superdesk lists authors separately, with a role.
  const authors = item
    .list('authors')
    .map((author) => author.text('name'))
    .filter((name) => name !== '')
  if (line === '') return authors.map((name) => ({ name }))
  const byline = bylineFrom(lineOf(line))
  for (const author of authors) if (!byline.some(({ name }) => sameName(name, author))) losses.add('authors', author)
  return byline
}

function contributorsOf(item: NinjsItem, losses: LossCollector): string {
  const people = [...item.list('people'), ...item.list('person')].map((person) => ({
    name: person.text('name'),
    contributes: person.text('rel') === 'contributor',
  }))
  for (const { name, contributes } of people) if (!contributes && name !== '') losses.add('people', name)
  return people
    .filter(({ contributes }) => contributes)
    .map(({ name }) => name)
    .join(', ')
}

function providerOf(item: NinjsItem, losses: LossCollector): string {
  const holder = item.text('copyrightholder', 'source')
  const sources = [...item.list('infosources'), ...item.list('infosource')]
    .map((source) => source.text('name'))
    .filter((name) => name !== '')
  const [first = ''] = sources
  const provider = holder || first
  for (const source of sources) if (source !== provider) losses.add('sources', source)
  return provider
}

/** The place that the dateline names. Lists other places. */
export function placeOf(item: NinjsItem, losses: LossCollector): string {
  const places = [...item.list('places'), ...item.list('place')].map((place) => ({
    name: place.text('name'),
    dateline: place.text('rel') === 'dateline',
  }))
  const located = item.text('located') || (places.find(({ dateline }) => dateline)?.name ?? '')
  for (const { name } of places) if (name !== located && name !== '') losses.add('places', name)
  return located
}
