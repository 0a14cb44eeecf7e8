import { afterEach, beforeEach } from 'vitest';

// A warning that nobody expects is a defect that nobody has noticed. A test that expects one replaces the method itself.
const original = { error: console.error, warn: console.warn };
const write = process.stdout.write.bind(process.stdout);
let written: string[] = [];

// the app's log is one of them: its errors, and only they, are written here
process.env.LOG_LEVEL = 'error';
process.env.LOG_FORMAT = 'json';

beforeEach(() => {
	written = [];
	process.stdout.write = ((text: string, ...others: never[]) => {
		if (String(text).startsWith('{"level":"error"')) written.push(`log: ${text}`);
		return write(text, ...others);
	}) as typeof process.stdout.write;
	for (const method of ['error', 'warn'] as const) {
		console[method] = (...args: unknown[]) => {
			written.push(`console.${method}: ${args.map(String).join(' ')}`);
			original[method](...args);
		};
	}
});

afterEach(() => {
	Object.assign(console, original);
	process.stdout.write = write;
	if (written.length > 0) throw new Error(`The test wrote to the console:\n${written.join('\n')}`);
});
