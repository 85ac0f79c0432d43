import { Mark } from '@tiptap/core'
import { attrsDrawn } from './drawnMark'
import { safeHref } from './safeHref'

export const Bold = Mark.create({
  name: 'bold',
  inclusive: true,
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
})

export const Italic = Mark.create({
  name: 'italic',
  inclusive: true,
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0],
})

export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes() {
    return { href: { default: null, parseHTML: (element) => safeHref(element.getAttribute('href')) ?? null } }
  },
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (safeHref(element.getAttribute('href')) === undefined ? false : null) },
  ],
  renderHTML({ mark }) {
    const href = safeHref(mark.attrs['href'])
    return ['a', href === undefined ? {} : { href, rel: 'noopener noreferrer nofollow' }, 0]
  },
})

/**
 * The tag of a fact: only an id. Typing at its edge stays outside (the words of a fact extend over tokens instead).
 * Tags may overlap. Only an element that the sheet drew is parsed as one: pasted HTML never brings a tag.
 */
export const FactMark = Mark.create({
  name: 'fact',
  inclusive: false,
  excludes: '',
  addAttributes() {
    return { id: { default: null, rendered: false } }
  },
  parseHTML: () => [{ tag: 'span', getAttrs: attrsDrawn('fact') }],
  renderHTML: ({ mark }) => ['span', { 'data-fact-id': String(mark.attrs['id']) }, 0],
})

export const CommentMark = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes() {
    return { id: { default: null, rendered: false } }
  },
  parseHTML: () => [{ tag: 'span', getAttrs: attrsDrawn('comment') }],
  renderHTML: () => ['span', { 'data-comment': '' }, 0],
})
