import { importsText } from '../../../catalogue/rooms/imports'
import type { Block } from '../../../story/copy/copy'
import { cleanEntering, copyWords, enteringNames, hasUnwanted } from '../../../story/text/words/strayCharacters'
import type { ImportedStory } from './importedStory'

/**
 * The story without direction overrides (U+202A to U+202E), which show words in another order than they are stored, and
 * without control characters. They are listed as a loss.
 */
export function withoutOverrides(story: ImportedStory): ImportedStory {
  // The bytes of pictures are no text.
  const { pictures: _bytes, losses, blocks, review, ...rest } = story
  const { value, count: inFields } = cleanEntering(rest)
  const count = inFields + cleanEntering({ blocks, review }, copyWords).count
  if (count === 0) return story
  const example = blocks.find(({ text }) => hasUnwanted(text))?.text ?? ''
  return {
    ...story,
    ...value,
    ...(story.fields?.byline
      ? { fields: { ...value.fields, byline: cleanEntering(story.fields.byline, enteringNames).value } }
      : {}),
    blocks: blocks.map(cleanBlock),
    ...(review
      ? {
          review: {
            ...cleanEntering({ ...review, marked: [] }, copyWords).value,
            marked: review.marked.map((block) => ({
              ...cleanBlock(block),
              proposed: moved(block.text, block.proposed),
            })),
          },
        }
      : {}),
    losses: [
      ...losses,
      {
        what: importsText('loss.directionOverrides'),
        count,
        example: copyWords(example).slice(0, 80),
      },
    ],
  }
}

/** Spans keep their characters. One of dropped characters only goes with them. */
function cleanBlock<B extends Block>(block: B): B {
  const { spans, ...rest } = block
  return { ...cleanEntering(rest, copyWords).value, spans: moved(block.text, spans) } as unknown as B
}

function moved<S extends { readonly from: number; readonly to: number }>(text: string, spans: readonly S[]): S[] {
  if (!hasUnwanted(text)) return [...spans]
  const at = (offset: number): number => copyWords(text.slice(0, offset)).length
  return spans.flatMap((span) => {
    const [from, to] = [at(span.from), at(span.to)]
    return from < to ? [{ ...span, from, to }] : []
  })
}
