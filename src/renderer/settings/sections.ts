import { libraryText } from '../../catalogue/window/library'
import { windowText } from '../../catalogue/window/window'
import { settingsText } from '../../catalogue/window/settings'
import {
  BookA,
  FilePlus2,
  HardDrive,
  Info,
  Keyboard,
  Palette,
  Scale,
  Stethoscope,
  UserRound,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { ComponentType } from 'react'
import { KeysPanel } from '../commands/KeysPanel'
import { BackupPanel } from '../library/backup/BackupPanel'
import { ClearingRules } from '../library/ClearingRules'
import { DoctorPanel } from '../library/backup/DoctorPanel'
import { RosterPanel } from '../library/people/RosterPanel'
import { WordsPanel } from '../library/words/WordsPanel'
import { You } from '../library/people/You'
import type { SettingsSection } from '../state/stores/overlay'
import { About } from './About'
import { AppearanceAndWriting } from './AppearanceAndWriting'
import { NewStories } from './NewStories'

/** Whose settings they are: this person's on this machine, everyone's at the desk, or Stet's own. */
export type SettingsGroup = 'yours' | 'everyone' | 'stet'

export interface Section {
  readonly id: SettingsSection
  readonly group: SettingsGroup
  readonly icon: LucideIcon
  readonly name: () => string
  /** What can be set there, for the search. */
  readonly holds: () => readonly string[]
  readonly Page: ComponentType
}

const rows =
  (...keys: readonly Parameters<typeof settingsText>[0][]) =>
  () =>
    keys.map((key) => settingsText(key))

export const SECTIONS: readonly Section[] = [
  {
    id: 'you',
    group: 'yours',
    icon: UserRound,
    name: () => libraryText('you.title'),
    Page: You,
    holds: () => [libraryText('roster.youAre'), libraryText('you.pin')],
  },
  {
    id: 'appearance',
    group: 'yours',
    icon: Palette,
    name: () => settingsText('settings.appearance'),
    Page: AppearanceAndWriting,
    holds: rows(
      'settings.language',
      'settings.theme',
      'settings.size',
      'settings.width',
      'settings.underlines',
      'settings.toolbar',
      'settings.spelling',
      'settings.suggest',
    ),
  },
  {
    id: 'keys',
    group: 'yours',
    icon: Keyboard,
    name: () => windowText('keys.title'),
    Page: KeysPanel,
    holds: () => [],
  },
  {
    id: 'roster',
    group: 'everyone',
    icon: Users,
    name: () => libraryText('roster.title'),
    Page: RosterPanel,
    holds: () => [libraryText('roster.newPerson'), libraryText('roster.role')],
  },
  {
    id: 'rules',
    group: 'everyone',
    icon: Scale,
    name: () => libraryText('rules.title'),
    Page: ClearingRules,
    holds: () => [libraryText('deskOfOne.title')],
  },
  {
    id: 'newStories',
    group: 'everyone',
    icon: FilePlus2,
    name: () => settingsText('settings.newStories'),
    holds: () => [],
    Page: NewStories,
  },
  {
    id: 'words',
    group: 'everyone',
    icon: BookA,
    name: () => libraryText('words.title'),
    Page: WordsPanel,
    holds: () => [],
  },
  {
    id: 'backups',
    group: 'everyone',
    icon: HardDrive,
    name: () => libraryText('backup.title'),
    Page: BackupPanel,
    holds: () => [],
  },
  {
    id: 'doctor',
    group: 'everyone',
    icon: Stethoscope,
    name: () => libraryText('doctor.title'),
    Page: DoctorPanel,
    holds: () => [],
  },
  {
    id: 'about',
    group: 'stet',
    icon: Info,
    name: () => settingsText('settings.about'),
    Page: About,
    holds: () => [],
  },
]

/** The sections whose name, or something in them, holds the words that were typed. */
export function sectionsFor(
  typed: string,
): readonly { readonly section: Section; readonly found: readonly string[] }[] {
  const sought = typed.trim().toLocaleLowerCase()
  const has = (text: string): boolean => text.toLocaleLowerCase().includes(sought)
  return SECTIONS.flatMap((section) => {
    const found = sought === '' ? [] : section.holds().filter(has)
    return sought === '' || has(section.name()) || found.length > 0 ? [{ section, found }] : []
  })
}
