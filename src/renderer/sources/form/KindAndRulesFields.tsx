import { sourcesText } from '../../../catalogue/window/sources'
import type { SourceDraft } from '../../state/stores/drafts'
import { CheckField, SelectField, TextField } from '../../ui'
import { GROUND_RULES_OPTIONS, isGroundRules, isSourceKind, KIND_OPTIONS } from '../sourceChoices'

interface KindAndRulesFieldsProps {
  readonly words: SourceDraft
  /** Shown beside the ground rules. */
  readonly groundRulesNote: string | undefined
  readonly set: (next: Partial<SourceDraft>) => void
}

/** The kind and the ground rules of a source, and what each of them asks for. */
export function KindAndRulesFields({ words, groundRulesNote, set }: KindAndRulesFieldsProps) {
  return (
    <>
      <div className="form-pair">
        <SelectField
          label={sourcesText('sourceForm.kind')}
          value={words.kind}
          options={KIND_OPTIONS}
          onChange={(event) => {
            if (isSourceKind(event.target.value)) set({ kind: event.target.value })
          }}
        />
        <SelectField
          label={sourcesText('sourceForm.groundRules')}
          value={words.groundRules}
          options={GROUND_RULES_OPTIONS}
          hint={groundRulesNote}
          onChange={(event) => {
            if (isGroundRules(event.target.value)) set({ groundRules: event.target.value })
          }}
        />
      </div>
      {words.groundRules === 'onTheRecord' ? null : (
        <>
          <TextField
            label={sourcesText('sourceForm.agreedDescription')}
            hint={sourcesText('sourceForm.mustStandSentenceSenior')}
            value={words.description}
            onChange={(event) => set({ description: event.target.value })}
          />
          <TextField
            label={sourcesText('sourceForm.wordingTerms')}
            hint={sourcesText('sourceForm.theyNegotiated')}
            value={words.wording}
            onChange={(event) => set({ wording: event.target.value })}
          />
        </>
      )}
      {words.kind === 'pool' ? (
        <div className="form-pair">
          <TextField
            label={sourcesText('sourceForm.pooler')}
            value={words.pooler}
            onChange={(event) => set({ pooler: event.target.value })}
          />
          <TextField
            label={sourcesText('sourceForm.number')}
            value={words.poolNumber}
            onChange={(event) => set({ poolNumber: event.target.value })}
          />
        </div>
      ) : null}
      {words.kind === 'document' || words.kind === 'official' || words.kind === 'dataset' ? (
        <CheckField
          label={sourcesText('sourceForm.officialRecord')}
          hint={sourcesText('sourceForm.courtFileRegisterGazette')}
          checked={words.officialRecord}
          onChange={(event) => set({ officialRecord: event.target.checked })}
        />
      ) : null}
    </>
  )
}
