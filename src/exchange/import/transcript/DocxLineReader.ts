import { importsText } from '../../../catalogue/rooms/imports'
import { SaxesParser } from 'saxes'
import { figuresAt, type Level } from '../../../story/copy/markup/raisedFigures'
import { defined } from '../../../story/text/defined'
import { isOn, type DocxStyles } from '../docx/docxStyles'
import { TableTracker, type ReadCell } from '../parts/blocks/tableTracker'
import type { TranscriptLine } from './transcriptLine'

type Attributes = Readonly<Record<string, string>>

/** A run that is being read. */
interface Run {
  level: Level | undefined
  /** The level of the run itself counts, and not the one of its style. */
  hasOwnLevel: boolean
  style: string | undefined
  /** What the run itself says of its text. */
  vanishes: boolean | undefined
}

/** Reads the text part of a Word document as lines, from its beginning to its end. */
export class DocxLineReader {
  readonly #tables = new TableTracker()
  readonly #lines: { readonly text: string; readonly cell: ReadCell | undefined }[] = []
  #text = ''
  #inText = false
  #depthOfBoxes = 0
  #depthOfMoved = 0
  #isFormerStyle = false
  /** The styles that the open paragraphs name: a text box stands inside a paragraph. */
  readonly #paragraphs: (string | undefined)[] = []
  #run: Run | undefined
  /** Figures at one level. Word may split "-6" into runs. */
  #figures: { readonly level: Level; readonly text: string } | undefined

  constructor(private readonly styles: DocxStyles) {}

  /** Throws an Error if the XML is damaged or has a document type. */
  read(xml: string): readonly TranscriptLine[] {
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    // A document type could define entities that expand without limit.
    parser.on('doctype', () => {
      throw new Error(importsText('damage.documentType'))
    })
    parser.on('opentag', ({ name, attributes }) => this.#open(localName(name), attributes))
    parser.on('closetag', ({ name }) => this.#close(localName(name)))
    parser.on('text', (part) => {
      if (this.#inText) this.#add(part)
    })
    parser.write(xml).close()
    if (this.#text !== '' || this.#figures) this.#endLine()
    return this.#lines.map(({ text, cell }) => defined({ text, cell: this.#tables.placeOf(cell) }))
  }

  #open(tag: string, attributes: Attributes): void {
    // A text box is stored twice: once as newer markup, once as a fallback.
    if (tag === 'Fallback') this.#depthOfBoxes++
    if (tag === 'moveFrom') this.#depthOfMoved++
    if (tag === 't') this.#inText = this.#depthOfBoxes === 0 && this.#depthOfMoved === 0 && !this.#isHidden()
    if (tag === 'p') this.#paragraphs.push(undefined)
    if (tag === 'r') this.#run = { level: undefined, hasOwnLevel: false, style: undefined, vanishes: undefined }
    if (tag === 'rPrChange' || tag === 'pPrChange') this.#isFormerStyle = true
    if (!this.#isFormerStyle) this.#readStyle(tag, attributes)
    if (tag === 'tab') this.#add(' ')
    if (tag === 'br' || tag === 'cr') this.#endLine()
    if (this.#depthOfBoxes > 0) return
    if (tag === 'tbl') this.#tables.openTable()
    if (tag === 'tr') this.#tables.openRow()
    if (tag === 'tc') this.#tables.openCell()
    if (tag === 'noBreakHyphen') this.#add('-')
  }

  #close(tag: string): void {
    if (tag === 'Fallback') this.#depthOfBoxes--
    if (tag === 'moveFrom') this.#depthOfMoved--
    if (tag === 't') this.#inText = false
    if (tag === 'rPrChange' || tag === 'pPrChange') this.#isFormerStyle = false
    if (tag === 'r') this.#run = undefined
    if (tag === 'p') {
      this.#paragraphs.pop()
      this.#endLine()
    }
    if (this.#depthOfBoxes > 0) return
    if (tag === 'tc') this.#tables.closeCell()
    if (tag === 'tbl') this.#tables.closeTable()
  }

  /** Reads what a paragraph or a run says of its look. */
  #readStyle(tag: string, attributes: Attributes): void {
    if (tag === 'pStyle') this.#paragraphs[this.#paragraphs.length - 1] = valueOf(attributes)
    const run = this.#run
    if (!run) return
    if (tag === 'rStyle') {
      run.style = valueOf(attributes)
      if (!run.hasOwnLevel) run.level = levelNamed(this.styles.of(run.style).vertAlign)
    }
    if (tag === 'vanish') run.vanishes = isOn(valueOf(attributes))
    if (tag === 'vertAlign') {
      run.level = levelNamed(valueOf(attributes))
      run.hasOwnLevel = true
    }
  }

  #isHidden(): boolean {
    return this.#run?.vanishes ?? this.styles.hide(this.#paragraphs.at(-1), this.#run?.style)
  }

  #add(part: string): void {
    const level = this.#run?.level
    if (this.#figures?.level !== level) this.#writeFigures()
    if (level === undefined) this.#text += part
    else this.#figures = { level, text: `${this.#figures?.text ?? ''}${part}` }
  }

  #writeFigures(): void {
    if (this.#figures) this.#text += figuresAt(this.#figures.text, this.#figures.level)
    this.#figures = undefined
  }

  #endLine(): void {
    this.#writeFigures()
    this.#lines.push({ text: this.#text, cell: this.#tables.cell })
    this.#text = ''
  }
}

const localName = (name: string): string => name.replace(/^.*:/u, '')

const valueOf = (attributes: Attributes): string =>
  Object.entries(attributes).find(([key]) => /(?:^|:)val$/u.test(key))?.[1] ?? ''

/** The level that a value of `vertAlign` names. */
const levelNamed = (name: string | undefined): Level | undefined =>
  name === 'superscript' || name === 'subscript' ? name : undefined
