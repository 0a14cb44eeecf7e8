import { expect, test } from 'vitest';
import { newActivity } from '../schema';
import { isBlank, newDraft } from './composer-draft';
import { activityOf, ofComposer, proposedPeople, refusalOf } from './sent-activity';

const company = { id: '01930000-0000-7000-8000-000000000001', name: 'Hoa Sen' };
const contact = { id: '01930000-0000-7000-8000-000000000002', name: 'Trần Quốc Bảo' };
const deal = { id: '01930000-0000-7000-8000-000000000003', name: 'Kho lạnh' };
const links = { company, contact, deal };

test('what is proposed is sent unless another choice was made', () => {
	const draft = { ...newDraft(), text: 'Gọi\nHai dòng', duration: '1 h 30', nextSteps: 'Gửi mẫu' };
	expect(activityOf(draft, links)).toMatchObject({
		...{ subject: 'Gọi', description: 'Hai dòng', durationMinutes: 90, dealId: deal.id, companyId: company.id },
		people: JSON.stringify([{ id: contact.id }]),
	});
	expect(activityOf({ ...draft, people: [], deal: null }, links)).toMatchObject({ people: '[]', dealId: '' });
	const added = { id: '01930000-0000-7000-8000-000000000004', name: 'Đặng Thị Ánh', isNew: true as const };
	expect(activityOf({ ...draft, people: [added] }, links).people).toBe(
		JSON.stringify([{ id: added.id, name: added.name }]),
	);
});

test('every draft that is not refused is one that the action takes', () => {
	const draft = {
		...newDraft('meeting'),
		text: 'Họp',
		at: '2026-12-01T09:30',
		nextSteps: 'Gửi',
		followUpOn: '2026-12-04',
	};
	expect(refusalOf(draft)).toBeNull();
	expect(activityOf({ ...draft, followUpOn: '2026-12-04T14:00' }, links)).toMatchObject({
		...{ followUpOn: '2026-12-04', followUpTime: '14:00' },
	});
	expect(newActivity.safeParse(activityOf(draft, links)).success).toBe(true);
	expect(newActivity.safeParse(activityOf({ ...newDraft(), text: 'x'.repeat(900) }, {})).success).toBe(true);
});

test('a note is with the contact on their own page alone', () => {
	expect(proposedPeople({ ...links, own: 'company' }, 'call')).toEqual([contact]);
	expect(proposedPeople({ ...links, own: 'company' }, 'note')).toEqual([]);
	expect(proposedPeople({ ...links, own: 'deal' }, 'note')).toEqual([]);
	expect(proposedPeople({ ...links, own: 'contact' }, 'note')).toEqual([contact]);
});

test('a draft without a text, with a date for nothing, or with a duration that is none is refused at its field', () => {
	const wrong = { ...newDraft(), duration: 'lâu', followUpOn: '2026-12-04' };
	expect(Object.keys(refusalOf(wrong)?.fieldErrors ?? {})).toEqual(['text', 'duration', 'nextSteps']);
	const long = { ...newDraft(), text: 'Gọi', duration: '200 h' };
	expect(Object.keys(refusalOf(long)?.fieldErrors ?? {})).toEqual(['duration']);
});

test('what the server says of a subject or a duration stands at the composer’s own fields', () => {
	const failure = {
		ok: false as const,
		message: 'Wrong',
		fieldErrors: { subject: 'No', durationMinutes: 'No', dealId: 'No' },
	};
	expect(ofComposer(failure).fieldErrors).toEqual({ dealId: 'No', text: 'No', duration: 'No' });
	expect(ofComposer({ ok: false, message: 'Wrong' })).toEqual({ ok: false, message: 'Wrong' });
});

test('a draft is blank as long as nothing was typed, whatever was chosen', () => {
	expect(isBlank({ ...newDraft('note'), people: [contact], deal: null })).toBe(true);
	expect(isBlank({ ...newDraft(), text: ' \n' })).toBe(true);
	for (const field of ['text', 'at', 'duration', 'outcome', 'nextSteps', 'followUpOn'] as const)
		expect(isBlank({ ...newDraft(), [field]: '2' })).toBe(false);
});
