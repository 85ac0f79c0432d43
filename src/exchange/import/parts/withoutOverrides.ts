import { importsText } from '../../../catalogue/rooms/imports'
import type { Block } from '../../../story/copy/copy'
import { dropDirectionOverrides, hasDirectionOverride } from '../../../story/text/words/directionOverrides'
import type { ImportedStory } from './importedStory'

/**
 * The story without direction overrides (U+202A to U+202E), which show words in another order than they are stored.
 * They are listed as a loss.
 */
export function withoutOverrides(story: ImportedStory): ImportedStory {
  // The bytes of pictures are no text.
  const { pictures: _bytes, losses, blocks, review, ...rest } = story
  const counted = dropDirectionOverrides({ ...rest, blocks, review })
  if (counted.count === 0) return story
  const { value } = dropDirectionOverrides(rest)
  const example = blocks.find(({ text }) => hasDirectionOverride(text))?.text ?? ''
  return {
    ...story,
    ...value,
    blocks: blocks.map(cleanBlock),
    ...(review
      ? {
          review: {
            ...dropDirectionOverrides({ ...review, marked: [] }).value,
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
        count: counted.count,
        example: dropDirectionOverrides(example).value.slice(0, 80),
      },
    ],
  }
}

/** Spans keep their characters. One of direction overrides only goes with them. */
function cleanBlock<B extends Block>(block: B): B {
  const { spans, ...rest } = block
  return { ...dropDirectionOverrides(rest).value, spans: moved(block.text, spans) } as unknown as B
}

function moved<S extends { readonly from: number; readonly to: number }>(text: string, spans: readonly S[]): S[] {
  if (!hasDirectionOverride(text)) return [...spans]
  const at = (offset: number): number => dropDirectionOverrides(text.slice(0, offset)).value.length
  return spans.flatMap((span) => {
    const [from, to] = [at(span.from), at(span.to)]
    return from < to ? [{ ...span, from, to }] : []
  })
}
