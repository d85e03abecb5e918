// The values of a chart by a tap and by arrow keys; a mouse has them from the browser. A mark is a rect with a title.
const { keys } = document.querySelector('script[data-keys]').dataset;
const tip = document.createElement('p');
let at = null;

const marks = (figure) =>
  [...figure.querySelectorAll('rect:has(> title)')].filter((mark) => mark.getClientRects().length > 0);

function hide() {
  at?.classList.remove('mark--told');
  at = null;
  tip.textContent = '';
}

function show(text, { left, top, bottom, width }) {
  tip.textContent = text;
  const fits = document.documentElement.clientWidth - tip.offsetWidth - 8;
  const above = top - tip.offsetHeight - 6;
  tip.style.left = `${Math.max(8, Math.min(left + width / 2 - tip.offsetWidth / 2, fits)) + scrollX}px`;
  tip.style.top = `${(above < 0 ? bottom + 6 : above) + scrollY}px`;
}

function tell(mark) {
  hide();
  at = mark;
  at.classList.add('mark--told');
  show(mark.querySelector('title').textContent, mark.getBoundingClientRect());
}

function step(figure, key) {
  const all = marks(figure);
  const from = all.indexOf(at);
  const to = {
    ArrowRight: from + 1,
    ArrowDown: from + 1,
    ArrowLeft: from < 0 ? 0 : from - 1,
    ArrowUp: from < 0 ? 0 : from - 1,
    Home: 0,
    End: all.length - 1,
  }[key];
  if (to === undefined || all.length === 0) {
    return false;
  }
  const mark = all[Math.max(0, Math.min(to, all.length - 1))];
  mark.scrollIntoView({ block: 'nearest' });
  tell(mark);
  return true;
}

function prepare() {
  document.querySelectorAll('.chart:not([tabindex]):has(rect > title)').forEach((figure) => {
    figure.tabIndex = 0;
    figure.setAttribute('role', 'application');
    figure.setAttribute('aria-label', figure.querySelector('svg > title').textContent);
  });
}

tip.className = 'tip';
tip.setAttribute('role', 'status');
document.body.append(tip);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    hide();
  } else if (event.target.matches('.chart') && step(event.target, event.key)) {
    event.preventDefault();
  }
});
document.addEventListener('click', (event) => {
  const mark = event.target.closest('.chart rect:has(> title)');
  if (mark) {
    tell(mark);
  } else {
    hide();
  }
});
document.addEventListener('focusin', ({ target }) => {
  if (target.matches('.chart:focus-visible')) {
    show(keys, target.getBoundingClientRect());
  }
});
document.addEventListener('focusout', hide);
addEventListener('resize', hide);
document.addEventListener('turn', hide);
document.addEventListener('htmx:afterSettle', prepare);
prepare();
