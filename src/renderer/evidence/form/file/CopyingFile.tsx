import { evidenceText } from '../../../../catalogue/window/evidence'
import { fileSize } from '../../../../story/text/format/fileSize'
import { Button } from '../../../ui'
import type { Copying } from './useCopying'

/** How far the copying of a file is, and the button that stops it. */
export function CopyingFile({ copying, onStop }: { readonly copying: Copying; readonly onStop: () => void }) {
  const { name, size, copied } = copying
  return (
    <div className="file-copying">
      <progress aria-label={evidenceText('fileField.copying', { name })} max={size || 1} value={copied} />
      <span className="soft">
        {evidenceText('fileField.of', { floor: Math.floor((copied / (size || 1)) * 100), count: fileSize(size) })}
      </span>
      <Button keys={evidenceText('fileField.esc')} onClick={onStop}>
        {evidenceText('fileField.stop')}
      </Button>
    </div>
  )
}
