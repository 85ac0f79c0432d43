import { penText } from '../../catalogue/writing/pen'
import { PenTo } from './PenTo'
import { usePen } from './usePen'

/** Chooses who gets the pen with the bundle. Nothing for a person who may not give it. */
export function BundlePen({ to, onChange }: { readonly to: string; readonly onChange: (name: string) => void }) {
  const pen = usePen()
  if (!pen || pen.isOthers || !(pen.mayGive || pen.mayTake)) return null
  return (
    <PenTo
      label={penText('pen.along')}
      nobody={penText('pen.staysHere', { holder: pen.holder ?? '', has: pen.holder === undefined ? 'no' : 'yes' })}
      value={to}
      without={pen.holder}
      onChange={onChange}
    />
  )
}
