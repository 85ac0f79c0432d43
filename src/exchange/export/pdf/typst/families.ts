/**
 * Returns the fonts to try for a language: the shipped ones, then fonts of the machine for Chinese, Japanese and
 * Korean, whose letters differ by region. Typst finds fonts for all other scripts itself.
 */
export function familiesFor(language: string): { readonly serif: readonly string[]; readonly sans: readonly string[] } {
  const own = regionOf(language)
  const regions = [own, ...REGIONS.filter((region) => region !== own)]
  return {
    serif: ['Source Serif 4', ...regions.flatMap((region) => SERIF[region])],
    sans: ['Inter', ...regions.flatMap((region) => SANS[region])],
  }
}

const REGIONS = ['JP', 'KR', 'SC', 'TC', 'HK'] as const
type Region = (typeof REGIONS)[number]

/** Names in packages of Debian and Google, on macOS and on Windows. */
const SANS: Readonly<Record<Region, readonly string[]>> = {
  JP: ['Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Kaku Gothic ProN', 'Yu Gothic', 'Meiryo'],
  KR: ['Noto Sans CJK KR', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic'],
  SC: ['Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei'],
  TC: ['Noto Sans CJK TC', 'Noto Sans TC', 'PingFang TC', 'Microsoft JhengHei'],
  HK: ['Noto Sans CJK HK', 'Noto Sans HK', 'PingFang HK', 'Microsoft JhengHei'],
}
const SERIF: Readonly<Record<Region, readonly string[]>> = {
  JP: ['Noto Serif CJK JP', 'Noto Serif JP', 'Hiragino Mincho ProN', 'Yu Mincho', ...SANS.JP],
  KR: ['Noto Serif CJK KR', 'Noto Serif KR', 'AppleMyungjo', 'Batang', ...SANS.KR],
  SC: ['Noto Serif CJK SC', 'Noto Serif SC', 'Songti SC', 'SimSun', ...SANS.SC],
  TC: ['Noto Serif CJK TC', 'Noto Serif TC', 'Songti TC', 'PMingLiU', ...SANS.TC],
  HK: ['Noto Serif CJK HK', 'Noto Serif HK', ...SANS.HK],
}

function regionOf(language: string): Region {
  if (/^ko\b/i.test(language)) return 'KR'
  if (/^(?:zh|yue)\b.*-(?:HK|MO)\b/i.test(language) || /^yue\b/i.test(language)) return 'HK'
  if (/^zh\b.*-(?:Hant|TW)\b/i.test(language)) return 'TC'
  return /^zh\b/i.test(language) ? 'SC' : 'JP'
}
