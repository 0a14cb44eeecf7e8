import 'server-only';
import {
	type MainColumns,
	type Point,
	type PointKind,
	pointsOfKind,
	type ShownPoint,
} from '@/domain/contact-points/contact-point';
import type { Sharer } from '@/domain/contact-points/shared-points';
import { companyPath, contactPath } from '@/domain/paths';
import { readableAddress } from '@/lib/text/domain-names';
import { telephoneLink } from '@/lib/text/phone';
import { type CountryCode, dialledNumber } from '@/lib/text/phone-number';

type Reachable = MainColumns & { points: Point[]; sharers: Sharer[] };

/** A record's points of one kind as its page shows them; numbers that name no country are read as those of `country`. */
export function shownPoints(record: Reachable, kind: PointKind, country: CountryCode): ShownPoint[] {
	return pointsOfKind(record, kind).map((point) => {
		const { value, label } = point;
		const sharers = record.sharers.filter((sharer) => sharer.value === value);
		const chats = kind === 'phone' ? chatsOf(point, country) : [];
		return {
			...{ value, label, href: hrefOf(point) },
			...(kind === 'link' && { shown: readableAddress(value).replace(/^https?:\/\/(www\.)?/, '') }),
			...(chats.length > 0 && { chats }),
			...(sharers.length > 0 && {
				sharers: sharers.map(({ noun, id, name }) => ({
					name,
					href: noun === 'company' ? companyPath(id) : contactPath(id),
				})),
			}),
		};
	});
}

/** What an editor in place begins with: JSON of each value with its label; empty for none. */
export function pointsText(record: Reachable, kind: PointKind): string {
	const pairs = pointsOfKind(record, kind).map(({ value, label }) => [value, label]);
	return pairs.length === 0 ? '' : JSON.stringify(pairs);
}

function hrefOf({ kind, value }: Point): string {
	if (kind === 'phone') return telephoneLink(value);
	return kind === 'email' ? `mailto:${encodeURIComponent(value).replace('%40', '@')}` : value;
}

/** The chats that a number can be opened in: of a landline only those that its label names. */
function chatsOf({ value, label }: Point, country: CountryCode): [name: string, href: string][] {
	const dialled = dialledNumber(value, country);
	if (!dialled) return [];
	const { e164, zalo, isMobile } = dialled;
	const has = (chat: string) => isMobile || label?.toLowerCase() === chat.toLowerCase();
	return [
		...(has('Zalo') ? [['Zalo', `https://zalo.me/${zalo}`] as [string, string]] : []),
		...(has('WhatsApp') ? [['WhatsApp', `https://wa.me/${e164.slice(1)}`] as [string, string]] : []),
		...(isMobile ? [['SMS', `sms:${e164}`] as [string, string]] : []),
	];
}
