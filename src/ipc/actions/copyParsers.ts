/** Parsers of the requests about the copy: words, comments, pictures and suggestions. */
import * as z from 'zod/mini'
import type { CopyRequests } from '../../story/requests/copyRequests'
import {
  maybe,
  text,
  whole,
  list,
  id,
  words,
  someWords,
  place,
  nth,
  sha256,
  storyOnly,
  type Parsers,
} from './parsedValues'

const seenSuggestions = list(
  z.strictObject({ id, inserted: maybe(text(10_000_000)), deleted: maybe(text(10_000_000)) }),
  100_000,
  1,
)
const pictureWords = {
  alt: maybe(words),
  credit: maybe(words),
  rights: maybe(words),
  captured: maybe(text(100)),
}
const comment = text(20_000)
const onWords = {
  on: maybe(words),
  nth: maybe(nth),
  place: maybe(z.strictObject({ block: place, from: place, to: place, words })),
}

export const COPY_PARSERS: Parsers<CopyRequests> = {
  'copy.replace': () => z.strictObject({ story: id, replace: someWords, with: words, nth: maybe(nth) }),
  'copy.dropOverrides': () => z.strictObject({ story: id, mark: maybe(id) }),
  'comment.add': () =>
    z.strictObject({ story: id, text: comment, ...onWords, mustFix: maybe(z.boolean()), assignee: maybe(text(500)) }),
  'comment.place': () => z.strictObject({ story: id, comment: id, ...onWords, mark: maybe(id) }),
  'comment.reply': () => z.strictObject({ story: id, comment: id, text: comment }),
  'comment.change': () =>
    z.strictObject({
      story: id,
      comment: id,
      mustFix: maybe(z.boolean()),
      assignee: maybe(text(500)),
      resolved: maybe(z.boolean()),
    }),
  'comment.edit': () =>
    z.strictObject({ story: id, comment: id, answer: maybe(nth), text: comment, was: maybe(comment) }),
  'comment.delete': () => z.strictObject({ story: id, comment: id, answer: maybe(nth), was: maybe(comment) }),
  'comment.restore': () => z.strictObject({ story: id, comment: id }),
  'picture.add': () =>
    z.strictObject({ story: id, file: sha256, after: maybe(whole(0, 1e6)), cutline: maybe(words), ...pictureWords }),
  'picture.describe': () => z.strictObject({ story: id, nth: maybe(nth), file: maybe(sha256), ...pictureWords }),
  'suggestion.list': () => storyOnly,
  'suggestion.propose': () => z.strictObject({ story: id, replace: someWords, with: words, nth: maybe(nth) }),
  'suggestion.accept': () => z.strictObject({ story: id, suggestions: seenSuggestions }),
  'suggestion.reject': () => z.strictObject({ story: id, suggestions: seenSuggestions }),
}
