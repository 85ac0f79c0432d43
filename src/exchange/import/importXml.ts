import { importsText } from '../../catalogue/rooms/imports'
import type { FormatName, ImportedStory, ReadFile } from './parts/importedStory'
import { ImportError } from './parts/importError'
import { LossCollector } from './parts/losses'
import { decodeMarkup } from './markup/tree/decodeMarkup'
import { elementsIn, type MarkupElement } from './markup/tree/markupTree'
import { parseXml } from './markup/tree/parseXml'
import { storiesOfNewsMl1 } from './newsml/storiesOfNewsMl1'
import { storiesOfNewsMlG2 } from './newsml/storiesOfNewsMlG2'
import { storyOfNitf } from './nitf/storyOfNitf'

const G2 = /^(?:newsItem|newsMessage|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem)$/

/**
 * Imports the XML of newsrooms: NITF 3.x with or without namespace, NewsML-G2 (inline XHTML or NITF; several items give
 * several stories), NewsML 1.x. Invalid files are read as far as they go; what is not kept is listed.
 * @throws ImportError if the XML is not well-formed, of another kind, or has no story.
 */
export function importXml(bytes: Uint8Array, name: string): ReadFile {
  const losses = new LossCollector()
  const root = parseXml(decodeMarkup(bytes, name, losses), name)
  const { format, stories, holds } = read(root, losses, name)
  if (stories.length > 0) return { format, stories }
  throw new ImportError(
    name,
    holds === undefined
      ? importsText('refusal.otherXml', { name: root.name })
      : importsText('refusal.noStory', { holds }),
    holds === undefined ? importsText('advice.xmlKinds') : importsText('advice.onlyItems'),
  )
}

function read(
  root: MarkupElement,
  losses: LossCollector,
  file: string,
): { readonly format: FormatName; readonly stories: readonly ImportedStory[]; readonly holds?: string } {
  if (G2.test(root.name)) return { format: 'newsMlG2', ...storiesOfNewsMlG2(root, losses, file) }
  if (root.name === 'NewsML') return { format: 'newsMl1', ...storiesOfNewsMl1(root, losses, file) }
  const nitfs = root.name === 'nitf' ? [root] : [...elementsIn(root)].filter(({ name }) => name === 'nitf')
  if (nitfs.length > 0) {
    const stories = nitfs.flatMap((nitf) => storyOfNitf(nitf, nitfs.length === 1 ? losses : new LossCollector()) ?? [])
    return { format: 'nitf', stories, holds: importsText('holds.emptyNitf') }
  }
  // A fragment of NewsML-G2, such as an item in a proprietary envelope.
  if ([...elementsIn(root)].some(({ name }) => name === 'newsItem'))
    return { format: 'newsMlG2', ...storiesOfNewsMlG2(root, losses, file) }
  return { format: 'xml', stories: [] }
}
