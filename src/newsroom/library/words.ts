/** An editor teaches the checks words of the desk, and takes them back. Each change is in the library's ledger. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { whyNotMay } from '../../story/assessment/people/rights'
import { NO_WORDS, type DeskWord, type GivenWord } from '../../story/desk/deskWords'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { maskNames } from '../../projection/scan/maskNames'
import type { Source } from '../../story/desk/source'
import { tryWord } from '../../checks/teach/tryWord'
import { whyNotTaught } from '../../checks/teach/whyNotTaught'
import { tidyWord } from '../../story/desk/whyNotWord'
import { NewsroomError } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { foldName } from '../../story/text/words/personName'
import type { Action } from '../state/action'

export const listDeskWords: Action<'words.list'> = ({ library: { words = NO_WORDS } }, _by, { list }) =>
  Promise.resolve(list === undefined ? words : words.filter((word) => word.list === list))

export const addWord: Action<'words.add'> = (room, by, request) =>
  room.changeDesk(by, (facts) => {
    const mayNot = whyNotMay('teachWords', by, { desk: facts })
    if (mayNot !== undefined) throw new NewsroomError('refused', mayNot)
    const { words: known = NO_WORDS } = facts
    const plain = tidyWord(request)
    const problem = whyNotTaught(plain, known)
    if (problem) throw new NewsroomError('usage', problem.why)
    refuseProtected(plain, facts.sources)
    // As the ledger has it: the list is printed, and anybody may read it.
    const given = { ...plain, source: maskNames(plain.source, protectedTerms(facts.sources)) }
    const id = room.ids.next('word', (taken) => known.some((word) => word.id === taken))
    const word: DeskWord = { id, ...given, by, at: room.clock.now() }
    const { list, words, language, source } = given
    return {
      facts: { ...facts, words: [...known, word] },
      answer: { word },
      events: [{ kind: 'wordAdded', word: id, list, words, ...defined({ language }), source }],
    }
  })

/**
 * Everybody at the desk reads its words, and the library's ledger has to hold them as they are: what is not in it does
 * not count (signedWords.ts). So they name no protected source.
 */
function refuseProtected({ words }: GivenWord, sources: readonly Source[]): void {
  const masked = maskNames(words, protectedTerms(sources))
  if (masked !== words) throw new NewsroomError('refused', newsroomText('words.protected', { sealed: masked }))
}

export const removeWord: Action<'words.remove'> = (room, by, { word: called }) =>
  room.changeDesk(by, (facts) => {
    const mayNot = whyNotMay('teachWords', by, { desk: facts })
    if (mayNot !== undefined) throw new NewsroomError('refused', mayNot)
    const { words: known = NO_WORDS } = facts
    const named = known.filter((one) => one.id === called)
    const [word, ...others] = named.length > 0 ? named : known.filter((one) => foldName(one.words) === foldName(called))
    if (!word) throw new NewsroomError('usage', newsroomText('words.unknown', { words: called }))
    if (others.length > 0)
      throw new NewsroomError(
        'usage',
        newsroomText('words.several', { words: called, ids: [word, ...others].map(({ id }) => id).join(', ') }),
      )
    return {
      facts: { ...facts, words: known.filter((one) => one !== word) },
      answer: { word },
      events: [{ kind: 'wordRemoved', word: word.id, list: word.list, words: word.words }],
    }
  })

/** Changes nothing. A word that cannot be saved says why. */
export const tryWordOn: Action<'words.try'> = async ({ library: { words: known = NO_WORDS } }, _by, request) => {
  const { sentence, ...word } = request
  // Nobody has to say where a word is from before it is tried.
  const given = tidyWord({ ...word, source: '-' })
  const problem = whyNotTaught(given, known)
  if (problem) throw new NewsroomError('usage', problem.why)
  return tryWord(given, sentence, known)
}
