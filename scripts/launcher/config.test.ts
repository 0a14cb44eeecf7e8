import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { makeSignUpCode } from './sign-up-code.ts';

const read = (env: Record<string, string>) => readConfig(env as unknown as NodeJS.ProcessEnv);

describe('the configuration', () => {
	it('has presets for everything, and takes an empty variable for a missing one', () => {
		const config = read({ PORT: '', DATABASE_URL: '' });
		expect(config).toMatchObject({
			port: 3000,
			host: '127.0.0.1',
			appUrl: 'http://localhost:3000',
			databaseUrl: undefined,
		});
		expect(config).toMatchObject({ signUp: 'first-user', trustedProxies: 0, isExposed: false });
	});

	it('names the address of the host in APP_URL when it is a concrete one', () => {
		expect(read({ HOST: '192.168.1.20', PORT: '8080' }).appUrl).toBe('http://192.168.1.20:8080');
		expect(read({ HOST: 'fd00::1' }).appUrl).toBe('http://[fd00::1]:3000');
		expect(read({ HOST: '0.0.0.0' }).appUrl).toBe('http://localhost:3000');
		expect(read({ PORT: '80' }).appUrl).toBe('http://localhost');
	});

	it('accepts writes from every spelling of the loopback address', () => {
		expect(read({ APP_URL: 'https://crm.example.com/' }).appOrigins).toEqual([
			'https://crm.example.com',
			'http://localhost:3000',
			'http://127.0.0.1:3000',
			'http://[::1]:3000',
		]);
	});

	it('accepts writes from every address of the machine when it listens on all of them', () => {
		const { appOrigins } = read({ HOST: '0.0.0.0', PORT: '4000' });
		expect(appOrigins).toContain(`http://${os.hostname().toLowerCase()}:4000`);
		for (const address of Object.values(os.networkInterfaces()).flatMap((list) => list ?? [])) {
			if (address.family === 'IPv4') expect(appOrigins).toContain(`http://${address.address}:4000`);
		}
	});

	it('accepts writes only from a concrete host and APP_URL when it listens there', () => {
		expect(read({ HOST: '192.168.1.20' }).appOrigins).toEqual(['http://192.168.1.20:3000']);
	});

	it('asks the first account for a code when others can reach the app', () => {
		expect(makeSignUpCode(read({}))).toBeUndefined();
		expect(makeSignUpCode(read({ HOST: '0.0.0.0' }))).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
		expect(makeSignUpCode(read({ APP_URL: 'https://crm.example.com' }))).toBeDefined();
		expect(makeSignUpCode(read({ HOST: '0.0.0.0', SIGN_UP: 'closed' }))).toBeUndefined();
	});

	it('reads secrets from files as well, and refuses what can be guessed without repeating it', () => {
		const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-config-'));
		const file = (name: string, text: string) => {
			fs.writeFileSync(path.join(folder, name), text);
			return path.join(folder, name);
		};
		const secret = 'b2f1c0d9e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9';
		const DATABASE_URL_FILE = file('url', 'postgresql://crm:mật-khẩu@db:5432/crm\n');
		const config = read({ DATABASE_URL_FILE, AUTH_SECRET_FILE: file('secret', `${secret}\n`), DATABASE_WAIT: '60' });
		expect(config).toMatchObject({ authSecret: secret, databaseWait: 60 });
		expect(config.databaseUrl).toBe('postgresql://crm:mật-khẩu@db:5432/crm');
		expect(read({ AUTH_SECRET: '' }).authSecret).toBeUndefined();
		const refusal = (env: Record<string, string>) => {
			try {
				read(env);
			} catch (error) {
				return (error as Error).message;
			}
		};
		expect(refusal({ AUTH_SECRET: 'short' })).toBe(
			'AUTH_SECRET is shorter than 32 bytes: make one with openssl rand -hex 32.',
		);
		for (const guessable of [
			'please-change-me-please-change-me-0000',
			'x'.repeat(40),
			'placeholder-placeholder-placeholder',
		])
			expect(refusal({ AUTH_SECRET: guessable })).toBe(
				'AUTH_SECRET is a placeholder: make one with openssl rand -hex 32.',
			);
		expect(refusal({ AUTH_SECRET: secret, AUTH_SECRET_FILE: file('other', secret) })).toContain(
			'leave one of them out',
		);
		expect(refusal({ AUTH_SECRET_FILE: path.join(folder, 'nothing') })).toContain('cannot be read (ENOENT)');
		fs.rmSync(folder, { recursive: true });
	});
});
