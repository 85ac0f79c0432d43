import { importsText } from '../../../catalogue/rooms/imports'
import type { Block } from '../../../story/copy/copy'
import { NO_PICTURE, type Picture } from '../../../story/copy/picture'
import { standingCopy, type MarkedBlock, type MarkedCopy } from '../../../story/copy/suggestions/markedCopy'
import type { Fields } from '../../../story/ledger/fields'
import { bylineFrom } from '../parts/fields/bylineFrom'
import { creditFrom } from '../parts/fields/creditFrom'
import { readPicture } from '../parts/dataPicture'
import { datelineFrom } from '../parts/fields/readDateline'
import { detectLanguage } from '../parts/detectLanguage'
import type { ReadFile } from '../parts/importedStory'
import { ImportError } from '../parts/importError'
import { LossCollector } from '../parts/losses'
import { childrenOf, lineOfText, type MarkupElement } from '../markup/tree/markupTree'
import { mediaTopicFrom } from '../parts/fields/mediaTopicFrom'
import { copyBelowDesk } from '../parts/blocks/copyBelowDesk'
import { DeskMatter } from '../parts/fields/DeskMatter'
import { asPart, bodyBlocks, partsOfCopy } from '../parts/blocks/partsOfCopy'
import { DocxReader } from './DocxReader'
import { openDocx, type DocxPackage } from './docxPackage'
import type { DocxBlock } from './paragraphKind'
import { defined } from '../../../story/text/defined'

/**
 * Imports a Word document, transitional or strict Office Open XML. Keeps headings, lists, quotes, links, bold and
 * italic. Footnotes go to the end and are listed as losses. Comments keep their ranges, replies and authors. Tracked
 * changes become suggestions of their authors; the copy is the text without them. Nothing is fetched, and only the
 * parts with text are unpacked.
 * @throws ImportError if the file is not a Word document, or is damaged, locked or compressed beyond the limits.
 */
export async function importDocx(bytes: Uint8Array, name: string): Promise<ReadFile> {
  const losses = new LossCollector()
  const pack = await openDocx(bytes, name)
  const reader = new DocxReader(pack, losses)
  const { blocks: found, pictures } = await withPictures(reader.read(), pack, losses)
  if (found.length === 0) throw new ImportError(name, importsText('refusal.noText'), importsText('advice.checkFile'))
  const properties = propertiesOf(pack.properties)
  const { blocks, fields } = partsOfDocx(found, reader.dateline, properties, losses)
  const marked: MarkedCopy = blocks.map((block): MarkedBlock => ({ proposed: [], ...block }))
  const review = { marked, suggestions: reader.review.suggestions, comments: reader.review.comments() }
  const isReviewed = review.suggestions.length + review.comments.length > 0
  const language = properties.get('language') || detectLanguage(blocks.map(({ text }) => text).join('\n'))
  return {
    format: 'wordDocument',
    stories: [
      {
        blocks: isReviewed ? standingCopy(marked) : blocks,
        losses: losses.list(),
        language,
        fields,
        ...(isReviewed ? { review } : {}),
        ...(pictures.size > 0 ? { pictures } : {}),
      },
    ],
  }
}

/**
 * Gives each picture its bytes, and the caption right after it as its cutline. A picture that a story cannot hold is
 * listed as a loss, and its caption is a cutline alone. Other captions become text.
 */
async function withPictures(
  found: readonly DocxBlock[],
  pack: DocxPackage,
  losses: LossCollector,
): Promise<{ readonly blocks: readonly DocxBlock[]; readonly pictures: ReadonlyMap<string, Uint8Array> }> {
  const pictures = new Map<string, Uint8Array>()
  const blocks: DocxBlock[] = []
  /** The picture that the next caption belongs to. */
  let uncaptioned: Picture | undefined
  for (const { embedded, caption, ...block } of found) {
    const before = uncaptioned
    uncaptioned = undefined
    const credit = caption ? creditFrom(caption.credit, block.text) : ''
    if (caption?.alone) blocks.push({ ...block, role: 'cutline', picture: { ...NO_PICTURE, credit } })
    else if (caption && before) {
      if (before.file !== '') blocks.pop()
      blocks.push({ ...block, role: 'cutline', picture: { ...before, credit } })
    } else if (!embedded) blocks.push({ ...block, text: `${block.text}${caption?.credit ?? ''}` })
    else {
      const { part, alt, about } = embedded
      const bytes = part === undefined ? undefined : await pack.zip.read(part)
      const read = bytes ? readPicture(bytes, alt) : undefined
      uncaptioned = read ?? { ...NO_PICTURE, alt }
      if (bytes && read) {
        pictures.set(read.file, bytes)
        blocks.push({ ...block, picture: read })
      } else if (part !== undefined)
        losses.add('pictures', [alt || about, part].filter((word) => word !== '').join(' '))
    }
  }
  return { blocks, pictures }
}

function propertiesOf(core: MarkupElement | undefined): ReadonlyMap<string, string> {
  return new Map(
    (core ? childrenOf(core) : [])
      .map((property) => [property.name, lineOfText(property)] as const)
      .filter(([, value]) => value !== ''),
  )
}

/** Finds headline, deck and byline by the names of their styles, else by their form. */
function partsOfDocx(
  found: readonly DocxBlock[],
  dateline: string,
  properties: ReadonlyMap<string, string>,
  losses: LossCollector,
): { readonly blocks: readonly Block[]; readonly fields: Partial<Fields> } {
  const of = (part: DocxBlock['part']): DocxBlock | undefined => found.find((block) => block.part === part)
  const [headline, deck, byline, contributors, rights] = [
    of('headline'),
    of('deck'),
    of('byline'),
    of('contributors'),
    of('rights'),
  ]
  const skipped = new Set([headline, deck, byline, contributors, rights])
  // Under a title, level 1 headings become subheads, and all deeper levels move down by one.
  const deeper = headline && found.some(({ depth, part }) => depth === 1 && part === undefined) ? 1 : 0
  const desk = new DeskMatter(losses)
  const rest = copyBelowDesk(
    found.filter((block) => !skipped.has(block)),
    desk,
    losses,
  ).map(({ part: _part, ...block }) => (block.depth > 0 ? { ...block, depth: block.depth + deeper } : block))
  const keywords = (properties.get('keywords') ?? '')
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const subjects = (properties.get('subject') ?? '').split(/[,;]/).flatMap((code) => mediaTopicFrom(code.trim()) ?? [])
  const guess = headline ? undefined : partsOfCopy(rest)
  const blocks =
    guess && !deck
      ? guess.blocks
      : [
          ...(headline ? [asPart('headline', headline)] : []),
          ...(deck ? [asPart('deck', deck)] : []),
          ...bodyBlocks(rest),
        ]
  const title = properties.get('title') ?? ''
  for (const [property, value] of properties) {
    if (
      /^(?:keywords|language|identifier|created|modified|revision|lastPrinted)$/.test(property) ||
      (property === 'subject' && subjects.length > 0) ||
      (property === 'title' && blocks.some(({ text }) => text === title))
    )
      continue
    losses.add('documentProperties', `${property}: ${value}`)
  }
  return {
    blocks,
    fields: {
      ...guess?.fields,
      ...desk.fields(),
      ...(keywords.length > 0 ? { keywords } : {}),
      ...defined({ byline: byline && bylineFrom(byline.text) }),
      ...(dateline.trim() === '' ? {} : { dateline: datelineFrom(dateline) }),
      ...(subjects.length > 0 ? { subjects } : {}),
      ...defined({ contributors: contributors?.text, copyrightLine: rights?.text }),
    },
  }
}
