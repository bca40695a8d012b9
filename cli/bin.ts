#!/usr/bin/env node
import module from 'node:module';

// Before the first import of our own, or it would be compiled without the cache; Node 20 has none.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();
const { start } = await import('./start.ts');
start();
