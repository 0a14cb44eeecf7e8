import os from 'node:os';
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
});
