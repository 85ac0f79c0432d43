import type { KeyId } from '../../ipc/keymap'
import { keyOrName, useKeys } from '../state/commands/commands'
import { KeyCap } from '../ui/controls/KeyCap'

/** In a sentence: the key of a command on its cap, or its name when it has no key. Follows what the person changes. */
export function CommandKey({ id }: { readonly id: KeyId }) {
  const key = useKeys()(id)
  return key === '' ? keyOrName(id) : <KeyCap>{key}</KeyCap>
}
