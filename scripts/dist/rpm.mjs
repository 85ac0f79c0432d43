import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './tools.mjs'

const REQUIRES = [
  'alsa-lib',
  'at-spi2-atk',
  'cups-libs',
  'gtk3',
  'libdrm',
  'libX11',
  'libXcomposite',
  'libXdamage',
].concat(['libXext', 'libXfixes', 'libXrandr', 'libxkbcommon', 'mesa-libgbm', 'nspr', 'nss', 'pango', 'xdg-utils'])

/** @returns the path of the package. */
export async function buildRpm({ folder, version }, { dist, work }) {
  const at = join(work, 'rpm')
  mkdirSync(at, { recursive: true })
  const spec = join(at, 'stet.spec')
  writeFileSync(
    spec,
    `Name: stet
Version: ${version}
Release: 1
Summary: Newsroom for people who have to be right
License: MIT
AutoReqProv: no
${REQUIRES.map((name) => `Requires: ${name}`).join('\n')}

%description
Reporters write offline and tag every statement that can be checked. Editors and
checkers review these facts with their evidence. Finished stories leave in the
formats of wires and websites.

%install
mkdir -p %{buildroot}
cp -a ${folder}/. %{buildroot}/

%files
%attr(4755, root, root) /usr/lib/stet/chrome-sandbox
/usr/lib/stet
/usr/bin/stet
/usr/bin/stet-app
/usr/share/applications/stet.desktop
/usr/share/bash-completion/completions/stet
/usr/share/doc/stet
/usr/share/fish/vendor_completions.d/stet.fish
/usr/share/icons/hicolor/512x512/apps/stet.png
/usr/share/icons/hicolor/scalable/apps/stet.svg
/usr/share/man/man1/stet.1.gz
/usr/share/metainfo/org.stet.Stet.metainfo.xml
/usr/share/mime/packages/stet.xml
/usr/share/zsh/site-functions/_stet
`,
  )
  const out = join(at, 'out')
  const defines = {
    _topdir: at,
    _rpmdir: out,
    _build_id_links: 'none',
    _binary_payload: 'w12.zstdio',
    __os_install_post: '%{nil}',
    debug_package: '%{nil}',
  }
  const args = Object.entries(defines).flatMap(([name, value]) => ['--define', `${name} ${value}`])
  await runTool('rpmbuild', ['-bb', '--target', 'x86_64', ...args, spec], 'apt install rpm')
  const [name] = readdirSync(join(out, 'x86_64'))
  const file = join(dist, name)
  renameSync(join(out, 'x86_64', name), file)
  return file
}
