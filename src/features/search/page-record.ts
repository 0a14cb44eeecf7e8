import { recordOf } from '@/lib/shortcuts';
import type { PageRecord } from './commands';

/** The record whose page is open, by its address and its heading. */
export function openRecordOf(): PageRecord | null {
	const record = recordOf(window.location.pathname);
	const name = document.querySelector('#main h1')?.textContent?.trim();
	return record && name ? { ...record, name } : null;
}
