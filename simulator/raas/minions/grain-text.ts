import type { Json } from '../json.ts';

/** The values of a grain: the items of a list, else the grain itself. */
export function valuesOf(grain: Json | undefined): readonly Json[] {
  if (grain === undefined) return [];
  return Array.isArray(grain) ? (grain as readonly Json[]) : [grain];
}

/** A value of a grain as a text, to look for and to sort by. */
export function grainText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
