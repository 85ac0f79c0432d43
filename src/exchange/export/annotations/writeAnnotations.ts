import { sheetLanguage } from '../parts/language'
import { inLanguage, languageNow } from '../../../catalogue/area'
import { exportsText } from '../../../catalogue/rooms/exports'
import { projectionText } from '../../../catalogue/rooms/projection'
import { projectFactSheet, type FactSheet, type SheetFact } from '../../../projection/factSheet/factSheet'
import { factRows } from '../../../projection/factSheet/factSheetRows'
import { lineOf, type PublishedStory } from '../../../projection/published/publishedStory'
import { publishableText } from '../../../projection/published/publishableText'
import { uuidOf } from '../../../projection/published/uuidOf'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Copy } from '../../../story/copy/copy'
import { correctionLoss } from '../parts/correctionFields'
import { embargoNote, isEmbargoed } from '../parts/embargo'
import { fileNameOf, fileWord } from '../parts/fileName'
import { lossList } from '../parts/lossList'
import { projected } from '../parts/projected'
import { toBytes, type TextWriter, type WriterInput } from '../parts/writer'
import { defined } from '../../../story/text/defined'

/**
 * Writes the facts as W3C Web Annotations (Recommendation of 23 February 2017): a collection of one page. Positions
 * count Unicode code points in the text of the story: its blocks joined by one empty line, in their own Unicode
 * normal form. A killed story keeps the words around its facts, which are its body, at the desk. The public edition
 * of a kill has the kill text and no facts.
 */
export const annotationsWriter: TextWriter = {
  mediaType: 'application/ld+json',
  audience: 'desk',
  hasEmbargoField: false,
  fileName: (input) =>
    isPublic(input)
      ? fileNameOf(input, 'public', '.jsonld', fileWord('facts'))
      : fileNameOf(input, 'wire', '.jsonld', fileWord('internalFacts')),
  write: (input) => {
    const {
      story,
      assessments = [],
      sources = new Map(),
      edition = 'internal',
      gives,
      dates: { killReason },
    } = input
    const made = <T>(make: () => T): T => inLanguage(sheetLanguage(story), make)
    const sheet = made(() =>
      projectFactSheet({ story, assessments, sources, edition, ...defined({ gives, killText: killReason }) }),
    )
    return {
      bytes: toBytes(
        `${JSON.stringify(
          made(() => collectionOf(input, sheet)),
          null,
          2,
        )}\n`,
      ),
      losses: lossList({
        ...correctionLoss(input),
        [exportsText('loss.lostFacts')]: sheet.tray.map(({ words, type }) => words || type),
      }),
    }
  },
}

const isPublic = ({ edition }: WriterInput): boolean => edition === 'public'

/** The W3C context lacks `assessing`, a term of the vocabulary. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { assessing: 'oa:assessing', stet: 'urn:x-stet:vocab#' }] as const

function collectionOf(input: WriterInput, { facts, killText = '' }: FactSheet): Record<string, unknown> {
  const { assessments = [], edition = 'internal', draft = false, dates } = input
  const story = projected(input, 'public')
  const wire = projected(input, 'wire')
  const embargoed = isEmbargoed(wire, input.now)
  const standing = assessments.filter((fact) => fact.ranges.length > 0)
  const text = textOfCopy(input.story.copy)
  const items = standing.flatMap((assessment, index) => {
    const fact = facts[index]
    return fact ? [annotationOf(assessment, fact, story, text, dates.version ?? story.created)] : []
  })
  const id = uuidOf(`${story.guid} ${story.version} facts ${edition}`)
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: embargoed ? `${embargoNote(wire)} ${labelOf(story, draft)}` : labelOf(story, draft),
    ...(embargoed ? { 'stet:embargo': wire.fields.wire?.embargo } : {}),
    ...(killText === '' ? {} : { 'stet:killText': killText }),
    total: items.length,
    first: { id: `${id}:page:1`, type: 'AnnotationPage', startIndex: 0, items },
  }
}

function labelOf(story: PublishedStory, draft: boolean): string {
  const facts = exportsText('annotations.label', {
    headline: lineOf(story.blocks, 'headline'),
    version: story.version,
  })
  const title = story.pubStatus === 'canceled' ? exportsText('title.killed', { title: facts }) : facts
  return draft ? exportsText('title.draft', { title }) : title
}

interface CopyText {
  readonly text: string
  /** Offsets of the blocks in `text`, in UTF-16 units. */
  readonly starts: readonly number[]
}

function textOfCopy(copy: Copy): CopyText {
  const starts: number[] = []
  let text = ''
  copy.forEach((block, index) => {
    if (index > 0) text += '\n\n'
    starts.push(text.length)
    text += block.text
  })
  return { text, starts }
}

function annotationOf(
  assessment: Assessment,
  fact: SheetFact,
  story: PublishedStory,
  { text, starts }: CopyText,
  versionDate: string,
): Record<string, unknown> {
  const [first] = assessment.ranges
  const last = assessment.ranges.at(-1)
  const begin = (starts[first?.block ?? 0] ?? 0) + (first?.from ?? 0)
  const end = (starts[last?.block ?? 0] ?? 0) + (last?.to ?? 0)
  // A tag that ends inside a surrogate pair covers the whole character.
  const [from, to] = [begin - (splitsPair(text, begin) ? 1 : 0), end + (splitsPair(text, end) ? 1 : 0)]
  const { signOff } = fact
  return {
    '@context': CONTEXT,
    id: uuidOf(`${story.guid} ${assessment.id}`),
    type: 'Annotation',
    motivation: ['assessing', 'stet:factChecking'],
    created: signOff?.at ?? versionDate,
    ...defined({ creator: signOff?.by === undefined ? undefined : { type: 'Person', name: signOff.by } }),
    generator: { id: 'urn:x-stet:app', type: 'Software', name: 'Stet' },
    body: [
      {
        type: 'TextualBody',
        purpose: 'classifying',
        value: fact.status,
        format: 'text/plain',
        language: languageNow(),
      },
      { type: 'TextualBody', purpose: 'tagging', value: fact.type, format: 'text/plain', language: languageNow() },
      ...comments(fact).map((value) => ({ type: 'TextualBody', purpose: 'commenting', value, format: 'text/plain' })),
    ],
    target: {
      source: story.guid,
      state: { type: 'TimeState', sourceDate: new Date(versionDate).toISOString() },
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: publishableText(text.slice(from, to)),
          ...(story.pubStatus === 'canceled'
            ? {}
            : {
                prefix: publishableText(context(text.slice(Math.max(0, from - 40), from))),
                suffix: publishableText(context(text.slice(to, to + 40))),
              }),
        },
        { type: 'TextPositionSelector', start: codePoints(text.slice(0, from)), end: codePoints(text.slice(0, to)) },
      ],
    },
  }
}

const splitsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))

/** Drops half a surrogate pair at either end. */
const context = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
const codePoints = (text: string): number => [...text].length

const comments = (fact: SheetFact): readonly string[] => [
  ...(fact.attributedTo === '' ? [] : [exportsText('annotations.attributedTo', { source: fact.attributedTo })]),
  ...(fact.statement === '' ? [] : [exportsText('annotations.claim', { claim: fact.statement })]),
  ...fact.reasons.map((reason) => exportsText('annotations.lapsed', { reason })),
  ...(fact.signOff?.selfChecked ? [exportsText('annotations.selfChecked', { status: fact.signOff.status })] : []),
  ...(fact.signOff?.reason === undefined ? [] : [exportsText('annotations.reason', { reason: fact.signOff.reason })]),
  ...fact.backup.map(({ source, contradicts, locator, excerpt }) =>
    quoting(
      exportsText(contradicts ? 'annotations.contradictedBy' : 'annotations.backedBy', {
        source: [source, locator].filter(Boolean).join(', '),
      }),
      excerpt,
    ),
  ),
  ...factRows(fact)
    .filter(({ term }) => rowsOfSheet().includes(term))
    .map(({ term, text, quoted }) => quoting(`${term}: ${text}`, quoted?.text ?? '')),
]

const quoting = (text: string, quoted: string): string =>
  quoted === '' ? text : exportsText('annotations.quoting', { text, quoted })

/** Rows of the fact sheet that the lines above do not cover. */
const rowsOfSheet = (): readonly string[] => [
  projectionText('factSheetRows.translated'),
  projectionText('factSheetRows.workedOut'),
  projectionText('factSheetRows.responseSought'),
]
