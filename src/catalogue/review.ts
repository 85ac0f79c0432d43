import { area } from './area'
import en from './en/review.json'

export const reviewText = area('review', en)
