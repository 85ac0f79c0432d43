import { sourcesText } from '../../catalogue/window/sources'
import { isAlias, nameParts } from '../../story/desk/names/nameParts'
import type { SourceWords } from '../../story/desk/source'
import { CheckField } from '../ui'

interface NamePartsProps {
  readonly source: Pick<SourceWords, 'name' | 'kind' | 'aliases' | 'protected'>
  readonly onAliases: (aliases: readonly string[]) => void
}

/** Asks which parts of a protected name the leak scan also looks for alone. */
export function NameParts({ source: { name, kind, aliases, protected: guarded }, onAliases }: NamePartsProps) {
  const parts = guarded ? nameParts({ name, kind }) : []
  if (parts.length === 0) return null
  return (
    <fieldset className="form-group">
      <legend className="field-label">{sourcesText('nameParts.copySaysOnlyPart')}</legend>
      <p className="form-note">{sourcesText('nameParts.nameLookedWholePart')}</p>
      {parts.map((part) => (
        <CheckField
          key={part}
          label={sourcesText('nameParts.lookAlone', { part })}
          checked={isAlias(part, aliases)}
          onChange={(event) =>
            onAliases(event.target.checked ? [...aliases, part] : aliases.filter((alias) => !isAlias(part, [alias])))
          }
        />
      ))}
    </fieldset>
  )
}
