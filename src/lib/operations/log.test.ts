import { expect, test } from 'vitest';
import { readableLogLine } from './log';

const time = '2026-11-27T08:30:05.000Z';
const clock = new Date(time).toTimeString().slice(0, 8);

test('a request on a terminal', () => {
	const line = {
		time,
		level: 'info',
		method: 'GET',
		path: '/companies',
		status: 200,
		durationMs: 18.4,
		requestId: 'r1',
	};
	expect(readableLogLine(line)).toBe(`${clock} GET /companies 200 18.4 ms\n`);
});

test('what went wrong says so', () => {
	expect(
		readableLogLine({ time, level: 'warn', event: 'sign-in', refused: 'INVALID_EMAIL_OR_PASSWORD', requestId: 'r2' }),
	).toBe(`${clock} WARN event="sign-in" refused="INVALID_EMAIL_OR_PASSWORD" requestId="r2"\n`);
});

test('no client can write a line of its own, or colours', () => {
	const path = '/a\n12:00:00 GET /admin 200\x1b[31m\u2028\x9b';
	const line = readableLogLine({ time, level: 'info', method: 'GET', path, status: 404, durationMs: 1 });
	expect(line).toBe(`${clock} GET /a\\n12:00:00 GET /admin 200\\u001b[31m\\u2028\\u009b 404 1 ms\n`);
});
