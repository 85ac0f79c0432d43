import { listWords } from '../../../story/text/words/listWords'
import { libraryText } from '../../../catalogue/window/library'
import { roleOf } from '../../../story/desk/roster'
import { useNewsroom } from '../../state'

/**
 * Says before a PIN is given or set whose PINs end with it: those from before keys, with the first one of an editor.
 */
export function EndingPins({ person }: { readonly person: string }) {
  const { roster, beforeFirstPin } = useNewsroom(({ desk }) => desk)
  if (!beforeFirstPin || roleOf(person, roster) !== 'editor') return null
  const people = roster.flatMap(({ name, pin }) => (pin && name !== person ? [name] : []))
  if (people.length === 0) return null
  return <p className="form-note">{libraryText('pin.ends', { people: listWords(people) })}</p>
}
