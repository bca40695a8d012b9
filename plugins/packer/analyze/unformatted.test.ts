import { describe, expect, it } from 'vitest';
import { parseUnformatted } from './unformatted.ts';

describe('parseUnformatted', () => {
  it('finds the first changed line of each file', () => {
    const output = `a.pkr.hcl
--- old/a.pkr.hcl
+++ new/a.pkr.hcl
@@ -7,7 +7,7 @@
 }
 build {
-  name = "b"
+  name    = "b"
@@ -30,2 +30,2 @@
-x
+y
b.pkrvars.hcl
--- old/b.pkrvars.hcl
+++ new/b.pkrvars.hcl
@@ -1 +1 @@
-a=1
+a = 1
`;

    expect(parseUnformatted(output)).toEqual([
      { file: 'a.pkr.hcl', line: 9 },
      { file: 'b.pkrvars.hcl', line: 1 },
    ]);
  });

  it('finds nothing when nothing is printed', () => {
    expect(parseUnformatted('')).toEqual([]);
  });
});
