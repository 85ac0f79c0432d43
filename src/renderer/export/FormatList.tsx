import { useId } from 'react'
import { exportPanelText } from '../../catalogue/window/exportPanel'
import { EXPORT_FORMATS, type ExportFormat } from '../../story/requests/requests'
import { BUNDLE_WORDS, FORMAT_WORDS } from './exportWords'

/** A format, or the story whole in a bundle. */
export type Chosen = ExportFormat | 'bundle'

const CHOICES: readonly Chosen[] = [...EXPORT_FORMATS, 'bundle']

/** What a story can leave as: one of the formats, or whole. */
export function FormatList({
  chosen,
  onChoose,
}: {
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}) {
  const id = useId()
  return (
    <fieldset className="form-group">
      <legend className="field-label">{exportPanelText('exportPanel.format')}</legend>
      {CHOICES.map((value) => {
        const words = value === 'bundle' ? BUNDLE_WORDS : FORMAT_WORDS[value]
        return (
          <label key={value} className="export-format">
            <input
              type="radio"
              name={`${id}-format`}
              checked={chosen === value}
              autoFocus={chosen === value}
              onChange={() => onChoose(value)}
            />
            <span>
              <strong>{words.name}</strong>
              <span className="soft">{words.what}</span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
