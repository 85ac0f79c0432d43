import { area } from './area'
import en from './en/comments.json'

export const commentsText = area('comments', en)
