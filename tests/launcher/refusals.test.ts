import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import { ensureDatabase, type PostgresServer } from '../../scripts/launcher/postgres.ts';
import { freePort, makeOpenFolder, type ServerOptions, spawnLauncher } from '../support/app-server.ts';
import { startWatchedPostgres } from '../support/watched-postgres.ts';

const folder = makeOpenFolder();
let dataDir: string;
let count = 0;

beforeEach(() => {
	dataDir = path.join(folder, `data-${++count}`);
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Starts what must refuse: one line, exit code 1. */
async function refusal(options: ServerOptions = {}): Promise<string> {
	const server = spawnLauncher({ dataDir, port: await freePort(), ...options });
	expect(await server.exited).toBe(1);
	const lines = server.output().trim().split('\n');
	expect(lines).toHaveLength(1);
	return lines[0] ?? '';
}

async function refusalThatTouchesNothing(options: ServerOptions = {}): Promise<string> {
	const message = await refusal(options);
	expect(fs.existsSync(dataDir)).toBe(false);
	return message;
}

describe('without touching anything, a start refuses', () => {
	it('a port in use', async () => {
		const other = net.createServer();
		const port = await freePort();
		await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
		expect(await refusalThatTouchesNothing({ port })).toContain(`Port ${port} is in use`);
		fs.mkdirSync(dataDir);
		expect(await refusal({ port })).toContain(`Port ${port} is in use`);
		expect(fs.readdirSync(dataDir)).toEqual([]);
		other.close();
	});

	it.for([
		[{ PORT: '80000' }, 'PORT is "80000"'],
		[{ HOST: 'two words' }, 'HOST is "two words"'],
		[{ HOST: '192.0.2.1' }, 'not an address of this machine'],
		[{ APP_URL: 'crm.example.com' }, 'APP_URL is "crm.example.com"'],
		[{ SIGN_UP: 'maybe' }, 'SIGN_UP is "maybe"'],
		[{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES is "-1"'],
		[{ DATABASE_URL: 'mysql://root:secret@localhost/crm' }, 'DATABASE_URL is not the address of a PostgreSQL database'],
	] as const)('the setting %o', async ([env, message]) => {
		expect(await refusalThatTouchesNothing({ env })).toContain(message);
	});

	it('an unknown option', async () => {
		expect(await refusalThatTouchesNothing({ args: ['--dmeo'] })).toContain('no option "--dmeo"');
	});

	it('a database that does not answer, without showing its password', async () => {
		const port = await freePort();
		const message = await refusalThatTouchesNothing({
			env: { DATABASE_URL: `postgresql://crm:hunter2@127.0.0.1:${port}/crm` },
		});
		expect(message).toContain(`127.0.0.1:${port} cannot be reached (ECONNREFUSED)`);
		expect(message).not.toContain('hunter2');
	});
});

describe('a database of the user', () => {
	let server: PostgresServer;

	beforeAll(async () => {
		const home = path.join(folder, 'server');
		fs.mkdirSync(home);
		server = await startWatchedPostgres({ dataFolder: home, password: 'test', durable: false });
		await ensureDatabase(server, 'migrated');
		await applyMigrations(server.url('migrated'));
		await query(
			'postgres',
			"CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'",
		);
	});

	afterAll(() => server.stop());

	async function query(database: string, statement: string): Promise<void> {
		const client = new pg.Client({ connectionString: server.url(database) });
		await client.connect();
		await client.query(statement);
		await client.end();
	}

	const refuse = (database: string) => refusalThatTouchesNothing({ env: { DATABASE_URL: server.url(database) } });

	it('is refused when it does not exist', async () => {
		expect(await refuse('nowhere')).toContain('nowhere in DATABASE_URL does not exist');
	});

	it('is refused when the password is wrong', async () => {
		const url = new URL(server.url('migrated'));
		url.password = 'wrong-one';
		const message = await refusalThatTouchesNothing({ env: { DATABASE_URL: url.href } });
		expect(message).toContain('refuses the user or password');
		expect(message).not.toContain('wrong-one');
	});

	it('is refused when it is not UTF8', async () => {
		expect(await refuse('ascii')).toContain('has the encoding SQL_ASCII');
	});

	it('is refused when a newer version made it', async () => {
		await query('postgres', 'CREATE DATABASE newer TEMPLATE migrated');
		await query(
			'newer',
			"INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('1', 'x', '29990101000000_later', now())",
		);
		expect(await refuse('newer')).toContain('29990101000000_later is unknown here');
	});

	it('is refused when a migration differs', async () => {
		await query('postgres', 'CREATE DATABASE edited TEMPLATE migrated');
		await query('edited', "UPDATE _prisma_migrations SET checksum = repeat('0', 64)");
		expect(await refuse('edited')).toContain('differs from the one in this version');
	});
});

describe('a data folder', () => {
	beforeEach(() => fs.mkdirSync(dataDir));

	it('of a newer layout is refused', async () => {
		fs.writeFileSync(path.join(dataDir, 'layout.json'), '{"layout":2}');
		expect(await refusal()).toContain('was made by a newer version of MiniCRM');
		expect(fs.readdirSync(dataDir)).toEqual(['layout.json']);
	});

	it('of a newer PostgreSQL is refused', async () => {
		fs.mkdirSync(path.join(dataDir, 'pg'));
		fs.writeFileSync(path.join(dataDir, 'pg/PG_VERSION'), '19\n');
		fs.writeFileSync(path.join(dataDir, 'secrets.json'), '{}');
		expect(await refusal()).toContain('PostgreSQL 19');
		expect(fs.readdirSync(dataDir).sort()).toEqual(['pg', 'secrets.json']);
	});

	it('that lost its secrets is refused', async () => {
		fs.mkdirSync(path.join(dataDir, 'pg'));
		expect(await refusal()).toContain('restore secrets.json');
		expect(fs.readdirSync(dataDir)).toEqual(['pg']);
	});
});
