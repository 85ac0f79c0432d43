import { styleProperty } from './wordStyle'

/** Elements of HTML that begin a block of their own, in an imported page as in a pasted one. */
export const BLOCK_ELEMENTS = new Set([
  'html',
  'body',
  'p',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'hgroup',
  'search',
  'figure',
  'figcaption',
  'address',
  'pre',
  'dl',
  'dt',
  'dd',
  'ul',
  'ol',
  'menu',
  'li',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'caption',
  'fieldset',
  'legend',
  'form',
  'details',
  'summary',
  'center',
  'dir',
  'listing',
  'xmp',
  'plaintext',
  'table',
  'hr',
])

/** Values of `display` that begin a block. Pages write the lines of a headline so, in elements of a line. */
const BLOCK_DISPLAYS: ReadonlySet<string> = new Set(['block', 'flow-root', 'list-item', 'flex', 'grid', 'table'])

/** Whether an element begins a block by its style, whatever its name is. */
export const isBlockStyle = (style: string): boolean => BLOCK_DISPLAYS.has(styleProperty(style, 'display'))
