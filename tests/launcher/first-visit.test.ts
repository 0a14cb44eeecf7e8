import { expect, it } from 'vitest';
import { startServerForTests } from '../support/app-server.ts';

it('leads the first visitor to the registration, and from this machine asks for no code', async () => {
	const server = await startServerForTests();
	const door = await fetch(server.url, { redirect: 'manual' });
	expect(door.headers.get('location')).toBe('/register');
	expect(await (await fetch(`${server.url}/register`)).text()).not.toContain('Sign-up code');
	expect(await server.stop()).toBe(0);
});

it('asks the first visitor for the printed code where others can reach it', async () => {
	const server = await startServerForTests({ env: { HOST: '0.0.0.0' } });
	expect(server.output()).toMatch(/The first account needs this code: [0-9A-Z]{4}-[0-9A-Z]{4}/);
	expect(await (await fetch(`${server.url}/register`)).text()).toContain('Sign-up code');
	expect(await server.stop()).toBe(0);
});

it('makes a demo account that does not take the owner’s place, and prints its login', async () => {
	const server = await startServerForTests({ args: ['--demo'] });
	expect(server.output()).toMatch(/demo@example\.com, password \S{16}/);
	expect((await fetch(server.url, { redirect: 'manual' })).headers.get('location')).toBe('/register');
	expect(await server.stop()).toBe(0);
});
