import { area } from './area'
import en from './en/desk.json'

export const deskText = area('desk', en)
