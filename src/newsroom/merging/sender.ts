/** Who handed a bundle over, and what of it is believed. */
import type { Sender } from '../../document/merge/tryMerge'
import type { StoryBundle } from '../../exchange/bundle/storyBundle'
import type { Person } from '../../story/desk/roster'
import type { MergeSender } from '../../story/requests/exchange/mergeRequests'
import { defined } from '../../story/text/defined'
import type { DeviceCard } from '../../story/trust/keys/deviceCard'
import type { KeyHistory } from '../../story/trust/keys/knownKeys'
import { checkSignature } from '../../storage/disk/crypto/ed25519'
import { readCard } from '../people/deviceCardText'

/** The card in a bundle. The reader has checked that the manifest is signed with its key. */
export const cardIn = ({ card }: Pick<StoryBundle, 'card'>): DeviceCard | undefined =>
  card === undefined ? undefined : readCard(card, checkSignature)

/** Who handed a bundle over as its manifest says, their role on this roster, and how well their key is known here. */
export function senderOf(
  bundle: Pick<StoryBundle, 'manifest' | 'card'>,
  history: KeyHistory,
  roster: readonly Person[],
): MergeSender {
  const { by: person, device } = bundle.manifest
  const card = cardIn(bundle)
  const role = roster.find(({ name }) => name === person)?.role
  const shown = { person, device, ...defined({ card: bundle.card, role }) }
  if (!card) return { ...shown, standing: 'none' }
  const key = history.keys.get(card.id)
  if (!key || key.person !== person || key.device !== device) return { ...shown, standing: 'new' }
  if (key.retired !== undefined) return { ...shown, standing: 'ended' }
  return { ...shown, standing: key.elsewhere ? 'trusted' : 'own' }
}

/**
 * What of the sender's word on who typed what counts. `opens`: who opens the bundle: they answer for it, too, where
 * nobody here trusts its key.
 */
export function wordOf({ person, device, standing }: MergeSender, history: KeyHistory, opens: string): Sender {
  if (standing !== 'trusted' && standing !== 'own')
    return { names: [...new Set([person, opens])].filter((name) => name !== ''), sure: new Set() }
  const live = [...history.keys.values()].filter((key) => key.grade !== 'library' && key.retired === undefined)
  const own = live.filter((key) => key.device === device && !key.elsewhere)
  // A card says what device it likes. Only the key that signs the notes there is proven to be of that machine.
  const { notes } = live.find((key) => key.elsewhere && key.device === device && key.person === person) ?? {}
  const there = standing === 'own' ? own : live.filter((key) => notes !== undefined && key.notes === notes)
  return { names: [person], sure: new Set(there.map((key) => key.person)) }
}
