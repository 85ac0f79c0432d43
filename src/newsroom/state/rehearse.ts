import type { Block } from '../../story/copy/copy'
import { guardDocument } from '../../document/guardDocument'
import { loadDoc } from '../../document/createStoryDoc'
import { StoryReader } from '../../document/storyReader'
import { newStoryState } from '../../storage/story/newStoryState'

const WORDS = 'Talks about tariffs ended after two hours, officials said. '
const GRAF: Block = {
  role: 'paragraph',
  text: WORDS.repeat(3),
  spans: [
    { from: 3, to: 9, mark: 'bold' },
    { from: 12, to: 20, mark: 'italic' },
    { from: 60, to: 70, mark: 'link', href: 'https://example.org/' },
  ],
}
const GRAFS = 40

let isRehearsed = false

/**
 * Makes a story of nobody's and throws it away, once in a process that waits for a thread to read a file: so what makes stories is compiled
 * when the first one comes. Takes some 5 ms; a long document is made 3 ms sooner for it.
 */
export function rehearse(): void {
  if (isRehearsed) return
  isRehearsed = true
  const doc = loadDoc([
    newStoryState({ copy: Array.from({ length: GRAFS }, () => GRAF), fields: { language: 'en' } }, 1, ''),
  ])
  guardDocument(doc)
  new StoryReader(doc).read()
}
