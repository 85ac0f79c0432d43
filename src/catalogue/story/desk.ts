import { area } from '../area'
import en from '../en/desk.json' with { type: 'json' }

export const deskText = area('desk', en)
