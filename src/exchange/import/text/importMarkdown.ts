import { importsText } from '../../../catalogue/rooms/imports'
import type { ImportedStory } from '../parts/importedStory'
import { blocksOfMarkdown } from './blocksOfMarkdown'
import { tellCorrections } from '../parts/blocks/correctionLine'
import { decodeText } from '../parts/decodeText'
import { detectLanguage } from '../parts/detectLanguage'
import { ImportError } from '../parts/importError'
import { LossCollector } from '../parts/losses'
import { copyBelowDesk } from '../parts/blocks/copyBelowDesk'
import { withoutKill } from '../parts/blocks/withoutKill'
import { DeskMatter } from '../parts/fields/DeskMatter'
import { partsOfCopy } from '../parts/blocks/partsOfCopy'

/**
 * Imports Markdown (CommonMark and GFM). Keeps headings, lists, quotes, bold, italic, links, hard breaks, tables and
 * embedded pictures. Of other pictures it keeps cutline, credit and alternative text, of code, HTML and footnotes the
 * text, and lists each as a loss. Nothing is fetched.
 * @throws ImportError if the bytes are not text.
 */
export function importMarkdown(bytes: Uint8Array, name: string): ImportedStory {
  const losses = new LossCollector()
  const read = blocksOfMarkdown(decodeText(bytes, name, losses), losses)
  const desk = new DeskMatter(losses)
  for (const until of read.embargoes) desk.embargoLine(`Embargo: ${until}`)
  const { blocks, fields: guessed } = partsOfCopy(withoutKill(copyBelowDesk(read.blocks, desk, losses), losses))
  const fields = { ...guessed, ...desk.fields() }
  tellCorrections(blocks, losses)
  if (blocks.length === 0) throw new ImportError(name, importsText('refusal.noText'), importsText('advice.checkFile'))
  return {
    blocks,
    losses: losses.list(),
    language: detectLanguage(blocks.map((block) => block.text).join('\n')),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(read.pictures.size > 0 ? { pictures: read.pictures } : {}),
  }
}
