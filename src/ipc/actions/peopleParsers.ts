/** Parsers of the requests about the roster, PINs and devices. */
import * as z from 'zod/mini'
import { ROLES } from '../../story/desk/roster'
import type { PeopleRequests } from '../../story/requests/library/peopleRequests'
import { maybe, text, name, pin, nothing, type Parsers } from './parsedValues'

export const PEOPLE_PARSERS: Parsers<PeopleRequests> = {
  'roster.add': () => z.strictObject({ name, role: maybe(z.enum(ROLES)) }),
  'roster.leave': () => z.strictObject({ person: name }),
  'roster.return': () => z.strictObject({ person: name }),
  'pin.set': () => z.strictObject({ pin, was: maybe(pin), code: maybe(pin), newKey: maybe(z.literal(true)) }),
  'pin.recover': () => z.strictObject({ words: text(500), pin }),
  'pin.remove': () => z.strictObject({ was: maybe(pin) }),
  'pin.invite': () => z.strictObject({ person: name }),
  'pin.reset': () => z.strictObject({ person: name }),
  'pin.ends': () => z.strictObject({ person: name }),
  'device.card': () => nothing,
  'device.read': () => z.strictObject({ card: text(20_000) }),
  'device.trust': () => z.strictObject({ card: text(20_000), code: text(40), role: maybe(z.enum([...ROLES, 'none'])) }),
  'device.end': () => z.strictObject({ key: text(80) }),
  'device.list': () => nothing,
  'roster.list': () => nothing,
}
