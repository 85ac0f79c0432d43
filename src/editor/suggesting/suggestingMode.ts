import { Plugin, PluginKey, type Command, type EditorState } from '@tiptap/pm/state'

/** Editing changes the copy. Suggesting leaves it unchanged and proposes. */
export type WritingMode = 'editing' | 'suggesting'

const key = new PluginKey<WritingMode>('suggestingMode')

export const suggestingMode = (): Plugin<WritingMode> =>
  new Plugin<WritingMode>({
    key,
    state: {
      init: () => 'editing',
      apply: (transaction, mode): WritingMode => (transaction.getMeta(key) as WritingMode | undefined) ?? mode,
    },
    props: { attributes: (state) => ({ 'data-mode': isSuggesting(state) ? 'suggesting' : 'editing' }) },
  })

export const isSuggesting = (state: EditorState): boolean => key.getState(state) === 'suggesting'

export const setWritingMode =
  (mode: WritingMode): Command =>
  (state, dispatch) => {
    if (isSuggesting(state) === (mode === 'suggesting')) return false
    dispatch?.(state.tr.setMeta(key, mode))
    return true
  }
