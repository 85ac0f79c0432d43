/** Parsers of the requests about the source book. */
import * as z from 'zod/mini'
import { GROUND_RULES, SOURCE_KINDS } from '../../story/desk/source'
import type { SourceRequests } from '../../story/requests/library/sourceRequests'
import { maybe, text, list, id, name, reason, nothing, type Parsers } from './parsedValues'

const kind = z.enum(SOURCE_KINDS)
const sourceWords = {
  name: maybe(name),
  kind: maybe(kind),
  groundRules: maybe(z.enum(GROUND_RULES)),
  wording: maybe(reason),
  description: maybe(text(500)),
  protected: maybe(z.boolean()),
  aliases: maybe(list(name, 200)),
  contact: maybe(text(2000)),
  pooler: maybe(text(500)),
  poolNumber: maybe(text(100)),
  derivedFrom: maybe(list(id, 100)),
  officialRecord: maybe(z.boolean()),
}

export const SOURCE_PARSERS: Parsers<SourceRequests> = {
  'source.add': () => z.strictObject({ ...sourceWords, name, kind }),
  'source.edit': () =>
    z.strictObject({ source: id, reason: maybe(reason), spelling: maybe(z.boolean()), ...sourceWords }),
  'source.merge': () => z.strictObject({ source: id, into: id }),
  'source.destroy': () => z.strictObject({ source: id, reason }),
  'source.look': () => z.strictObject({ source: id }),
  'source.facts': () => z.strictObject({ source: id }),
  'source.traces': () => z.strictObject({ source: id }),
  'source.list': () => nothing,
}
