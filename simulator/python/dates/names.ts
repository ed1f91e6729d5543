/** The months as English names them, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The days of the week as English names them, as `Date.getUTCDay` counts them: Sunday first. */
export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** Which of the names begins with these letters, three at the least; -1 where none does. */
export function placeOf(names: readonly string[], text: string): number {
  const letters = text.toLowerCase();
  return letters.length < 3
    ? -1
    : names.findIndex((name) => {
        const whole = name.toLowerCase();
        return letters === whole || letters === whole.slice(0, 3);
      });
}
