import { languageOf } from '../parts/language'
import { bodyOf, lineOf, type PublishedStory } from '../../../projection/published/publishedStory'
import { publishedWords } from '../../../projection/published/projectBlocks'
import { isCorrectionKind, type CorrectionKind } from '../../../story/ledger/leaving/corrections/correctionNote'
import { correctionKind, correctionText } from '../../../projection/published/publicCorrection'
import { correctionOf, correctionsOf } from '../parts/correctionFields'
import { datelineOf } from '../parts/datelineText'
import { mediaTopic } from '../parts/mediaTopic'
import type { WriterInput } from '../parts/writer'

type Json = string | number | readonly Json[] | { readonly [key: string]: Json }

const STATUS = { usable: 'Published', withheld: 'Draft', canceled: 'Withdrawn' } as const

/** Describes the story as a schema.org NewsArticle. Uses only terms whose domain includes NewsArticle. */
export function newsArticle(story: PublishedStory, { dates }: WriterInput): Record<string, Json> {
  const { fields } = story
  const modified = dateOf(dates)
  const words = publishedWords(bodyOf(story.blocks))
  const year = /\b(?:19|20)\d\d\b/.exec(fields.copyrightLine)?.[0]
  return present({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: story.guid,
    headline: lineOf(story.blocks, 'headline'),
    alternativeHeadline: lineOf(story.blocks, 'deck'),
    inLanguage: fields.language,
    dateline: datelineOf(story),
    dateCreated: story.created,
    // A first version that leaves before it was published is published by this page. A draft is not.
    datePublished: dates.first ?? (story.pubStatus === 'usable' ? modified : ''),
    dateModified: modified,
    author: fields.byline.map(({ name, role }) => present({ '@type': 'Person', name, jobTitle: role ?? '' })),
    creditText: fields.contributors,
    publisher: fields.provider === '' ? '' : { '@type': 'NewsMediaOrganization', name: fields.provider },
    keywords: fields.keywords,
    about: fields.subjects.map((code) => {
      const iri = mediaTopic(code)
      return present({
        '@type': 'DefinedTerm',
        ...(iri === undefined ? {} : { '@id': iri, inDefinedTermSet: 'http://cv.iptc.org/newscodes/mediatopic/' }),
        termCode: code,
      })
    }),
    contentLocation: fields.dateline.place === '' ? '' : { '@type': 'Place', name: fields.dateline.place },
    copyrightNotice: fields.copyrightLine,
    copyrightYear: year === undefined ? '' : Number(year),
    ...commentsOn(story, dates),
    version: String(story.version),
    creativeWorkStatus: STATUS[story.pubStatus],
    wordCount: words,
  })
}

/** The date of this version, not of the one that readers have: a cleared version or a kill is later. */
const dateOf = ({ version, latest }: WriterInput['dates']): string => version ?? latest ?? ''

/**
 * Says that this version corrects the one before, and what readers are told of it and were told of earlier corrections.
 * The reason is desk matter and stays out.
 */
function commentsOn(story: PublishedStory, dates: WriterInput['dates']): Record<string, Json> {
  const { versionKind, version } = story
  if (story.pubStatus === 'canceled') return {}
  const comments = correctionsOf(story, dates).map((told) => commentOf(story, told.kind, told.at, correctionText(told)))
  // Without a record readers are told the kind of the version.
  if (isCorrectionKind(versionKind) && version > 1 && !correctionOf(story, dates))
    comments.push(commentOf(story, versionKind, dateOf(dates), ''))
  const [first, ...others] = comments
  return first === undefined ? {} : { correction: others.length === 0 ? first : comments }
}

const commentOf = (story: PublishedStory, kind: CorrectionKind, datePublished: string, text: string): Json =>
  present({ '@type': 'CorrectionComment', name: correctionKind(kind, languageOf(story)), text, datePublished })

const present = (value: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== '' && !(Array.isArray(item) && item.length === 0)),
  )

/** Writes JSON that cannot close its script element or open a comment in it. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
