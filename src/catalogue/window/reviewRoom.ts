import { area } from '../area'
import en from '../en/reviewRoom.json' with { type: 'json' }

export const reviewRoomText = area('reviewRoom', en)
