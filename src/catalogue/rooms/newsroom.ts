import { area } from '../area'
import en from '../en/newsroom.json' with { type: 'json' }

export const newsroomText = area('newsroom', en)
