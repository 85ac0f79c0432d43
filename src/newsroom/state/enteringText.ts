/**
 * Which texts of a request enter a story or leave with it. Direction overrides and control characters are
 * dropped from them, and rare separators become spaces.
 */
import type { ActionName, RequestOf } from '../../story/requests/requests'
import { cleanEntering, enteringNames, enteringWords } from '../../story/text/words/strayCharacters'

const PICTURE_WORDS = ['alt', 'credit', 'rights', 'captured']

/** Not the words that a person saw, and not those to find: a story from before may hold such characters. */
const ENTERING: Readonly<Partial<Record<ActionName, readonly string[]>>> = {
  'story.alert': ['headline', 'slug'],
  'story.setField': ['value'],
  'story.move': ['reason'],
  'copy.replace': ['with'],
  'suggestion.propose': ['with'],
  'comment.add': ['text'],
  'comment.reply': ['text'],
  'picture.add': ['cutline', ...PICTURE_WORDS],
  'picture.describe': PICTURE_WORDS,
  'fact.tag': ['statement', 'attributedTo'],
  'fact.describe': ['statement', 'attributedTo'],
  'fact.sign': ['proposed', 'reason'],
  'fact.answer': ['text'],
  'fact.translate': ['translation'],
  'fact.response': ['who', 'how', 'when', 'reply'],
  'correction.note': ['was', 'is', 'cause', 'publicText'],
  'version.keep': ['name'],
  'words.add': ['words', 'source'],
  'words.try': ['words'],
}

/** Fields that name people. */
const NAMES: ReadonlySet<unknown> = new Set(['author', 'assignee', 'byline', 'contributors'])

export function withoutOverrides<A extends ActionName>(
  action: A,
  request: RequestOf<A>,
): { readonly request: RequestOf<A>; readonly dropped: number } {
  let dropped = 0
  const clean: Record<string, unknown> = { ...request }
  for (const name of ENTERING[action] ?? []) {
    const isName = name === 'value' && NAMES.has(clean['field'])
    const { value, count } = cleanEntering(clean[name], isName ? enteringNames : enteringWords)
    if (count > 0) clean[name] = value
    dropped += count
  }
  return { request: dropped === 0 ? request : (clean as RequestOf<A>), dropped }
}
