/** What a sign-off keeps of the signed view. */
import type { GrafRest, PartText, PictureView, KeyedHash, ViewParts } from '../facts/viewParts'
import { either, listOf, maybe, number, parts, recordOf, text, type Shape } from './shape'

const partText: Shape<PartText> = either(text, parts<KeyedHash>({ source: text, mac: text }))
const two: Shape<readonly [string, string]> = (value): value is readonly [string, string] =>
  listOf(text)(value) && value.length === 2

export const viewParts = parts<ViewParts>({
  rule: number,
  type: text,
  claim: maybe(partText),
  saidBy: maybe(partText),
  shown: maybe(text),
  near: maybe(partText),
  nth: maybe(number),
  nearShown: maybe(text),
  graf: partText,
  rest: maybe(parts<GrafRest>({ left: partText, right: partText, at: number, edges: two })),
  before: maybe(partText),
  beside: maybe(partText),
  headers: maybe(listOf(partText)),
  belongsTo: maybe(listOf(partText)),
  ranks: maybe(listOf(number)),
  picture: maybe(parts<PictureView>({ file: text, alt: partText, credit: partText, captured: partText })),
  links: maybe(listOf(partText)),
  dateline: maybe(text),
  commitments: recordOf(text),
})
