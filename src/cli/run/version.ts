import { cliText } from '../../catalogue/rooms/cli'
import { productName as name, version } from '../../../package.json'

/** Name and version of the app, and the runtime of this process. */
export const programVersion = {
  name,
  version,
  runtime: runtime(),
  platform: `${process.platform} ${process.arch}`,
} as const

export const versionInWords = ({ name, version, runtime, platform }: typeof programVersion): string =>
  `${name} ${version} (${runtime}, ${platform})`

function runtime(): string {
  const { electron, node } = process.versions as Partial<Record<string, string>>
  return electron === undefined
    ? cliText('version.node', { node: node ?? '' })
    : cliText('version.electronNode', { electron, node: node ?? '' })
}
