/** Bare Tiptap: the starter kit in its own page, with the story's words and without facts. */
import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import './typing.css'

interface BenchStory {
  readonly blocks: readonly { readonly role: string; readonly text: string }[]
  readonly contentVisibility: 'auto' | 'visible'
}

/** Called once, by the bench. */
function openBenchStory({ blocks, contentVisibility }: BenchStory): void {
  document.documentElement.dataset['contentVisibility'] = contentVisibility
  new Editor({
    element: document.querySelector<HTMLElement>('.column'),
    extensions: [StarterKit],
    content: {
      type: 'doc',
      content: blocks.map(({ role, text }) => ({
        type: role === 'headline' || role === 'subhead' ? 'heading' : 'paragraph',
        ...(role === 'headline' || role === 'subhead' ? { attrs: { level: role === 'headline' ? 1 : 2 } } : {}),
        ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
      })),
    },
  })
}

Object.assign(window, { openBenchStory })
