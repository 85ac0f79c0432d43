import type { MarkupElement } from '../markup/tree/markupTree'

/** Whether the class or `itemprop` of an element has one of the words. Put `[\s_-]` around each word. */
export const classed = ({ attributes }: MarkupElement, words: RegExp): boolean =>
  words.test(` ${attributes['class'] ?? ''} ${attributes['itemprop'] ?? ''} `)

/** The class names of bylines, of the story and of its pictures. */
export const BYLINE = /[\s_-]byline[\s_-]/i
