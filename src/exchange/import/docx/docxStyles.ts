import type { ListKind } from '../../../story/copy/copy'
import { attributeOf, childOf, childrenOf, type MarkupElement } from '../markup/markupTree'
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
}

const PLAIN: ParagraphStyle = { names: [], outline: 0, level: 0 }

/** Returns whether a toggle property is on: `<w:b/>` and `<w:b w:val="true"/>` are; undefined if it is absent. */
export function toggle(properties: MarkupElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name)
  return element ? !/^(?:0|false|off|none)$/.test(attributeOf(element, 'val')) : undefined
}

/** Styles of a document by id, each with what it inherits. */
export class DocxStyles {
  readonly #styles = new Map<string, MarkupElement>()
  readonly #known = new Map<string, ParagraphStyle>()

  constructor(styles: MarkupElement | undefined) {
    for (const style of styles ? childrenOf(styles, 'style') : [])
      this.#styles.set(attributeOf(style, 'styleId'), style)
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
    const name = childOf(style, 'name')
    return {
      names: [(name ? attributeOf(name, 'val') : id).toLowerCase(), ...base.names],
      outline: outline ? outlineOf(attributeOf(outline, 'val')) : base.outline,
      level: level ? Number(attributeOf(level, 'val')) : base.level,
      ...(numId ? { numId: attributeOf(numId, 'val') } : base.numId === undefined ? {} : { numId: base.numId }),
      ...defined({ bold, italic }),
    }
  }
}

/** 0 to 8 are levels 1 to 9; 9 is body text. */
export const outlineOf = (value: string): number => (/^[0-8]$/.test(value) ? Number(value) + 1 : 0)

/** The lists of a document: bulleted or numbered. */
export class DocxNumbering {
  readonly #lists = new Map<string, MarkupElement>()
  readonly #abstract = new Map<string, MarkupElement>()

  constructor(numbering: MarkupElement | undefined) {
    for (const list of numbering ? childrenOf(numbering, 'num') : []) this.#lists.set(attributeOf(list, 'numId'), list)
    for (const list of numbering ? childrenOf(numbering, 'abstractNum') : [])
      this.#abstract.set(attributeOf(list, 'abstractNumId'), list)
  }

  /** Returns undefined if there is no list, or its items have no marks. */
  kindOf(numId: string, level: number): ListKind | undefined {
    const list = this.#lists.get(numId)
    if (!list || numId === '0') return undefined
    const override = childrenOf(list, 'lvlOverride').find(
      (candidate) => attributeOf(candidate, 'ilvl') === String(level),
    )
    const link = childOf(list, 'abstractNumId')
    const abstract = link ? this.#abstract.get(attributeOf(link, 'val')) : undefined
    const found =
      childOf(override, 'lvl') ??
      (abstract
        ? childrenOf(abstract, 'lvl').find((candidate) => attributeOf(candidate, 'ilvl') === String(level))
        : undefined)
    const format = childOf(found, 'numFmt')
    const value = format ? attributeOf(format, 'val') : 'decimal'
    return value === 'none' ? undefined : value === 'bullet' ? 'bullet' : 'ordered'
  }
}
