import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/** Two builds: `--mode client` (hashed assets and their manifest) and `--mode server` (one bundle a process). */
export default defineConfig(({ mode }) =>
  mode === 'client'
    ? {
        root,
        oxc: jsx,
        publicDir: false,
        build: {
          outDir: 'dist/client',
          emptyOutDir: true,
          manifest: 'manifest.json',
          cssMinify: 'lightningcss',
          assetsInlineLimit: 0,
          modulePreload: false,
          rolldownOptions: {
            input: {
              main: 'src/client/main.ts',
              learn: 'src/client/learn.css',
              workshop: 'src/client/workshop.css',
              embed: 'src/client/embed.ts',
              'embed-inside': 'src/client/embed-inside.ts',
              passkey: 'src/client/passkey.ts',
              push: 'src/client/push.ts',
              'push-worker': 'src/client/push-worker.ts',
              'film-player': 'src/client/film-player.ts',
              'package-frame': 'src/client/package-frame.ts',
              'package-host': 'src/client/package-host.ts',
              'film-upload': 'src/client/film-upload.ts',
              'caption-editor': 'src/client/caption-editor.ts',
              'article-editor': 'src/client/article-editor.ts',
              'course-editor': 'src/client/course-editor.ts',
              learner: 'src/client/learner.ts',
              'outline-drag': 'src/client/outline-drag.ts',
              'answer-by-hand': 'src/client/answer-by-hand.ts',
              'time-left': 'src/client/time-left.ts',
              'draw-places': 'src/client/draw-places.ts',
            },
          },
        },
      }
    : {
        root,
        oxc: jsx,
        publicDir: false,
        build: {
          ssr: true,
          target: 'node22',
          outDir: 'dist/server',
          emptyOutDir: true,
          minify: false,
          sourcemap: true,
          rolldownOptions: {
            input: { cli: 'src/app/cli.ts', 'typst-worker': 'src/platform/documents/typst-worker.ts' },
            external: [...builtinModules, /^node:/],
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        },
      },
);
