import { afterEach, beforeEach } from 'vitest';

// A warning that nobody expects is a defect that nobody has noticed. A test that expects one replaces the method itself.
const original = { error: console.error, warn: console.warn };
let written: string[] = [];

beforeEach(() => {
	written = [];
	for (const method of ['error', 'warn'] as const) {
		console[method] = (...args: unknown[]) => {
			written.push(`console.${method}: ${args.map(String).join(' ')}`);
			original[method](...args);
		};
	}
});

afterEach(() => {
	Object.assign(console, original);
	if (written.length > 0) throw new Error(`The test wrote to the console:\n${written.join('\n')}`);
});
