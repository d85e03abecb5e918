/**
 * Builds the web form when its inputs have changed since the last build, or its output is gone.
 * Called by Maven: `node build/ifChanged.js STAMP OUTPUT`, where STAMP keeps the hash of what OUTPUT was built from.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const frontend = join(import.meta.dirname, '..');
const [stamp, output] = process.argv.slice(2);
const INSTALLED = join(frontend, 'node_modules', '.suzhi-installed');

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node >= 20 is needed to build the web form, found ${process.versions.node}`);
}
const inputs = hash(listFiles(frontend));
if (read(stamp) !== inputs || !existsSync(join(output, 'index.html'))) {
  const lock = hash([join(frontend, 'package-lock.json')]);
  if (read(INSTALLED) !== lock) {
    npm('ci');
    writeFileSync(INSTALLED, lock);
  }
  npm('run', 'build', '--silent');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs);
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function hash(files) {
  const digest = createHash('sha256').update(process.versions.node);
  for (const file of files) digest.update(`\0${file.slice(frontend.length)}\0`).update(readFileSync(file));
  return digest.digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function npm(...args) {
  const { status, error } = spawnSync('npm', args, { cwd: frontend, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) fail(`npm ${args.join(' ')} failed in ${frontend}${error ? `: ${error.message}` : ''}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
