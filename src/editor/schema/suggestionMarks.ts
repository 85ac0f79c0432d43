import { Mark } from '@tiptap/core'
import { attrsDrawn } from './drawnMark'

/**
 * Marks of pending suggestions (story/copy/suggestions/markedCopy.ts). They hold an id; the record has person and time.
 * Only elements that the sheet drew are parsed as such: pasted HTML never brings a suggestion.
 */
export const InsertionMark = Mark.create({
  name: 'insertion',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: { default: null, rendered: false }, as: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'ins', getAttrs: attrsDrawn('insertion') }],
  renderHTML: ({ mark }) => {
    const as: unknown = mark.attrs['as']
    return [
      'ins',
      {
        'data-suggestion': String(mark.attrs['id']),
        ...(typeof as === 'string' ? { 'data-break': as === 'line' ? 'line' : 'block' } : {}),
      },
      0,
    ]
  },
})

export const DeletionMark = Mark.create({
  name: 'deletion',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'del', getAttrs: attrsDrawn('deletion') }],
  renderHTML: ({ mark }) => ['del', { 'data-suggestion': String(mark.attrs['id']) }, 0],
})

export const RestyleMark = Mark.create({
  name: 'restyle',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: { default: null, rendered: false }, style: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'span', getAttrs: attrsDrawn('restyle') }],
  renderHTML: ({ mark }) => [
    'span',
    { 'data-suggestion': String(mark.attrs['id']), 'data-restyle': String(mark.attrs['style']).split(' ')[0] ?? '' },
    0,
  ],
})
