/**
 * Reads the paragraphs of a Word document (ECMA-376, WordprocessingML) as lines, without tracked deletions, what a
 * tracked move took away, and hidden text: nobody who reads the document sees these words there.
 */
import { importsText } from '../../../catalogue/rooms/imports'
import { SaxesParser } from 'saxes'
import { fromBuffer } from 'yauzl'
import { figuresAt, type Level } from '../../../story/copy/markup/raisedFigures'
import { DocxStyles, isOn } from '../docx/docxStyles'
import { parseXml } from '../markup/tree/parseXml'
import { ImportError } from '../parts/importError'
import { TableTracker, type ReadCell } from '../parts/blocks/tableTracker'
import type { TranscriptLine } from './transcriptLine'
import { defined } from '../../../story/text/defined'
import { messageOf } from '../../../story/text/messageOf'

/** Bytes of the unpacked text part. A novel has 5 MB. */
const LARGEST_PART = 64 * 1024 * 1024

export async function linesOfDocx(name: string, bytes: Uint8Array): Promise<readonly TranscriptLine[]> {
  let [xml, styles]: (string | undefined)[] = []
  try {
    xml = await partOf(bytes, 'word/document.xml')
    styles = await partOf(bytes, 'word/styles.xml')
  } catch (error) {
    throw new ImportError(
      name,
      importsText('refusal.damagedZip', { problem: messageOf(error) }),
      importsText('advice.saveAgain'),
    )
  }
  if (xml === undefined)
    throw new ImportError(name, importsText('refusal.noWordDocument'), importsText('advice.unpack'))
  try {
    return linesOfXml(xml, new DocxStyles(styles === undefined ? undefined : parseXml(styles, name)))
  } catch {
    throw new ImportError(name, importsText('refusal.damagedText'), importsText('advice.saveAgainInWord'))
  }
}

function partOf(bytes: Uint8Array, part: string): Promise<string | undefined> {
  return new Promise((done, failed) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true },
      (error, archive) => {
        if (error) return failed(error)
        archive.on('error', failed)
        archive.on('end', () => done(undefined))
        archive.on('entry', (entry: { readonly fileName: string; readonly uncompressedSize: number }) => {
          if (entry.fileName !== part) return archive.readEntry()
          if (entry.uncompressedSize > LARGEST_PART) return failed(new Error(importsText('refusal.largeText')))
          archive.openReadStream(entry as never, (unreadable, stream) => {
            if (unreadable) return failed(unreadable)
            const chunks: Buffer[] = []
            stream.on('error', failed)
            stream.on('data', (chunk: Buffer) => chunks.push(chunk))
            stream.on('end', () => done(Buffer.concat(chunks).toString('utf8')))
          })
        })
        archive.readEntry()
      },
    )
  })
}

function linesOfXml(xml: string, styles: DocxStyles): readonly TranscriptLine[] {
  const tables = new TableTracker()
  const lines: { readonly text: string; readonly cell: ReadCell | undefined }[] = []
  let text = ''
  let inText = false
  let depthOfBoxes = 0
  let depthOfMoved = 0
  let [inRun, isFormerStyle] = [false, false]
  /** The styles that the open paragraphs name: a text box stands inside a paragraph. */
  const paragraphs: (string | undefined)[] = []
  /** Of the run that is being read. */
  let level: Level | undefined
  /** The level of the run itself counts, and not the one of its style. */
  let hasOwnLevel = false
  let runStyle: string | undefined
  /** What the run itself says of its text. */
  let vanishes: boolean | undefined
  const isHidden = (): boolean => vanishes ?? styles.hide(paragraphs.at(-1), runStyle)
  /** Figures at one level. Word may split "-6" into runs. */
  let figures: { readonly level: Level; text: string } | undefined
  const writeFigures = (): void => {
    if (figures) text += figuresAt(figures.text, figures.level)
    figures = undefined
  }
  const add = (part: string): void => {
    if (figures?.level !== level) writeFigures()
    if (level === undefined) text += part
    else figures = { level, text: `${figures?.text ?? ''}${part}` }
  }
  const end = (): void => {
    writeFigures()
    lines.push({ text, cell: tables.cell })
    text = ''
  }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  // A document type could define entities that expand without limit.
  parser.on('doctype', () => {
    throw new Error(importsText('damage.documentType'))
  })
  parser.on('opentag', ({ name, attributes }) => {
    const tag = name.replace(/^.*:/u, '')
    // A text box is stored twice: once as newer markup, once as a fallback.
    if (tag === 'Fallback') depthOfBoxes++
    if (tag === 'moveFrom') depthOfMoved++
    if (tag === 't') inText = depthOfBoxes === 0 && depthOfMoved === 0 && !isHidden()
    if (tag === 'p') paragraphs.push(undefined)
    if (tag === 'r') {
      level = undefined
      hasOwnLevel = false
      runStyle = undefined
      vanishes = undefined
      inRun = true
    }
    if (tag === 'rPrChange' || tag === 'pPrChange') isFormerStyle = true
    if (tag === 'pStyle' && !isFormerStyle) paragraphs[paragraphs.length - 1] = valueOf(attributes)
    if (tag === 'rStyle' && inRun && !isFormerStyle) {
      runStyle = valueOf(attributes)
      if (!hasOwnLevel) level = levelNamed(styles.of(runStyle).vertAlign)
    }
    if (tag === 'vanish' && inRun && !isFormerStyle) vanishes = isOn(valueOf(attributes))
    if (tag === 'vertAlign' && inRun && !isFormerStyle) {
      level = levelNamed(valueOf(attributes))
      hasOwnLevel = true
    }
    if (tag === 'tab') add(' ')
    if (tag === 'br' || tag === 'cr') end()
    if (depthOfBoxes > 0) return
    if (tag === 'tbl') tables.openTable()
    if (tag === 'tr') tables.openRow()
    if (tag === 'tc') tables.openCell()
    if (tag === 'noBreakHyphen') add('-')
  })
  parser.on('closetag', ({ name }) => {
    const tag = name.replace(/^.*:/u, '')
    if (tag === 'Fallback') depthOfBoxes--
    if (tag === 'moveFrom') depthOfMoved--
    if (tag === 't') inText = false
    if (tag === 'rPrChange' || tag === 'pPrChange') isFormerStyle = false
    if (tag === 'r') {
      level = undefined
      runStyle = undefined
      vanishes = undefined
      inRun = false
    }
    if (tag === 'p') {
      paragraphs.pop()
      end()
    }
    if (depthOfBoxes > 0) return
    if (tag === 'tc') tables.closeCell()
    if (tag === 'tbl') tables.closeTable()
  })
  parser.on('text', (part) => {
    if (inText) add(part)
  })
  parser.write(xml).close()
  if (text !== '' || figures) end()
  return lines.map((line) => defined({ text: line.text, cell: tables.placeOf(line.cell) }))
}

const valueOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([key]) => /(?:^|:)val$/u.test(key))?.[1] ?? ''

/** The level that a value of `vertAlign` names. */
const levelNamed = (name: string | undefined): Level | undefined =>
  name === 'superscript' || name === 'subscript' ? name : undefined
