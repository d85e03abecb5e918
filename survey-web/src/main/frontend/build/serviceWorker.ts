import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/** Builds src/worker/worker.ts to `sw.js` after the pages, with the list of files that must be there without a network. */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle() {
      const outDir = join(config.root, config.build.outDir);
      await build({
        configFile: false,
        root: config.root,
        base: config.base,
        logLevel: 'warn',
        publicDir: false,
        define: {
          PRECACHE: JSON.stringify(precache(outDir, config.base)),
          'process.env.NODE_ENV': '"production"',
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: config.build.target || 'es2022',
          lib: { entry: 'src/worker/worker.ts', formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
        },
      });
    },
  };
}

function precache(outDir: string, base: string) {
  return readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(html|js|css|svg|png|webmanifest)$/.test(file) && !/sw\.js|MapBlock/.test(file))
    .sort()
    .map((file) => ({ url: base + file, revision: revision(join(outDir, file), file) }));
}

/** Names under assets/ carry their hash; the others need one. */
function revision(path: string, file: string): string | null {
  return file.startsWith('assets/') ? null : createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}
