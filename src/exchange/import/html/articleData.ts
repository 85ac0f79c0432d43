import type { Byline } from '../../../story/ledger/fields'
import { elementsIn, rawTextOf, type MarkupElement } from '../markup/tree/markupTree'
import { isRecord } from '../../../story/text/isRecord'

/** The data of a page about its article: schema.org in JSON-LD first, then meta elements. */
export interface ArticleData {
  readonly headline: string
  readonly deck: string
  readonly description: string
  readonly byline: readonly Byline[]
  readonly contributors: string
  readonly dateline: string
  readonly place: string
  readonly language: string
  readonly keywords: readonly string[]
  /** Media Topic codes, "medtop:20000530". */
  readonly subjects: readonly string[]
  readonly provider: string
  readonly copyrightLine: string
  /** The public texts of all corrections. */
  readonly corrections: readonly string[]
  /** All other data of the page, as "name: value". */
  readonly unread: readonly string[]
}

const READ_KEYS = new Set([
  '@context',
  '@type',
  '@id',
  'headline',
  'alternativeHeadline',
  'description',
  'author',
  'creditText',
  'dateline',
  'contentLocation',
  'inLanguage',
  'keywords',
  'about',
  'publisher',
  'copyrightNotice',
])
/** Meta elements that are read, that repeat other data, or that only control browsers. */
const READ_METAS = new RegExp(
  '^(?:(?:og:|twitter:)(?:title|description|type|site_name|locale|url|card)|' +
    'description|author|keywords|news_keywords|viewport|generator|progid|originator|robots|theme-color|' +
    'format-detection|referrer|color-scheme)$',
)

type Json = { readonly [key: string]: unknown }

export function articleData(page: MarkupElement): ArticleData {
  const metas = new Map<string, string[]>()
  const objects: Json[] = []
  for (const element of elementsIn(page)) {
    if (element.name === 'meta') {
      const name = (
        element.attributes['name'] ??
        element.attributes['property'] ??
        element.attributes['itemprop'] ??
        ''
      ).toLowerCase()
      const content = (element.attributes['content'] ?? '').trim()
      if (name !== '' && content !== '') metas.set(name, [...(metas.get(name) ?? []), content])
    } else if (element.name === 'script' && /^application\/ld\+json\b/i.test(element.attributes['type'] ?? ''))
      objects.push(...objectsOf(rawTextOf(element)))
  }
  const article =
    objects.find((object) =>
      textsOf(object['@type']).some((type) =>
        /(?:^|\/)(?:\w*NewsArticle|Article|BlogPosting|Report|LiveBlogPosting)$/.test(type),
      ),
    ) ?? {}
  const meta = (...names: readonly string[]): string =>
    names.map((name) => metas.get(name)?.[0] ?? '').find((content) => content !== '') ?? ''
  const people = peopleOf(article['author'])
  return {
    headline: textOf(article['headline']) || meta('og:title', 'twitter:title'),
    deck: textOf(article['alternativeHeadline']),
    description: textOf(article['description']) || meta('description', 'og:description'),
    byline:
      people.length > 0
        ? people
        : (metas.get('author') ?? []).filter((name) => !/^https?:/i.test(name)).map((name) => ({ name })),
    contributors: textOf(article['creditText']),
    dateline: textOf(article['dateline']),
    place: namesOf(article['contentLocation'])[0] ?? '',
    language: textOf(article['inLanguage']),
    keywords: keywordsOf(article['keywords'] ?? meta('keywords', 'news_keywords')),
    subjects: listOf(article['about'])
      .map((subject) => topicOf(subject))
      .filter((code) => code !== ''),
    provider: namesOf(article['publisher'])[0] ?? '',
    copyrightLine: textOf(article['copyrightNotice']),
    corrections: listOf(article['correction'])
      .map((correction) => (isRecord(correction) ? textOf(correction['text']) : ''))
      .filter((text) => text !== ''),
    unread: [
      ...Object.entries(article).flatMap(([key, value]) =>
        READ_KEYS.has(key) ? [] : [`${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`],
      ),
      ...[...metas].flatMap(([key, values]) => (READ_METAS.test(key) ? [] : values.map((value) => `${key}: ${value}`))),
    ],
  }
}

/** Returns the objects of a JSON-LD script, a `@graph` split up; none if the script is not JSON. */
function objectsOf(script: string): readonly Json[] {
  try {
    return listOf(JSON.parse(script)).flatMap((value) =>
      isRecord(value) ? [value, ...listOf(value['@graph']).filter(isRecord)] : [],
    )
  } catch {
    return []
  }
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.replace(/\s+/g, ' ').trim()
    : typeof value === 'number'
      ? String(value)
      : Array.isArray(value)
        ? textOf(value[0])
        : isRecord(value)
          ? textOf(value['@value'] ?? value['name'])
          : ''
const textsOf = (value: unknown): readonly string[] =>
  listOf(value)
    .map(textOf)
    .filter((text) => text !== '')
const namesOf = (value: unknown): readonly string[] => textsOf(value)
const keywordsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '')
    : textsOf(value)

const peopleOf = (value: unknown): readonly Byline[] =>
  listOf(value).flatMap((person) => {
    const name = textOf(person)
    const role = isRecord(person) ? textOf(person['jobTitle']) : ''
    return name === '' || /^https?:/i.test(name) ? [] : [{ name, ...(role === '' ? {} : { role }) }]
  })

function topicOf(subject: unknown): string {
  if (!isRecord(subject)) return ''
  const digits =
    /newscodes\/mediatopic\/(\d{8})$/.exec(textOf(subject['@id']))?.[1] ??
    /^medtop:(\d{8})$/.exec(textOf(subject['termCode']))?.[1]
  return digits === undefined ? textOf(subject['termCode']) : `medtop:${digits}`
}
