import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { vaultWorker } from './scripts/vault-worker.ts';
import { groups, listOfDoors } from './scripts/rooms.ts';
import about from './package.json' with { type: 'json' };

/** Where `npm run dev` has put the office; the app asks for /api on its own origin, as in production. */
const office = process.env['ATERBLICK_DEV_OFFICE'];

export default defineConfig({
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(about.version) },
  plugins: [
    react(),
    vaultWorker(),
    listOfDoors(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app/sw',
      filename: 'sw.ts',
      // An update is offered between interviews, never taken by itself (DESIGN section 10).
      registerType: 'prompt',
      injectRegister: false,
      // The patterns below find the icons already.
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,json,woff,woff2,wasm}'],
        // The list of chunks is for the size budget, not for the tablet.
        globIgnores: ['.vite/**'],
      },
      manifest: {
        id: '/',
        name: 'Återblick',
        short_name: 'Återblick',
        description: 'Uppföljande samtal med tidigare placerade',
        lang: 'sv',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#2f5d50',
        background_color: '#faf7f1',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: '/icon-maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
        ],
      },
    }),
  ],
  // Its ES module; the package's own entry leads to an older build that is 5 kB larger (gzip).
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  build: {
    target: 'es2024',
    manifest: true,
    // The content security policy knows neither inline scripts nor data: URLs for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  worker: { format: 'es' },
  server: {
    host: 'localhost',
    ...(office ? { proxy: { '/api': { target: office } } } : {}),
  },
});
