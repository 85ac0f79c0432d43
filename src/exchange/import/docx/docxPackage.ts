import { importsText } from '../../../catalogue/rooms/imports'
import { ImportError } from '../parts/importError'
import { LossCollector } from '../parts/losses'
import { decodeMarkup } from '../markup/tree/decodeMarkup'
import { attributeOf, childrenOf, type MarkupElement } from '../markup/tree/markupTree'
import { parseXml } from '../markup/tree/parseXml'
import { openZip, type ZipParts } from './zipParts'

/** The parts of a Word document that hold text or are needed to read it. No other part is unpacked. */
export interface DocxPackage {
  readonly document: MarkupElement
  readonly styles: MarkupElement | undefined
  readonly numbering: MarkupElement | undefined
  readonly comments: MarkupElement | undefined
  /** Replies and resolved comments (Word 2013 and later). */
  readonly commentsExtended: MarkupElement | undefined
  readonly footnotes: MarkupElement | undefined
  readonly endnotes: MarkupElement | undefined
  /** Headers and footers. */
  readonly margins: readonly MarkupElement[]
  readonly properties: MarkupElement | undefined
  /** Relationship id → address outside the document. */
  readonly links: ReadonlyMap<string, string>
  /** Relationship id → name of a picture's part. */
  readonly pictures: ReadonlyMap<string, string>
  readonly zip: ZipParts
}

interface Relationship {
  readonly id: string
  readonly kind: string
  readonly target: string
  readonly external: boolean
}

/** @throws ImportError if the file is not a Word document, or a part is damaged. */
export async function openDocx(bytes: Uint8Array, file: string): Promise<DocxPackage> {
  const zip = await openZip(bytes, file)
  const main =
    (await relationshipsOf(zip, '', file)).find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml'
  const document = /^(?:word\/|[^/]+\.xml$)/.test(main) ? await partOf(zip, main, file) : undefined
  if (!document || document.name !== 'document')
    throw new ImportError(
      file,
      importsText('refusal.otherPackage', { kind: kindOf(zip) }),
      importsText('advice.saveAsDocx'),
    )
  const related = await relationshipsOf(zip, main, file)
  const part = async (kind: string): Promise<MarkupElement | undefined> => {
    const found = related.find((candidate) => candidate.kind === kind && !candidate.external)
    return found ? partOf(zip, found.target, file) : undefined
  }
  const margins = await Promise.all(
    related
      .filter(({ kind, external }) => /^(?:header|footer)$/.test(kind) && !external)
      .slice(0, 50)
      .map(({ target }) => partOf(zip, target, file)),
  )
  return {
    document,
    zip,
    styles: await part('styles'),
    numbering: await part('numbering'),
    comments: await part('comments'),
    commentsExtended: await part('commentsExtended'),
    footnotes: await part('footnotes'),
    endnotes: await part('endnotes'),
    margins: margins.filter((element) => element !== undefined),
    properties: await partOf(zip, 'docProps/core.xml', file),
    links: new Map(related.filter(({ external }) => external).map(({ id, target }) => [id, target])),
    pictures: new Map(
      related.filter(({ kind, external }) => kind === 'image' && !external).map(({ id, target }) => [id, target]),
    ),
  }
}

async function partOf(zip: ZipParts, name: string, file: string): Promise<MarkupElement | undefined> {
  const bytes = await zip.read(name)
  return bytes && bytes.length > 0 ? parseXml(decodeMarkup(bytes, file, new LossCollector()), file) : undefined
}

/**
 * Returns the relationships of a part ('' is the package). Targets are names in the archive. The kind is the last
 * segment of the type, which strict documents share.
 */
async function relationshipsOf(zip: ZipParts, source: string, file: string): Promise<readonly Relationship[]> {
  const folder = source.includes('/') ? source.slice(0, source.lastIndexOf('/') + 1) : ''
  const list = await partOf(zip, `${folder}_rels/${source.slice(folder.length)}.rels`, file)
  return (list ? childrenOf(list, 'Relationship') : []).map((relationship) => {
    const external = attributeOf(relationship, 'TargetMode') === 'External'
    const target = attributeOf(relationship, 'Target')
    return {
      id: attributeOf(relationship, 'Id'),
      kind: attributeOf(relationship, 'Type').replace(/^.*\//, ''),
      external,
      target: external ? target : target.startsWith('/') ? target.slice(1) : resolved(folder, target),
    }
  })
}

/** "word/" and "../docProps/core.xml" → "docProps/core.xml". */
function resolved(folder: string, target: string): string {
  const steps = folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function kindOf({ names }: ZipParts): string {
  const has = (start: string) => [...names].some((name) => name.startsWith(start))
  return has('xl/')
    ? importsText('package.spreadsheet')
    : has('ppt/')
      ? importsText('package.presentation')
      : names.has('mimetype') && names.has('content.xml')
        ? importsText('package.openDocument')
        : has('META-INF/container.xml')
          ? importsText('package.eBook')
          : importsText('package.zip')
}
