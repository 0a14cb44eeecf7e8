import { expect, test } from 'vitest';
import { telephoneLink } from './phone';

test.each([
	['+84 (0)24 3825-0000 ext. 12', 'tel:+842438250000;ext=12'],
	['(024) 3825 0000 máy lẻ 5', 'tel:02438250000;ext=5'],
	['0901 234 567', 'tel:0901234567'],
	['1900.6017', 'tel:19006017'],
])('%s is dialled as %s', (phone, link) => expect(telephoneLink(phone)).toBe(link));
