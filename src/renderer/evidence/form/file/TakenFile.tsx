import type { ReactNode } from 'react'
import { evidenceText } from '../../../../catalogue/window/evidence'
import { fileSize } from '../../../../story/text/format/fileSize'
import { Button } from '../../../ui'
import type { Captured } from './captureFile'

interface TakenFileProps {
  readonly file: Captured
  /** Says which file this one took the place of. */
  readonly replaced: ReactNode
  readonly onRemove: () => void
}

/** The file that was taken, and the button that removes it from the form. */
export function TakenFile({ file, replaced, onRemove }: TakenFileProps) {
  return (
    <div className="file-taken">
      <bdi className="file-name">{file.name}</bdi> <span className="soft">{fileSize(file.size)}</span>
      <Button look="plain" onClick={onRemove}>
        {evidenceText('fileField.remove')}
      </Button>
      {file.trouble ? <p className="field-hint">{file.trouble}</p> : null}
      {replaced}
    </div>
  )
}
