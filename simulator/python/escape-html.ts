/** Escapes `&`, `<` and `>` and leaves quotes alone, as pages of CherryPy and of http.server do. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
