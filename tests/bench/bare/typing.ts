/** Tiptap as it comes: the starter kit in a page of its own, with the words of the story but without facts. */
import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import './typing.css'

interface BenchWindow {
  readonly benchStory: { readonly blocks: readonly { readonly role: string; readonly text: string }[]; readonly contentVisibility: 'auto' | 'visible' }
}

const { blocks, contentVisibility } = (window as unknown as BenchWindow).benchStory
const column = document.querySelector<HTMLElement>('.column')
if (!column) throw new Error('typing.html has no column')
document.documentElement.dataset['contentVisibility'] = contentVisibility

new Editor({
  element: column,
  extensions: [StarterKit],
  content: {
    type: 'doc',
    content: blocks.map(({ role, text }) => ({
      type: role === 'headline' || role === 'subhead' ? 'heading' : 'paragraph',
      ...(role === 'headline' || role === 'subhead' ? { attrs: { level: role === 'headline' ? 1 : 2 } } : {}),
      ...(text === '' ? {} : { content: [{ type: 'text', text }] })
    }))
  }
})
