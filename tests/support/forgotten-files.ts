import { vi } from 'vitest';

/** What a process began with, and the client that the app keeps across hot reloads. */
const kept = globalThis as {
	minicrmEnvironment?: NodeJS.ProcessEnv;
	minicrmDb?: { client: { $disconnect(): Promise<void> } };
};

/**
 * Forgets the test files that this process has run: what they set, replaced and mocked, the app's connections, and every
 * module of ours, so that the next file evaluates its own. Libraries stay, which is what running many files in one process saves.
 */
export async function forgetEarlierFiles(): Promise<void> {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	vi.unstubAllGlobals();
	vi.useRealTimers();
	kept.minicrmEnvironment ??= { ...process.env };
	const usual = kept.minicrmEnvironment;
	for (const name of Object.keys(process.env)) if (!(name in usual)) delete process.env[name];
	Object.assign(process.env, usual);
	await closeConnections();
	vi.resetModules();
}

/** Ends the connections of the app in this process; the app's next module makes its own. */
export async function closeConnections(): Promise<void> {
	await kept.minicrmDb?.client.$disconnect();
	delete kept.minicrmDb;
}
