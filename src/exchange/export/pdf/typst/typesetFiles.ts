/** Files that typesetting needs: the compiler and fonts. The build puts copies beside the program. */

/** Folder of the copies, relative to the built programs. */
export const TYPESET_FOLDER = 'typeset'
export const COMPILER_FILE = 'compiler.node'
/** Picks the package for this kind of machine. npm installs only that one. */
export const COMPILER_PACKAGE = '@myriaddreamin/typst-ts-node-compiler'

const serif = (style: string): string => `@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`
const sans = (style: string): string => `@expo-google-fonts/inter/${style}/Inter_${style}.ttf`

export const FONT_FILES: readonly string[] = [
  ...['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic', '700Bold', '700Bold_Italic'].map(serif),
  ...['400Regular', '400Regular_Italic', '500Medium', '700Bold', '700Bold_Italic'].map(sans),
]
