import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishSwap, removeKeptDatabases, swapDatabases } from './database-swap.ts';

let home = '';

beforeEach(() => {
	home = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-swap-'));
});

afterEach(() => fs.rmSync(home, { recursive: true }));

function make(name: string, version: string): void {
	fs.mkdirSync(path.join(home, name));
	fs.writeFileSync(path.join(home, name, 'PG_VERSION'), version);
}

/** The folders and the versions of what is in them. */
const found = () =>
	Object.fromEntries(
		fs.readdirSync(home).map((name) => [name, fs.readFileSync(path.join(home, name, 'PG_VERSION'), 'utf8')]),
	);

test('the new database takes the place of the old one, which is kept and never overwritten', () => {
	make('pg', '17');
	make('pg-next', '18');
	swapDatabases(home, '17', '18');
	expect(found()).toEqual({ pg: '18', 'pg-17-before-18': '17' });

	fs.renameSync(path.join(home, 'pg'), path.join(home, 'pg-next'));
	make('pg', '17, started once more');
	swapDatabases(home, '17', '18');
	const { pg, 'pg-17-before-18': first, ...second } = found();
	expect([pg, first, ...Object.values(second)]).toEqual(['18', '17', '17, started once more']);
});

test('a swap that was cut off is completed only where no database is in the place', () => {
	// still in the making
	make('pg-next', '18, half');
	finishSwap(home);
	expect(found()).toEqual({ 'pg-next': '18, half' });

	// cut off before the old one has left
	make('pg-ready', '18');
	make('pg', '17');
	finishSwap(home);
	expect(found()).toEqual({ pg: '17', 'pg-next': '18, half', 'pg-ready': '18' });

	// cut off after it
	fs.renameSync(path.join(home, 'pg'), path.join(home, 'pg-17-before-18'));
	finishSwap(home);
	expect(found()).toEqual({ pg: '18', 'pg-17-before-18': '17', 'pg-next': '18, half' });
});

test('a kept database goes with a backup of the one beside it, and of no other', () => {
	make('pg', '18');
	make('pg-17-before-18', '17');
	make('pg-17-before-18-1796000000000', '17');
	make('pg-17-mine', '17');
	const url = (host: string) => `postgresql://minicrm:x@localhost:5432/minicrm?host=${encodeURIComponent(host)}`;
	expect(removeKeptDatabases(home, url('/tmp/minicrm-pg-a'))).toEqual([]);
	const pidFile = ['4711', path.join(home, 'pg'), '1', '5432', '/tmp/minicrm-pg-a', '', '', 'ready', ''].join('\n');
	fs.writeFileSync(path.join(home, 'pg/postmaster.pid'), pidFile);
	expect(removeKeptDatabases(home, 'postgresql://crm:x@db.example.com/crm')).toEqual([]);
	expect(removeKeptDatabases(home, url('/tmp/minicrm-pg-b'))).toEqual([]);
	expect(removeKeptDatabases(home, url('/tmp/minicrm-pg-a'))).toHaveLength(2);
	expect(found()).toEqual({ pg: '18', 'pg-17-mine': '17' });
});
