import { BLOCK_ELEMENTS } from '../../../story/copy/markup/blockElements'
import { hasOwnMarks, marksOfQuoted } from '../../../story/copy/markup/quotedElement'
import { figuresAt } from '../../../story/copy/markup/raisedFigures'

/**
 * Returns the text of a piece of HTML. Drops tags, comments, scripts and styles; block tags and `br` become line
 * breaks. Cells are joined with “ | ”, so that no figure grows together with the next.
 */
export function textOfHtml(html: string): string {
  let depth = 0
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replaceAll(CELL, '')
    .replace(/<t[dh]\b[^<>]*>/gi, CELL)
    .replace(BREAKS, BREAK)
    .replace(RAISED, (_, name: string, text: string) =>
      figuresAt(text, name.toLowerCase() === 'sup' ? 'superscript' : 'subscript'),
    )
    .replace(QUOTED, (whole, text: string) => (hasOwnMarks(text) ? text : whole))
    .replace(/<(\/?)q\b[^<>]*>/gi, (_, end: string) => {
      if (end === '') return marksOfQuoted(depth++).charAt(0)
      depth = Math.max(0, depth - 1)
      return marksOfQuoted(depth).charAt(1)
    })
    .replace(/<[a-z/!?][^<>]*>/gi, '')
    .split(BREAK)
    .map(rowOf)
    .join(BREAK)
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
        return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
      },
    )
    .trim()
}

/** Figures above and below the line. */
const RAISED = /<(sup|sub)\b[^<>]*>([^<>]{0,200})<\/\1\s*>/gi

/** Words in quotation marks that a browser draws. */
const QUOTED = /<q\b[^<>]*>([^<>]{0,2000})<\/q\s*>/gi

/** Stands before the text of a cell. */
const CELL = '\u0001'
const rowOf = (text: string): string => {
  const [before = '', ...cells] = text.split(CELL).map((cell) => cell.trim())
  return cells.length === 0 ? text : [...(before === '' ? [] : [before]), ...cells].join(' | ')
}

const BREAK = '\n\n'
/** A block in a cell begins where the cell does. */
const BREAKS = new RegExp(`(?<!${CELL}\\s{0,20})<(?:br|/?tr|/?(?:${[...BLOCK_ELEMENTS].join('|')}))\\b[^<>]*>`, 'gi')

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }
