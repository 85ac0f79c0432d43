import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FUSES } from '../../../scripts/dist/appFuses.mjs'
import { loadedOn } from '../../../scripts/dist/packages.mjs'
import { fuse } from '../../../scripts/runtime/fuses.mjs'

const file = 'scripts/dist/electron-builder.json'
const config = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly publish: unknown
  readonly [name: string]: unknown
}
const workflow = readFileSync('.github/workflows/ci.yml', 'utf8')

test('the fuses for Windows and macOS are those for Linux, and the digest of the archive, which these check', () => {
  const { resetAdHocDarwinSignature: _signature, ...fuses } = config.electronFuses
  expect(fuses).toEqual({
    runAsNode: FUSES[fuse.runAsNode],
    enableCookieEncryption: FUSES[fuse.cookieEncryption],
    enableNodeOptionsEnvironmentVariable: FUSES[fuse.nodeOptions],
    enableNodeCliInspectArguments: FUSES[fuse.nodeCliInspect],
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: FUSES[fuse.onlyLoadAppFromAsar],
    loadBrowserProcessSpecificV8Snapshot: FUSES[fuse.browserSnapshot],
    grantFileProtocolExtraPrivileges: FUSES[fuse.fileProtocolPrivileges],
  })
})

test('nothing is published, and no file for updates is written', () => {
  expect(config).toMatchObject({
    publish: null,
    nsis: { differentialPackage: false, deleteAppDataOnUninstall: false },
    dmg: { writeUpdateInfo: false },
  })
  expect(workflow).toContain(`npx --yes electron-builder@26.17.0 --config ${file} --publish never`)
})

test('every file that the configuration names is there, and the digest of the archive is not switched off', () => {
  const text = JSON.stringify(config)
  const named = [...text.matchAll(/"((?:resources\/[\w./]+)|LICENSE)"/g)].map(([, name = '']) => name)
  expect([...new Set(named)].toSorted()).toEqual([
    'LICENSE',
    'resources/icon.png',
    'resources/mac/entitlements.plist',
    'resources/mac/stet.sh',
    'resources/windows/stet.cmd',
  ])
  expect(named.filter((name) => !existsSync(name))).toEqual([])
  expect(text).not.toContain('disableAsarIntegrity')
})

test('the hardened runtime gives up one thing: V8 compiles while it runs', () => {
  expect(config).toMatchObject({ mac: { hardenedRuntime: true } })
  const entitlements = readFileSync('resources/mac/entitlements.plist', 'utf8')
  expect(entitlements.match(/<key>.*<\/key>/g)).toEqual(['<key>com.apple.security.cs.allow-jit</key>'])
})

test('each system takes its own program of SQLite along, and an unknown one stops the build', () => {
  expect(loadedOn('win32', 'x64').at(-1)).toBe('node_modules/@libsql/win32-x64-msvc')
  expect(loadedOn('darwin', 'arm64').at(-1)).toBe('node_modules/@libsql/darwin-arm64')
  expect(() => loadedOn('linux', 'riscv64')).toThrow('Stet is not packaged for linux riscv64.')
})
