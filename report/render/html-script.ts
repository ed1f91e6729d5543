/** The filters of the report; without a script everything is shown. */
export const SCRIPT = `
const form = document.querySelector('.filters');
const cards = [...document.querySelectorAll('.card')];
function filter() {
  const wanted = Object.fromEntries([...form.querySelectorAll('[data-filter]')].map((field) => [field.dataset.filter, field.value]));
  let shown = 0;
  for (const card of cards) {
    const fits = ['outcome', 'level', 'topic', 'api'].every((name) => !wanted[name] || card.dataset[name] === wanted[name])
      && card.textContent.toLowerCase().includes(wanted.text.toLowerCase());
    card.hidden = !fits;
    if (fits) shown += 1;
  }
  form.querySelector('output').textContent = shown + ' of ' + cards.length;
}
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
filter();
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.setAttribute('open', '');
`;
