import type { KeyId } from '../../../ipc/keymap'
import { keyOrName, useKeys } from './commands'
import { KeyCap } from '../../ui/controls/KeyCap'

/** For a sentence: the key cap of a command, or its name if it has no key. Follows changed keys. */
export function CommandKey({ id }: { readonly id: KeyId }) {
  const key = useKeys()(id)
  return key === '' ? keyOrName(id) : <KeyCap>{key}</KeyCap>
}
