import type { ListKind } from '../../../story/copy/copy'
import { attributeOf, childOf, childrenOf, type MarkupElement } from '../markup/tree/markupTree'
import type { ItemNumber } from '../parts/blocks/ListNumbers'
import { defined } from '../../../story/text/defined'

/** The effect of a paragraph style. */
export interface ParagraphStyle {
  /**
   * English names in lower case, as Word keeps them in every language: "heading 1", "title". The nearest style with a
   * known name comes first.
   */
  readonly names: readonly string[]
  /** 1 to 9, or 0. */
  readonly outline: number
  readonly numId?: string
  readonly level: number
  readonly bold?: boolean
  readonly italic?: boolean
  /** Word shows no text of this style. */
  readonly hidden?: boolean
  /** "superscript", "subscript", or "baseline". */
  readonly vertAlign?: string
}

const PLAIN: ParagraphStyle = { names: [], outline: 0, level: 0 }

/** Returns whether a toggle property is on: `<w:b/>` and `<w:b w:val="true"/>` are; undefined if it is absent. */
export function toggle(properties: MarkupElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name)
  return element ? isOn(attributeOf(element, 'val')) : undefined
}

/** Whether a toggle property that is there, with this value or none, is on. */
export const isOn = (value: string): boolean => !/^(?:0|false|off|none)$/.test(value)

/** Styles of a document by id, each with what it inherits. */
export class DocxStyles {
  readonly #styles = new Map<string, MarkupElement>()
  readonly #known = new Map<string, ParagraphStyle>()
  /** The style of paragraphs that name none. */
  readonly #ofParagraphs: string | undefined

  constructor(styles: MarkupElement | undefined) {
    for (const style of styles ? childrenOf(styles, 'style') : []) {
      const id = attributeOf(style, 'styleId')
      this.#styles.set(id, style)
      if (attributeOf(style, 'type') === 'paragraph' && isOn(attributeOf(style, 'default') || '0'))
        this.#ofParagraphs = id
    }
  }

  /**
   * Returns whether styles hide the text of a run that does not say itself whether it is hidden. A style that hides
   * text inside a style that hides text shows it (ECMA-376 part 1, §17.7.3).
   */
  hide(paragraph: string | undefined, run: string | undefined): boolean {
    const around = paragraph ?? this.#ofParagraphs
    const hides = (id: string | undefined): boolean => id !== undefined && this.of(id).hidden === true
    return hides(around) !== hides(run)
  }

  of(id: string): ParagraphStyle {
    const known = this.#known.get(id)
    if (known) return known
    // Set before the parent is read: a cycle of styles ends here.
    this.#known.set(id, PLAIN)
    const style = this.#styles.get(id)
    const resolved = style ? this.#resolve(style, id) : { ...PLAIN, names: [id.toLowerCase()] }
    this.#known.set(id, resolved)
    return resolved
  }

  #resolve(style: MarkupElement, id: string): ParagraphStyle {
    const basedOn = childOf(style, 'basedOn')
    const base = basedOn ? this.of(attributeOf(basedOn, 'val')) : PLAIN
    const properties = childOf(style, 'pPr')
    const outline = childOf(properties, 'outlineLvl')
    const numbering = childOf(properties, 'numPr')
    const numId = childOf(numbering, 'numId')
    const level = childOf(numbering, 'ilvl')
    const bold = toggle(childOf(style, 'rPr'), 'b') ?? base.bold
    const italic = toggle(childOf(style, 'rPr'), 'i') ?? base.italic
    const hidden = toggle(childOf(style, 'rPr'), 'vanish') ?? base.hidden
    const vertAlign = valueIn(childOf(style, 'rPr'), 'vertAlign') ?? base.vertAlign
    const name = childOf(style, 'name')
    return {
      names: [(name ? attributeOf(name, 'val') : id).toLowerCase(), ...base.names],
      outline: outline ? outlineOf(attributeOf(outline, 'val')) : base.outline,
      level: level ? Number(attributeOf(level, 'val')) : base.level,
      ...(numId ? { numId: attributeOf(numId, 'val') } : base.numId === undefined ? {} : { numId: base.numId }),
      ...defined({ bold, italic, hidden, vertAlign }),
    }
  }
}

/** 0 to 8 are levels 1 to 9; 9 is body text. */
export const outlineOf = (value: string): number => (/^[0-8]$/.test(value) ? Number(value) + 1 : 0)

/** The lists of a document: bulleted or numbered. */
export class DocxNumbering {
  readonly #lists = new Map<string, MarkupElement>()
  readonly #abstract = new Map<string, MarkupElement>()
  /** Abstract list → the latest number of each level. */
  readonly #counts = new Map<string, number[]>()
  /** Levels of lists that have an item. */
  readonly #begun = new Set<string>()

  constructor(numbering: MarkupElement | undefined) {
    for (const list of numbering ? childrenOf(numbering, 'num') : []) this.#lists.set(attributeOf(list, 'numId'), list)
    for (const list of numbering ? childrenOf(numbering, 'abstractNum') : [])
      this.#abstract.set(attributeOf(list, 'abstractNumId'), list)
  }

  /** Returns undefined if there is no list, or its items have no marks. */
  kindOf(numId: string, level: number): ListKind | undefined {
    const { format } = this.#levelOf(numId, level) ?? {}
    return format === undefined || format === 'none' ? undefined : format === 'bullet' ? 'bullet' : 'ordered'
  }

  /** Counts a paragraph of a numbered list, from 0 for the outermost level. To be called once for each, in order. */
  next(numId: string, level: number): ItemNumber {
    const { abstract = '', format = '', text = '', start = 1, override } = this.#levelOf(numId, level) ?? {}
    // Lists made of one abstract list count on, one after the other.
    const counts = this.#counts.get(abstract) ?? []
    this.#counts.set(abstract, counts)
    const instance = `${numId} ${level}`
    if (override !== undefined && !this.#begun.has(instance)) counts[level] = override - 1
    this.#begun.add(instance)
    const number = (counts[level] ?? start - 1) + 1
    counts[level] = number
    counts.length = level + 1
    const isPlain = /^[^%\p{L}\p{N}]*%\d[^%\p{L}\p{N}]*$/u.test(text) || text === ''
    return { number, style: isPlain ? (FORMATS[format] ?? format) : text }
  }

  #levelOf(numId: string, level: number): NumberedLevel | undefined {
    const list = this.#lists.get(numId)
    if (!list || numId === '0') return undefined
    const isLevel = (candidate: MarkupElement): boolean => attributeOf(candidate, 'ilvl') === String(level)
    const override = childrenOf(list, 'lvlOverride').find(isLevel)
    const abstract = valueIn(list, 'abstractNumId') ?? ''
    const known = this.#abstract.get(abstract)
    const found = childOf(override, 'lvl') ?? (known ? childrenOf(known, 'lvl').find(isLevel) : undefined)
    const integer = (value: string | undefined): number | undefined =>
      value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined
    return {
      abstract,
      format: valueIn(found, 'numFmt') ?? 'decimal',
      text: valueIn(found, 'lvlText') ?? '',
      ...defined({ start: integer(valueIn(found, 'start')), override: integer(valueIn(override, 'startOverride')) }),
    }
  }
}

const valueIn = (element: MarkupElement | undefined, name: string): string | undefined => {
  const found = childOf(element, name)
  return found && attributeOf(found, 'val')
}

/** A level of a list: its format, what is printed for a number ("%1."), and the numbers it begins with. */
interface NumberedLevel {
  readonly abstract: string
  readonly format: string
  readonly text: string
  readonly start?: number
  /** Where this list, and not others of its abstract list, begins. */
  readonly override?: number
}

/** Word's names of formats → the names that HTML has. */
const FORMATS: Readonly<Record<string, string>> = {
  decimal: '1',
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
}
