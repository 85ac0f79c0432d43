import { newsroomText } from '../../catalogue/rooms/newsroom'
import { isAbsolute } from 'node:path'
import type { ExportProfile } from '../../story/desk/exportProfile'
import { sameName } from '../../story/text/words/personName'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'
import { folderProblem } from './file/exportTarget'
import type { Newsroom } from '../state/newsroom'
import { refuseUnknown } from './prepareExport'
import { defined } from '../../story/text/defined'

export const listProfiles: Action<'profile.list'> = (room) => Promise.resolve(profilesOf(room))

/** Saves an export profile. Refuses a taken name, a pattern that gives no file name, and a missing folder. */
export const saveProfile: Action<'profile.save'> = async (room, by, { profile: given, was }) => {
  const profile = { ...given, name: given.name.normalize('NFC').replace(/\s+/gu, ' ').trim() }
  if (profile.name === '') throw new NewsroomError('usage', newsroomText('exportProfiles.nameMissing'))
  refuseUnknown({
    format: profile.format,
    ...profile.choices,
    ...defined({ fileNamePattern: profile.pattern }),
  })
  if (!isAbsolute(profile.folder))
    throw new NewsroomError('usage', newsroomText('exportProfiles.relativeFolder', { folder: profile.folder }))
  const missing = await folderProblem(profile.folder)
  if (missing !== undefined)
    throw new NewsroomError('failed', newsroomText('exportProfiles.notSaved', { missing, name: profile.name }))
  return room.changeDesk(by, (facts) => {
    const { profiles = [] } = facts.settings
    const before = profileNamed(profiles, was ?? profile.name)
    if (was !== undefined && !before) throw unknownProfile(was, profiles)
    const taken = profileNamed(profiles, profile.name)
    if (taken && taken !== before)
      throw new NewsroomError('refused', newsroomText('exportProfiles.nameTaken', { name: taken.name }))
    const kept = inOrder([...profiles.filter((other) => other !== before), profile])
    return { facts: { ...facts, settings: { ...facts.settings, profiles: kept } }, answer: kept }
  })
}

export const removeProfile: Action<'profile.remove'> = (room, by, { name }) =>
  room.changeDesk(by, (facts) => {
    const { profiles = [] } = facts.settings
    const gone = profileNamed(profiles, name)
    if (!gone) throw unknownProfile(name, profiles)
    const kept = profiles.filter((other) => other !== gone)
    return { facts: { ...facts, settings: { ...facts.settings, profiles: kept } }, answer: kept }
  })

export const profilesOf = (room: Newsroom): readonly ExportProfile[] => room.library.settings.profiles ?? []

/** Throws a usage error that lists the known names. */
export function profileCalled(profiles: readonly ExportProfile[], name: string): ExportProfile {
  const found = profileNamed(profiles, name)
  if (!found) throw unknownProfile(name, profiles)
  return found
}

const profileNamed = (profiles: readonly ExportProfile[], name: string): ExportProfile | undefined =>
  profiles.find((profile) => sameName(profile.name, name))

const inOrder = (profiles: readonly ExportProfile[]): readonly ExportProfile[] =>
  [...profiles].sort((a, b) => (a.name < b.name ? -1 : 1))

const unknownProfile = (name: string, profiles: readonly ExportProfile[]): NewsroomError =>
  new NewsroomError(
    'usage',
    newsroomText('exportProfiles.unknown', {
      name,
      known:
        profiles.length === 0
          ? newsroomText('exportProfiles.none')
          : newsroomText('exportProfiles.known', { profiles: profiles.map((profile) => profile.name).join(', ') }),
    }),
  )
