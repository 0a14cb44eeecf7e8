import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchedWhenIdle } from './when-idle';

/** What the browser does when it has nothing else to do. */
let idle: (() => void)[] = [];

beforeEach(() => {
	idle = [];
	vi.useFakeTimers();
	const requestIdleCallback = (callback: () => void) => idle.push(callback);
	vi.stubGlobal('window', { requestIdleCallback });
	vi.stubGlobal('requestIdleCallback', requestIdleCallback);
	vi.stubGlobal('document', { readyState: 'complete' });
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** Lets one idle moment pass, and what follows from it. */
async function pass() {
	await vi.advanceTimersByTimeAsync(0);
	expect(idle).toHaveLength(1);
	idle.shift()?.();
	await vi.advanceTimersByTimeAsync(0);
}

test('one piece of code after the other is fetched in idle moments, and each once', async () => {
	const fetched: string[] = [];
	const piece = (name: string) =>
		fetchedWhenIdle(async () => {
			fetched.push(name);
			return name;
		});
	const first = piece('first');
	const second = piece('second');
	const third = piece('third');
	expect(fetched).toEqual([]);
	await pass();
	expect(fetched).toEqual(['first']);
	expect(first.get()).toBe('first');
	// asked for before its turn
	const told = vi.fn();
	third.subscribe(told);
	await third.load();
	expect(told).toHaveBeenCalledOnce();
	await pass();
	await pass();
	expect(fetched).toEqual(['first', 'third', 'second']);
	expect(second.get()).toBe('second');
});

test('what could not be fetched holds up nothing, and is fetched when it is needed', async () => {
	let isOnline = false;
	const lost = fetchedWhenIdle(async () => {
		if (!isOnline) throw new Error('offline');
		return 'code';
	});
	const next = fetchedWhenIdle(async () => 'next');
	await pass();
	await pass();
	expect(next.get()).toBe('next');
	await expect(lost.load()).rejects.toThrow('offline');
	expect(lost.get()).toBeUndefined();
	isOnline = true;
	await lost.load();
	expect(lost.get()).toBe('code');
});

test('what could not be fetched is tried again by itself', async () => {
	let isOnline = false;
	const lost = fetchedWhenIdle(async () => {
		if (!isOnline) throw new Error('offline');
		return 'code';
	});
	const told = vi.fn();
	lost.subscribe(told);
	await pass();
	isOnline = true;
	await vi.advanceTimersByTimeAsync(2_000);
	expect(idle).toHaveLength(0);
	await vi.advanceTimersByTimeAsync(1_000);
	await pass();
	expect(told).toHaveBeenCalledOnce();
	expect(lost.get()).toBe('code');
});
