import { area } from '../area'
import en from '../en/editor.json' with { type: 'json' }

export const editorText = area('editor', en)
