// Zod tries `eval` to see whether it may compile schemas; the content security policy forbids it, so it need not ask.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
