import { area } from '../area'
import en from '../en/review.json' with { type: 'json' }

export const reviewText = area('review', en)
