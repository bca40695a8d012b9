import { rmSync } from 'node:fs';

// What was renamed or removed in the source must not stay in the package.
rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
