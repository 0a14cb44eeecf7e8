import { expect, test } from 'vitest';
import { meaningOf } from './list-meaning';

const deals = {
	names: ['view', 'q', 'sort', 'stage', 'company', 'contact', 'decides', 'authority'],
	usual: ['view=kanban', 'sort=created.desc'],
};

test.each([
	['decides=yes&authority=primary', 'authority=primary&decides=yes'],
	['stage=proposal&stage=negotiation', 'stage=negotiation&stage=proposal'],
	['stage=proposal&stage=proposal', 'stage=proposal'],
	['q=kho+lạnh', 'q=kho%20l%E1%BA%A1nh'],
	['stage=proposal', 'sort=created.desc&stage=proposal&view=kanban'],
	['stage=proposal', 'stage=proposal&page=3&after=x&saved=y&q='],
	['', 'view=kanban&sort=created.desc&saved=none'],
	['stage=proposal', 'utm_source=zalo&stage=proposal&constructor=1&owner=x'],
	['', 'utm_source=zalo'],
])('%s is the same as %s', (one, other) => expect(meaningOf(one, deals)).toBe(meaningOf(other, deals)));

test.each([
	['stage=proposal', 'stage=negotiation'],
	['stage=proposal', 'stage=proposal&view=list'],
	['q=a%26stage%3Dproposal', 'q=a&stage=proposal'],
	['company=x', 'contact=x'],
	['sort=created.asc', 'sort=created.desc'],
])('%s is not the same as %s', (one, other) => expect(meaningOf(one, deals)).not.toBe(meaningOf(other, deals)));
