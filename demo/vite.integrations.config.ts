import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, 'integrations');
const pages = ['html', 'react', 'vue', 'svelte'];

/** The smallest page of each framework; they take the elements as npm delivers them. */
export default defineConfig({
  root,
  base: './',
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('hemat-') } } }),
    svelte({ configFile: false }),
  ],
  build: {
    target: 'es2022',
    outDir: '../dist/integrations',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages.map((page) => join(root, page, 'index.html')) },
  },
});
