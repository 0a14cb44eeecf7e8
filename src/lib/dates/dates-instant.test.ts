import { expect, test } from 'vitest';
import { localTime } from './dates';
import { comesAt } from './dates-instant';

test.each([
	// New York skips from 2:00 to 3:00 on 8 March 2026, and shows 1:00 to 2:00 twice on 1 November
	['2026-03-08T01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
	['2026-03-08T02:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
	['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:00:00.000Z'],
	['2026-03-08T02:59', 'America/New_York', '2026-03-08T07:00:00.000Z'],
	['2026-03-08T03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
	['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
	// half an hour is skipped
	['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
	// midnight itself is skipped
	['2018-11-04T00:30', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
	// a whole day was skipped
	['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
	['2026-12-04T09:30', 'Asia/Ho_Chi_Minh', '2026-12-04T02:30:00.000Z'],
])('%s in %s comes at %s', (moment, timeZone, instant) => {
	expect(comesAt(moment, timeZone).toISOString()).toBe(instant);
});

test.each(['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Ho_Chi_Minh'])(
	'in %s it is the first minute that shows the time or a later one, counted minute by minute',
	(timeZone) => {
		// the days on which these clocks are changed, and one on which none is
		for (const day of [
			'2026-03-08',
			'2026-03-29',
			'2026-04-05',
			'2026-09-06',
			'2026-10-04',
			'2026-10-25',
			'2026-11-01',
		])
			for (const time of ['00:00', '00:30', '01:30', '01:45', '02:00', '02:30', '03:00', '12:00', '23:45']) {
				const moment = `${day}T${time}`;
				let found = Date.parse(`${moment}:00Z`) - 15 * 3_600_000;
				while (localTime(new Date(found), timeZone) < moment) found += 15 * 60_000;
				expect(comesAt(moment, timeZone).toISOString()).toBe(new Date(found).toISOString());
			}
	},
);
