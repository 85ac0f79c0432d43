import { Mark } from '@tiptap/core'

/**
 * Marks of pending suggestions (story/markedCopy.ts). They hold an id; who proposes and when is in the record behind it.
 * They have no parse rule: pasted HTML can never bring a suggestion.
 */
export const InsertionMark = Mark.create({
  name: 'insertion',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: { default: null, rendered: false }, as: { default: null, rendered: false } }),
  renderHTML: ({ mark }) => {
    const as: unknown = mark.attrs['as']
    return ['ins', { 'data-suggestion': String(mark.attrs['id']), ...(typeof as === 'string' ? { 'data-break': as === 'line' ? 'line' : 'block' } : {}) }, 0]
  }
})

export const DeletionMark = Mark.create({
  name: 'deletion',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: { default: null, rendered: false } }),
  renderHTML: ({ mark }) => ['del', { 'data-suggestion': String(mark.attrs['id']) }, 0]
})

export const RestyleMark = Mark.create({
  name: 'restyle',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: { default: null, rendered: false }, style: { default: null, rendered: false } }),
  renderHTML: ({ mark }) => ['span', { 'data-suggestion': String(mark.attrs['id']), 'data-restyle': String(mark.attrs['style']).split(' ')[0] ?? '' }, 0]
})
