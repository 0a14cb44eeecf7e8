import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { isRunning } from './processes.ts';

export interface ServerOptions {
	/** Settings of MiniCRM, such as SIGN_UP; nothing of the test's own environment reaches it. */
	env?: Record<string, string>;
	args?: string[];
	/** A folder to use, and keep; by default a new one that stop() removes. A missing one is a copy of the template. */
	dataDir?: string;
	/** Whether a missing folder is left for MiniCRM to make, where the first start itself is what matters. */
	fromNothing?: boolean;
	port?: number;
	/** The checkout to start; this one by default. */
	checkout?: string;
	/** User and group to start as. */
	uid?: number;
	gid?: number;
}

export interface ServerProcess {
	/** Everything that it has printed so far. */
	output(): string;
	/** Its exit code, once it has ended; null when a signal ended it. */
	exited: Promise<number | null>;
	child: ChildProcess;
}

export interface TestServer extends ServerProcess {
	url: string;
	/** The checkout that it was started from. */
	checkout: string;
	dataDir: string;
	/** A connection URL for looking past the app. */
	databaseUrl: string;
	pids: { launcher: number; app: number; database: number };
	/** Milliseconds from the start of the process to its saying that it runs. */
	startTime: number;
	/** Stops it as Ctrl-C does, removes its data folder unless it was given, and returns its exit code. */
	stop(): Promise<number | null>;
}

let template: string | undefined;

/** Has every later server of this process begin on a copy of a data folder, instead of making one. */
export function startFromTemplate(dataDir: string | undefined): void {
	template = dataDir;
}

/** Runs the real launcher on a data folder and a port of its own and waits until the app answers. */
export async function startServerForTests(options: ServerOptions = {}): Promise<TestServer> {
	const dataDir = options.dataDir ?? path.join(makeOpenFolder(), 'data');
	if (template && takesTemplate(options) && !fs.existsSync(dataDir)) {
		fs.mkdirSync(path.dirname(dataDir), { recursive: true });
		// keeps the owner, which the database insists on, and shares what the file system can share
		execFileSync(
			'cp',
			process.platform === 'linux' ? ['-a', '--reflink=auto', template, dataDir] : ['-a', template, dataDir],
		);
	}
	const begun = performance.now();
	const server = spawnLauncher({ ...options, dataDir, port: options.port ?? (await freePort()) });
	await until(() => {
		if (server.child.exitCode !== null) throw new Error(`MiniCRM did not start:\n${server.output()}`);
		return server.output().includes('MiniCRM runs at') && fs.existsSync(path.join(dataDir, 'run.json'));
	});
	const startTime = performance.now() - begun;
	const run = JSON.parse(fs.readFileSync(path.join(dataDir, 'run.json'), 'utf8'));
	const pids = { launcher: run.pid as number, app: run.appPid as number, database: databasePid(dataDir) };
	const stop = async () => {
		server.child.kill('SIGTERM');
		const code = await server.exited;
		if (!options.dataDir) fs.rmSync(path.dirname(dataDir), { recursive: true });
		return code;
	};
	const checkout = options.checkout ?? CHECKOUT;
	return { ...server, checkout, url: run.url, databaseUrl: run.databaseUrl, dataDir, pids, startTime, stop };
}

/** Not one with a database elsewhere, or one that belongs to another user. */
const takesTemplate = ({ fromNothing, env, uid }: ServerOptions) =>
	!fromNothing && env?.DATABASE_URL === undefined && uid === undefined;

/** Starts the launcher without waiting for anything, for what refuses to start. */
export function spawnLauncher(options: ServerOptions & { dataDir: string; port: number }): ServerProcess {
	const { args = [], checkout = CHECKOUT, env = {}, uid, gid } = options;
	const node = ['--disable-warning=ExperimentalWarning', path.join(checkout, 'scripts/start.ts'), ...args];
	const child = spawn(process.execPath, node, {
		cwd: checkout,
		uid,
		gid,
		env: {
			...essentialEnvironment(),
			MINICRM_DATA_DIR: options.dataDir,
			PORT: String(options.port),
			LOG_FORMAT: 'text',
			...env,
		},
		// By the channel it notices, and stops, when the tests are killed.
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	});
	let output = '';
	const streams = [child.stdout, child.stderr].map(async (stream) => {
		for await (const text of stream?.setEncoding('utf8') ?? []) output += text;
	});
	// Not its "close": that never comes after a disconnect from our side.
	const exited = new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code) => void Promise.all(streams).then(() => resolve(code), reject));
	});
	return { child, exited, output: () => output };
}

/** A port of the loopback address that nobody uses. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = net.createServer().on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as net.AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

/** A temporary folder that every user may pass through. */
export function makeOpenFolder(): string {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-test-'));
	fs.chmodSync(folder, 0o755);
	return folder;
}

/** Waits until a condition holds; fails after four minutes. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
	const deadline = Date.now() + 240_000;
	while (!(await condition())) {
		if (Date.now() > deadline) throw new Error('Waited four minutes in vain.');
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

/** The pids of a server that are still running. */
export function survivors({ pids }: TestServer): string[] {
	return Object.entries(pids).flatMap(([name, pid]) => (isRunning(pid) ? [name] : []));
}

function databasePid(dataDir: string): number {
	const location = path.join(dataDir, 'pg-location');
	const home = fs.existsSync(location) ? fs.readFileSync(location, 'utf8').trim() : dataDir;
	const file = path.join(home, 'pg/postmaster.pid');
	return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : 0;
}

export function essentialEnvironment(): NodeJS.ProcessEnv {
	const names = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'NODE_COMPILE_CACHE'];
	return Object.fromEntries(names.map((name) => [name, process.env[name]])) as NodeJS.ProcessEnv;
}
