import { factsText } from '../../../catalogue/story/facts'
import { sheetText } from '../../../catalogue/writing/sheet'
import type { FoundInSheet } from './useFindState'

export const replacedWords = (count: number): string => sheetText('find.replaced', { count })

/** “3 of 12”, and the detail of the picture that it is in. */
export function matchCountText({ matches, words, current, detail }: FoundInSheet): string {
  if (matches === 0) return sheetText('find.none')
  if (current < 0)
    return words > 0 ? sheetText('find.allDone', { matches: words }) : sheetText('find.onlyBeside', { matches })
  const position = sheetText('find.position', { at: current + 1, matches })
  return detail ? sheetText('find.inDetail', { position, detail: factsText(`pictureDetail.${detail}`) }) : position
}
