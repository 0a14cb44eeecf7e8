import 'server-only';
import { inSnapshot } from '@/domain/snapshot';
import { getSettings } from '@/features/account/server/account-queries';
import { getContact } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, formatMoment } from '@/lib/dates/dates';
import type { Tx } from '@/lib/db/db';
import { type ZipEntry, zip } from '@/lib/files/zip';
import type { SearchParams } from '@/lib/list/list-params';
import type { Download } from '@/lib/request/download';
import { fileNameOf, personHtml, personJson } from '../person-page';
import { personReference } from '../schema';
import { personParts } from './person-parts';

/** Everything about a contact as one archive: a page to read, and JSON; null where there is no such contact. */
export async function personFile(userId: UserId, params: SearchParams): Promise<Download | null> {
	const [id] = [params.id].flat();
	const asked = personReference.safeParse({ id });
	const contact = asked.success ? await getContact(userId, asked.data.id) : null;
	if (!contact) return null;
	const settings = await getSettings(userId);
	const now = new Date();
	const name = fileNameOf(contact.name);
	const of = { userId, contact, settings };
	const at = formatMoment(now, settings);
	async function* entries(tx: Tx): AsyncGenerator<ZipEntry> {
		const subtitle = `Everything that MiniCRM held about this person on ${at} (${settings.timeZone}).`;
		yield { name: `${name}.html`, pieces: personHtml({ title: contact?.name ?? '', subtitle }, personParts(tx, of)) };
		const head = { name: contact?.name ?? '', at: now.toISOString(), timeZone: settings.timeZone };
		yield { name: `${name}.json`, pieces: personJson(head, personParts(tx, of)) };
	}
	return {
		name: `minicrm-${name}-${dayIn(now, settings.timeZone)}.zip`,
		type: 'application/zip',
		pieces: inSnapshot(userId, (tx) => zip(entries(tx), now)),
	};
}
