import { bareNames } from '../../story/desk/names/bareNames'
import type { Source, SourceWords } from '../../story/desk/source'
import { listFromText } from './listText'

/** What a form says of a source. Several of a kind are parted by commas. */
type Said = Pick<SourceWords, 'kind' | 'protected'> & Readonly<Record<'aliases' | 'contact' | 'description', string>>

/** Whether a change may take away what exports are searched for, so that a reason is asked for. The owner decides. */
export function mayWeaken(from: Source, said: Said): boolean {
  if (!from.protected) return false
  const lacks = (before: readonly string[], now: string): boolean =>
    before.some((part) => !listFromText(now).includes(part))
  return (
    !said.protected ||
    lacks(listFromText(from.contact ?? ''), said.contact) ||
    lacks(from.aliases, said.aliases) ||
    mayHideName(from, said)
  )
}

/** Names are sought without their titles only of a person, and not where the agreed description has them. */
function mayHideName({ kind, name, aliases, description = '' }: Source, said: Said): boolean {
  if (kind !== 'person') return false
  const bare = [...bareNames(name, true), ...aliases.flatMap((alias) => bareNames(alias, false))]
  if (said.kind !== 'person') return bare.length > 0
  const words = bare.flatMap((one) => letters(one).split(' '))
  return said.description !== description && words.some((word) => letters(said.description).includes(word))
}

const letters = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
