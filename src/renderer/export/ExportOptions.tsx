import { exportPanelText } from '../../catalogue/window/exportPanel'
import { useId } from 'react'
import {
  FORMAT_VERSIONS,
  hasEditions,
  INCLUDABLE,
  INCLUDED_PARTS,
  type ExportChoices,
  type ExportFormat,
  type IncludedPart,
} from '../../story/requests/requests'
import { CheckField, SelectField, type Option } from '../ui'

interface ExportOptionsProps {
  readonly format: ExportFormat
  readonly choices: ExportChoices
  readonly onChange: (choices: ExportChoices) => void
}

/** The choices of the selected format. Nothing for formats without choices. */
export function ExportOptions({ format, choices, onChange }: ExportOptionsProps) {
  const id = useId()
  const versions = FORMAT_VERSIONS[format] ?? []
  return (
    <>
      {versions.length > 1 ? (
        <fieldset className="form-choice">
          <legend className="field-label">
            {format === 'factsheet' ? exportPanelText('exportOptions.as') : exportPanelText('exportOptions.version')}
          </legend>
          {versions.map((version) => (
            <label key={version}>
              <input
                type="radio"
                name={`${id}-version`}
                checked={(choices.formatVersion ?? versions[0]) === version}
                onChange={() => onChange({ ...choices, formatVersion: version })}
              />{' '}
              {VERSION_WORDS[version] ?? version}
            </label>
          ))}
        </fieldset>
      ) : null}
      {hasEditions(format) ? (
        <fieldset className="form-choice form-choice-rows">
          <legend className="field-label">{exportPanelText('exportOptions.edition')}</legend>
          <label>
            <input
              type="radio"
              name={`${id}-edition`}
              checked={(choices.edition ?? 'internal') === 'internal'}
              onChange={() => onChange({ ...choices, edition: 'internal' })}
            />{' '}
            {exportPanelText('exportOptions.internal')}{' '}
            <span className="soft">{exportPanelText('exportOptions.peopleSourcesQueries')}</span>
          </label>
          <label>
            <input
              type="radio"
              name={`${id}-edition`}
              checked={choices.edition === 'public'}
              onChange={() => onChange({ ...choices, edition: 'public' })}
            />{' '}
            {exportPanelText('exportOptions.public')}{' '}
            <span className="soft">{exportPanelText('exportOptions.withoutThem')}</span>
          </label>
        </fieldset>
      ) : null}
      {(INCLUDABLE[format] ?? []).map((part) => (
        <CheckField
          key={part}
          label={INCLUDE_WORDS[part].label}
          hint={INCLUDE_WORDS[part].hint}
          checked={choices.include?.includes(part) ?? false}
          onChange={(event) => onChange(withPart(choices, part, event.target.checked))}
        />
      ))}
      {format === 'html' ? (
        <CheckField
          label={exportPanelText('exportOptions.bare')}
          hint={exportPanelText('exportOptions.bareHint')}
          checked={choices.bare ?? false}
          onChange={(event) => onChange({ ...choices, bare: event.target.checked })}
        />
      ) : null}
      {format === 'markdown' ? (
        <CheckField
          label={exportPanelText('exportOptions.embed')}
          hint={exportPanelText('exportOptions.embedHint')}
          checked={choices.embed ?? false}
          onChange={(event) => onChange({ ...choices, embed: event.target.checked })}
        />
      ) : null}
      {format === 'text' ? (
        <>
          <SelectField
            label={exportPanelText('exportOptions.columnsLine')}
            value={String(choices.lineLength ?? '')}
            options={lineLengths(choices.lineLength)}
            onChange={(event) => onChange(withLineLength(choices, event.target.value))}
          />
          <CheckField
            label={exportPanelText('exportOptions.slugLine')}
            hint={exportPanelText('exportOptions.slugUrgencyVersionDate')}
            checked={choices.slugHeader ?? false}
            onChange={(event) => onChange({ ...choices, slugHeader: event.target.checked })}
          />
        </>
      ) : null}
    </>
  )
}

/** The line lengths that wires ask for, and the one that is set. */
function lineLengths(set: number | undefined): readonly Option[] {
  const columns = [...new Set([60, 64, 69, 72, 80, ...(set === undefined ? [] : [set])])].sort((a, b) => a - b)
  return [
    { value: '', label: exportPanelText('exportOptions.lineEachGraf') },
    ...columns.map((value) => ({ value: String(value), label: String(value) })),
  ]
}

const withLineLength = ({ lineLength: _before, ...rest }: ExportChoices, chosen: string): ExportChoices =>
  chosen === '' ? rest : { ...rest, lineLength: Number(chosen) }

const VERSION_WORDS: Readonly<Record<string, string>> = {
  get html() {
    return exportPanelText('exportOptions.page')
  },
  pdf: 'PDF',
  get docx() {
    return exportPanelText('exportOptions.word')
  },
}

const INCLUDE_WORDS: Readonly<Record<IncludedPart, { readonly label: string; readonly hint: string }>> = {
  comments: {
    get label() {
      return exportPanelText('exportOptions.comments')
    },
    get hint() {
      return exportPanelText('exportOptions.wordsOwnNamesTimes')
    },
  },
  suggestions: {
    get label() {
      return exportPanelText('exportOptions.suggestions')
    },
    get hint() {
      return exportPanelText('exportOptions.trackedChangesNamesTimes')
    },
  },
}

function withPart({ include = [], ...rest }: ExportChoices, part: IncludedPart, on: boolean): ExportChoices {
  const parts = INCLUDED_PARTS.filter((one) => (one === part ? on : include.includes(one)))
  return parts.length === 0 ? rest : { ...rest, include: parts }
}
