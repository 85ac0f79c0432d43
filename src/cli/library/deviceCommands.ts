/** Keys of people on other machines: `stet roster key`, `roster trust`, `roster devices`, `roster distrust`. */
import { roleWords } from '../../story/desk/roster'
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { renderUnicodeCompact } from 'uqr'
import { cliText } from '../../catalogue/rooms/cli'
import { ROLES } from '../../story/desk/roster'
import { NewsroomError } from '../../story/requests/requests'
import type { CardReading } from '../../story/requests/library/peopleRequests'
import { defined } from '../../story/text/defined'
import { messageOf } from '../../story/text/messageOf'
import { oneOf } from '../run/arguments'
import type { CliCommand } from '../run/command'

/** Bytes of a file with a card, and perhaps of the mail around it. */
const LARGEST_CARD = 20_000

export const rosterKeyCommand: CliCommand = {
  name: 'roster key',
  get usage() {
    return cliText('rosterKey.usage')
  },
  takes: [0, 0],
  options: { qr: 'flag' },
  needs: 'write',
  get about() {
    return cliText('rosterKey.about')
  },
  prepare:
    (args) =>
    async (ask, { by }) => {
      const answer = await ask('device.card', {})
      const { card, code, grade } = answer
      const lines = [
        cliText('rosterKey.code', { by, code }),
        ...(grade === 'plain' ? [cliText('rosterKey.weak')] : []),
        card,
        ...(args.flag('qr') ? [renderUnicodeCompact(card)] : []),
      ]
      return { json: answer, text: lines.join('\n\n') }
    },
}

export const rosterTrustCommand: CliCommand = {
  name: 'roster trust',
  get usage() {
    return cliText('rosterTrust.usage')
  },
  takes: [1, 1],
  options: { code: 'text', role: 'text' },
  needs: 'write',
  onlyShows: (args) => args.text('code') === undefined,
  get about() {
    return cliText('rosterTrust.about', { roles: ROLES.join(', ') })
  },
  prepare: (args, { cwd }) => {
    const [path = ''] = args.positionals
    const [code, named] = [args.text('code'), args.text('role')]
    const role = named === undefined ? undefined : oneOf('role', named, [...ROLES, 'none'] as const)
    const card = cardAt(resolve(cwd, path))
    return async (ask) => {
      if (code === undefined) {
        const read = await ask('device.read', { card })
        const next = read.standing === 'new' || read.standing === 'again' || read.addsSealing === true
        return {
          json: read,
          text: about(read),
          ...(next ? { refused: cliText('rosterTrust.askCode', { person: read.person, path }) } : {}),
        }
      }
      const answer = await ask('device.trust', { card, code, ...defined({ role }) })
      const { person, weak } = answer
      const said = [
        cliText('rosterTrust.trusted', { person }),
        ...(weak ? [cliText('rosterTrust.weak', { person })] : []),
      ]
      return { json: answer, text: said.join('\n') }
    }
  },
}

/** Trust is about to be given, or was given. */
const MAY_BE_TRUSTED: ReadonlySet<CardReading['standing']> = new Set(['new', 'again', 'trusted'] as const)

function about({ person, standing, weak, saysRole, role, addsSealing }: CardReading): string {
  return [
    cliText(`rosterTrust.${standing}`, { person }),
    ...(addsSealing ? [cliText('rosterTrust.addsSealing', { person })] : []),
    ...(saysRole ? [cliText('rosterTrust.role', { role: roleWords(saysRole) })] : []),
    ...(role && MAY_BE_TRUSTED.has(standing)
      ? [cliText('rosterTrust.roleHere', { person, role: roleWords(role) })]
      : []),
    ...(weak ? [cliText('rosterTrust.weak', { person })] : []),
  ].join('\n')
}

function cardAt(path: string): string {
  try {
    if (statSync(path).size > LARGEST_CARD) throw new Error(cliText('rosterTrust.tooLarge'))
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new NewsroomError('failed', cliText('rosterTrust.unreadable', { path, why: whyUnreadable(error) }))
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return cliText('keepFile.missing')
  return code === 'EACCES' ? cliText('keepFile.unreadable') : messageOf(error)
}

export const rosterDevicesCommand: CliCommand = {
  name: 'roster devices',
  usage: '',
  takes: [0, 0],
  options: {},
  needs: 'read',
  get about() {
    return cliText('rosterDevices.about')
  },
  prepare: () => async (ask) => {
    const devices = await ask('device.list', {})
    const line = ({ person, code, weak }: (typeof devices)[number]): string =>
      weak ? cliText('rosterDevices.weakLine', { person, code }) : `${code}  ${person}`
    return {
      json: devices,
      text: devices.length === 0 ? cliText('rosterDevices.none') : devices.map(line).join('\n'),
    }
  },
}

export const rosterDistrustCommand: CliCommand = {
  name: 'roster distrust',
  get usage() {
    return cliText('rosterDistrust.usage')
  },
  takes: [1, 1],
  options: {},
  needs: 'write',
  get about() {
    return cliText('rosterDistrust.about')
  },
  prepare: (args) => {
    const [key = ''] = args.positionals
    return async (ask) => {
      const answer = await ask('device.end', { key })
      return { json: answer, text: cliText('rosterDistrust.done', { person: answer.person, code: key }) }
    }
  },
}
