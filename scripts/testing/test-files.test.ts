import { describe, expect, test } from 'vitest';
import { longTests } from './long-tests.ts';
import { build, stepsFor } from './steps.ts';
import { listTestFiles, selectTests } from './test-files.ts';

const chosen = (...patterns: string[]) => Object.fromEntries(selectTests(patterns));
const names = (...patterns: string[]) => stepsFor(selectTests(patterns)).map(({ name }) => name);

describe('what npm test is given', () => {
	test('is a kind of tests', () => {
		expect(chosen('launcher')).toEqual({ launcher: [] });
		expect(chosen('unit', 'database')).toEqual({ unit: [], database: [] });
	});

	test('is a file, by any part of its path', () => {
		expect(chosen('tests/launcher/pooler.test.ts')).toEqual({ launcher: ['tests/launcher/pooler.test.ts'] });
		expect(chosen('change-log')).toEqual({ database: ['tests/database/change-log.test.ts'] });
		expect(chosen('testing/test-files')).toEqual({ unit: ['scripts/testing/test-files.test.ts'] });
	});

	test('is files of several kinds where several have it', () => {
		expect(Object.keys(chosen('reset-password')).sort()).toEqual(['database', 'launcher']);
	});

	test('is a whole kind, even where some of its files are named too', () => {
		expect(chosen('pooler', 'launcher')).toEqual({ launcher: [] });
		expect(chosen('launcher', 'pooler')).toEqual({ launcher: [] });
	});

	test('is refused where no test is of that name', () => {
		expect(() => chosen('deels')).toThrow('No test file has "deels" in its path: give a part of one, or one of');
	});
});

test('the app is built for those tests that start it, and only for them', () => {
	expect(names('unit', 'database')).toEqual(['Unit tests', 'Database tests']);
	expect(names('browser')).toEqual([build.name, 'Browser tests']);
	expect(names('pooler')).toEqual([build.name, 'Launcher tests']);
});

test('every file with tests is of one kind', () => {
	const kinds = new Set(listTestFiles().values());
	expect([...kinds].sort()).toEqual(['browser', 'database', 'launcher', 'unit']);
	for (const [file, kind] of listTestFiles())
		expect(`${file} ${kind}`).toMatch(
			/^(tests\/e2e\/.+ browser|tests\/launcher\/.+ launcher|tests\/database\/.+ database|src\/.+\.db\.test\.ts database|(src|scripts)\/.+ unit)$/,
		);
});

test('what takes long is a file of the database tests', () => {
	for (const file of longTests) expect(listTestFiles().get(file), file).toBe('database');
});
