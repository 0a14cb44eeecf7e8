import { normalizedHeader } from './column-headers';

const set = (names: string) => new Set(names.split(',').map(normalizedHeader));

/** What activities and tasks have in the exports of other programs, and neither companies, contacts nor deals. */
const activityColumns = set(
	'activity type,activity subject,activity date,activity due date,activity done,activity note,activity duration,task type,task subject,task name,task status,call duration,call type,call outcome,meeting outcome,event start,start date time,end date time,due date,reminder date time,assigned date,loại hoạt động,ngày đến hạn,hạn hoàn thành',
);

/** Why a file, that is a table or none, has nothing that can be imported; null if it may have. */
export function otherContents(start: Uint8Array, header: string[]): string | null {
	if (/^\uFEFF?\s*BEGIN:VCARD/i.test(Buffer.from(start.subarray(0, 200)).toString()))
		return 'vCards can’t be imported yet. Export the contacts as CSV, and choose that file.';
	const names = header.map(normalizedHeader);
	const count = names.filter((name) => activityColumns.has(name)).length;
	return count >= 2 || (count === 1 && names.includes('subject'))
		? 'This file has activities, which can’t be imported. Choose a file of companies, contacts, or deals.'
		: null;
}
