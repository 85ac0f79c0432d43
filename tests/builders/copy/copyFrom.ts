import type { Block, Copy, Span } from '../../../src/story/copy/copy'

/**
 * Copy as text: the first line is the headline, the second the deck, each further line a graf. The tag of a fact is
 * written {id:words} and may nest: "It ran {f1:about {f2:100} minutes}."
 */
export function copyFrom(page: string): Copy {
  return page
    .trim()
    .split('\n')
    .map((line, index): Block => {
      const { text, spans } = readTagged(line.trim())
      return { role: index === 0 ? 'headline' : index === 1 ? 'deck' : 'paragraph', text, spans }
    })
}

/** Reads the tags of a line: {id:words}, which may nest. */
export function readTagged(line: string): { readonly text: string; readonly spans: readonly Span[] } {
  let text = ''
  const open: { id: string; from: number }[] = []
  const spans: Span[] = []
  for (let at = 0; at < line.length; at++) {
    const start = /^\{([\w-]+):/.exec(line.slice(at))
    if (start) {
      open.push({ id: start[1] ?? '', from: text.length })
      at += start[0].length - 1
    } else if (line[at] === '}') {
      const { id, from } = open.pop() ?? { id: '', from: 0 }
      spans.push({ from, to: text.length, mark: 'fact', id })
    } else text += line[at]
  }
  return {
    text,
    spans: spans.sort((a, b) => a.from - b.from || a.to - b.to || (idOf(a) < idOf(b) ? -1 : 1)),
  }
}

function idOf(span: Span): string {
  return span.mark === 'fact' ? span.id : ''
}
