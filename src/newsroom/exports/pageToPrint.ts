/**
 * Returns a finished page for the printer, with the shipped fonts. Its bytes are scanned before; the fonts are ours and
 * come from the disk.
 */
export async function pageToPrint(bytes: Uint8Array): Promise<string> {
  const { fontFaces } = await import('../../exchange/export/pdf/fontFaces')
  return new TextDecoder().decode(bytes).replace('<style>', () => `<style>${fontFaces()}\n`)
}
