import { Hono } from 'hono';
import { startCeiling } from './start-ceiling.js';

// Bare Hono: what starting, answering and memory cost without anything of ours.
startCeiling(new Hono().get('/healthz', (context) => context.json({ status: 'ok' })));
