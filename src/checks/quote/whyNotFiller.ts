import { checksText } from '../../catalogue/rooms/checks'
import { nearWordsIn } from './cuts/nearWords'
import { spokenWords } from './spokenWords'

/** Why words cannot be a filler: "not", "if" or "about" change what a sentence says. `language`: as BCP 47. */
export function whyNotFiller(words: string, language: string | undefined): string | undefined {
  const main = language?.split('-')[0] ?? ''
  if (main === '') return checksText('words.fillerLanguage')
  const spoken = spokenWords(words, { language: main })
  const [hit] = [main, 'und'].flatMap((one) => nearWordsIn(spoken, 0, spoken.length, one))
  if (hit === undefined && !/\p{N}/u.test(words)) return undefined
  return checksText('words.fillerMeans', { words, part: hit?.word ?? words })
}
