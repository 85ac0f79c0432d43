/** Parsers of the requests about the library as a whole and the desk’s words. */
import * as z from 'zod/mini'
import { LONGEST_DEFAULT } from '../../story/desk/storyDefaults'
import { WORD_LISTS } from '../../story/desk/deskWords'
import type { LibraryRequests } from '../../story/requests/library/libraryRequests'
import type { WordRequests } from '../../story/requests/library/wordRequests'
import { maybe, text, whole, list, reason, sha256, nothing, type Parsers } from './parsedValues'

export const LIBRARY_PARSERS: Parsers<LibraryRequests & WordRequests> = {
  'library.doctor': () => z.strictObject({ repair: maybe(z.boolean()) }),
  'library.tidy': () => z.strictObject({ only: maybe(list(sha256, 100_000)) }),
  'library.index': () => z.strictObject({ rebuild: maybe(z.boolean()) }),
  'library.backUp': () =>
    z.strictObject({
      to: text(4096, 1),
      make: maybe(z.boolean()),
      known: maybe(z.boolean()),
      begin: maybe(z.boolean()),
    }),
  'library.history': () => nothing,
  'library.losses': () => nothing,
  'library.defaults': () => nothing,
  'library.acceptLoss': () => z.strictObject({ losses: list(text(5000), 10_000, 1), reason }),
  'library.settings': () =>
    z.strictObject({
      deskOfOne: maybe(z.boolean()),
      historyLimit: maybe(whole(1_000_000, 100_000_000_000)),
      defaults: maybe(
        z.strictObject({
          byline: maybe(z.boolean()),
          place: maybe(text(LONGEST_DEFAULT)),
          language: maybe(text(LONGEST_DEFAULT)),
          provider: maybe(text(LONGEST_DEFAULT)),
          copyrightLine: maybe(text(LONGEST_DEFAULT)),
          usageTerms: maybe(text(LONGEST_DEFAULT)),
          zone: maybe(text(LONGEST_DEFAULT)),
        }),
      ),
    }),
  'words.list': () => z.strictObject({ list: maybe(z.enum(WORD_LISTS)) }),
  'words.add': () =>
    z.strictObject({ list: z.enum(WORD_LISTS), words: text(200, 1), language: maybe(text(35)), source: text(1000) }),
  'words.remove': () => z.strictObject({ word: text(200, 1) }),
  'words.try': () =>
    z.strictObject({
      list: z.enum(WORD_LISTS),
      words: text(200, 1),
      language: maybe(text(35)),
      sentence: text(5000, 1),
    }),
}
