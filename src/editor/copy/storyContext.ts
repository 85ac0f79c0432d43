import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { Block } from '../../story/copy/copy'
import type { FactType } from '../../story/ledger/facts/fact'

/** The story and person of an editor, and the source of new ids and instants. */
export interface StoryContext {
  readonly doc: Y.Doc
  readonly storyId: string
  /** The person at the keyboard, as named on the roster. */
  readonly person: string
  /** A new id, unused in the story and not in `taken`. */
  readonly newId: (kind?: 'fact' | 'suggestion', taken?: (id: string) => boolean) => string
  /** ISO 8601 instant. */
  readonly now: () => string
  /**
   * Guesses the type of words of a block from what stands around them. Absent, or undefined: the words alone decide.
   */
  readonly guessTypeAt?: ((block: Block, from: number, to: number) => FactType | undefined) | undefined
}

const key = new PluginKey<StoryContext>('storyContext')

export const storyContextPlugin = (context: StoryContext): Plugin<StoryContext> =>
  new Plugin<StoryContext>({ key, state: { init: () => context, apply: (_tr, value) => value } })

export function storyContextOf(state: EditorState): StoryContext {
  const context = key.getState(state)
  if (!context) throw new Error('This editor was not made by createStoryEditor.')
  return context
}
