import { area } from '../area'
import en from '../en/comments.json' with { type: 'json' }

export const commentsText = area('comments', en)
