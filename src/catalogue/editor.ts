import { area } from './area'
import en from './en/editor.json'

export const editorText = area('editor', en)
