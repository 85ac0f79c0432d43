import { useState } from 'react'
import type { ExportProfile } from '../../../story/desk/exportProfile'
import type { ExportChoices, ExportFormat } from '../../../story/requests/requests'
import { useNewsroom } from '../../state'

/** How a story is exported: format and options, set by hand or by a profile. */
export interface ExportSetup {
  readonly format: ExportFormat
  readonly choices: ExportChoices
  readonly draft: boolean
  /** The profile that was chosen last. */
  readonly profile: ExportProfile | undefined
  /** The settings are those of the profile. */
  readonly isAsProfile: boolean
  /** The options become those that the format begins with. */
  readonly setFormat: (format: ExportFormat) => void
  readonly setChoices: (choices: ExportChoices) => void
  readonly setDraft: (draft: boolean) => void
  readonly setProfile: (profile: ExportProfile | undefined) => void
}

/** Begins with a web page and its own options. */
export function useExportSetup(): ExportSetup {
  const profiles = useNewsroom(({ desk }) => desk.settings.profiles)
  const [format, setFormat] = useState<ExportFormat>('html')
  const [choices, setChoices] = useState<ExportChoices>({})
  const [draft, setDraft] = useState(false)
  const [chosen, setChosen] = useState<ExportProfile>()
  // The profile as the library has it now: another window may have changed or removed it.
  const profile = profiles?.find(({ name }) => name === chosen?.name) ?? chosen
  return {
    format,
    choices,
    draft,
    profile,
    isAsProfile: profile !== undefined && sameSetup(profile, { format, choices, draft }),
    setFormat: (next) => {
      setFormat(next)
      setChoices({})
    },
    setChoices,
    setDraft,
    setProfile: (next) => {
      setChosen(next)
      if (next === undefined) return
      setFormat(next.format)
      setChoices(next.choices)
      setDraft(next.draft ?? false)
    },
  }
}

/** Whether these are the profile's settings. An absent setting means the format's default. */
function sameSetup(
  profile: ExportProfile,
  now: { readonly format: ExportFormat; readonly choices: ExportChoices; readonly draft: boolean },
): boolean {
  const plain = (choices: ExportChoices): string =>
    JSON.stringify(
      Object.entries(choices)
        .filter(([, value]) => value !== undefined && value !== false)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return (
    profile.format === now.format &&
    (profile.draft ?? false) === now.draft &&
    plain(profile.choices) === plain(now.choices)
  )
}
