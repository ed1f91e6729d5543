/** A name of CherryPy's or cheroot's statistics and what stands after it, quotes escaped or not. */
function member(names: string, value: string): RegExp {
  return new RegExp(`("(?:${names})": )${value}`, 'g');
}

const INSTANTS = member('Current Time|Start Time|End Time', '<time[^>]*>');
const SPANS = member(
  'Uptime|Total Time|Processing Time|[A-Za-z ]+/Second',
  '\\d+(?:\\.\\d+(?:e-\\d+)?|e-\\d+)',
);
/** How busy the threads are at that very moment. */
const MOMENTARY = member('Queue|Threads Idle', '\\d+');
/** Of statistics themselves: how many digits their numbers have decides. */
const LENGTHS = member(
  'Bytes Written|Total Bytes Written|Bytes Written/Request',
  '\\d{4,}(?:\\.\\d+)?',
);
const CLIENT = /("Client": "[\d.]+:)\d+"/g;
const ADDRESS = /("Bind Address": "\('[\d.]+', )\d+\)"/g;
const THREAD = /"\d{15}": \{"Bytes Read"/g;
const SERVER = /"Cheroot HTTPServer \d+"/g;

/** Takes out of the statistics of /stats what is measured, and what names threads and ports. */
export function measureless(text: string): string {
  if (!text.includes('"CherryPy Applications"')) return text;
  return text
    .replace(INSTANTS, '$1<time>')
    .replace(SPANS, '$1<measured>')
    .replace(MOMENTARY, '$1<momentary>')
    .replace(LENGTHS, '$1<length>')
    .replace(CLIENT, '$1<port>"')
    .replace(ADDRESS, '$1<port>)"')
    .replace(THREAD, '"<thread>": {"Bytes Read"')
    .replace(SERVER, '"Cheroot HTTPServer <id>"');
}
