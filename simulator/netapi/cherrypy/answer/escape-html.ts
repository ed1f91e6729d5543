/** Escapes `&`, `<` and `>` and leaves quotes alone, as CherryPy's pages do. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
