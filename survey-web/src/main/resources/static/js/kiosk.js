// Shows one panel after another; after the last one the page is fetched anew, so that a wall screen stays up to date.
const SECONDS = Number(new URLSearchParams(location.search).get('seconds')) || 15;
const panels = [...document.querySelectorAll('.panel')];
const pause = document.getElementById('pause');
const next = document.getElementById('next');
let at = 0;
let timer = null;

function show(index) {
  at = index;
  panels.forEach((panel, i) => {
    panel.hidden = i !== index;
  });
  document.dispatchEvent(new Event('turn'));
}

function advance() {
  if (at + 1 < panels.length) {
    show(at + 1);
    return;
  }
  fetch(location.href, { method: 'HEAD' })
    .then((answer) => (answer.ok ? location.reload() : show(0)))
    .catch(() => show(0));
}

function run() {
  timer = setInterval(advance, Math.max(SECONDS, 3) * 1000);
  pause.textContent = pause.dataset.pause;
}

pause.addEventListener('click', () => {
  if (timer === null) {
    run();
    return;
  }
  clearInterval(timer);
  timer = null;
  pause.textContent = pause.dataset.goOn;
});
next.addEventListener('click', advance);
document.documentElement.classList.add('wall--turning');
pause.hidden = false;
next.hidden = false;
show(0);
run();
