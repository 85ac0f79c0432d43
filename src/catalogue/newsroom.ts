import { area } from './area'
import en from './en/newsroom.json'

export const newsroomText = area('newsroom', en)
