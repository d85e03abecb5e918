import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { serviceWorker } from './build/serviceWorker.ts';
import { webFormsSeams } from './build/webFormsSeams.ts';

export default defineConfig({
  base: '/app/',
  logLevel: 'warn',
  plugins: [webFormsSeams(), vue(), serviceWorker()],
  optimizeDeps: { exclude: ['@getodk/web-forms'] },
  build: {
    outDir: '../../../target/classes/static/app',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
    reportCompressedSize: false,
    // The form library's WebAssembly loader names eval on a path that it never takes.
    rolldownOptions: { checks: { eval: false, pluginTimings: false } },
  },
});
