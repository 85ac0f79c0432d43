import { area } from './area'
import en from './en/reviewRoom.json'

export const reviewRoomText = area('reviewRoom', en)
