import type { ReactNode } from 'react';
import { PhoneLink } from '@/components/ui/address-links';
import { EmailLink, WebsiteLink } from '@/components/ui/contact-links';
import { Link } from '@/components/ui/link';
import {
	type MainColumns,
	type Point,
	type PointKind,
	pointKinds,
	pointsOfKind,
} from '@/domain/contact-points/contact-point';
import type { Sharer } from '@/domain/contact-points/shared-points';
import { companyPath, contactPath } from '@/domain/paths';
import { type CountryCode, dialledNumber } from '@/lib/text/phone-number';
import { CopyButton } from './copy-button';

type PointListProps = {
	record: MainColumns & { points: Point[] };
	/** Who else has an address or number. */
	sharers: Sharer[];
	/** The country of numbers that name none. */
	country: CountryCode;
	/** The keys that copy the main points. */
	shortcuts?: Partial<Record<PointKind, string>>;
};

const nouns: Record<PointKind, string> = { email: 'email', phone: 'phone number', link: 'link' };

/** All ways to reach a record, kind by kind and each with its label; from a number in one click to a call or a chat. */
export function PointList({ record, sharers, country, shortcuts = {} }: PointListProps) {
	return pointKinds.map((kind) => {
		const points = pointsOfKind(record, kind);
		if (points.length === 0) return null;
		return (
			<ul key={kind} className="flex min-w-0 flex-wrap items-start gap-x-6 gap-y-1">
				{points.map((point, place) => (
					<li key={`${point.value} ${point.label}`} className="min-w-0">
						<span className="flex min-w-0 flex-wrap items-center gap-x-1.5">
							<PointLink point={point} />
							{point.label && (
								<span translate="no" className="wrap-anywhere text-muted-foreground text-xs">
									{point.label}
								</span>
							)}
							<CopyButton
								text={point.value}
								noun={place === 0 ? nouns[kind] : point.value}
								shortcut={place === 0 ? shortcuts[kind] : undefined}
							/>
							{kind === 'phone' && <Chats phone={point} country={country} />}
						</span>
						<Sharers sharers={sharers.filter(({ value }) => value === point.value)} />
					</li>
				))}
			</ul>
		);
	});
}

function PointLink({ point: { kind, value } }: { point: Point }) {
	if (kind === 'email') return <EmailLink email={value} />;
	return kind === 'phone' ? <PhoneLink phone={value} /> : <WebsiteLink website={value} />;
}

/** The chats that a number can be opened in: of a landline only those that its label names. */
function Chats({ phone: { value, label }, country }: { phone: Point; country: CountryCode }) {
	const dialled = dialledNumber(value, country);
	if (!dialled) return null;
	const { e164, zalo, isMobile } = dialled;
	const has = (chat: string) => isMobile || label?.toLowerCase() === chat.toLowerCase();
	return (
		<span className="flex items-center gap-x-2 text-xs leading-6">
			{has('Zalo') && <Chat href={`https://zalo.me/${zalo}`}>Zalo</Chat>}
			{has('WhatsApp') && <Chat href={`https://wa.me/${e164.slice(1)}`}>WhatsApp</Chat>}
			{isMobile && (
				<a href={`sms:${e164}`} className="text-link hidden pointer-coarse:inline">
					<span translate="no">SMS</span>
					<span className="sr-only"> (text message)</span>
				</a>
			)}
		</span>
	);
}

function Chat({ href, children }: { href: string; children: ReactNode }) {
	return (
		<a href={href} target="_blank" rel="noreferrer" className="text-link">
			<span translate="no">{children}</span>
			<span className="sr-only"> (opens in a new tab)</span>
		</a>
	);
}

/** A shared mailbox or switchboard is no duplicate, but worth knowing. */
function Sharers({ sharers }: { sharers: Sharer[] }) {
	if (sharers.length === 0) return null;
	return (
		<p className="wrap-anywhere text-muted-foreground text-xs">
			<span>Also used by</span>{' '}
			{sharers.map(({ noun, id, name }, place) => (
				<span key={id}>
					{place > 0 && <span>, </span>}
					<Link href={noun === 'company' ? companyPath(id) : contactPath(id)} translate="no" className="text-link">
						{name}
					</Link>
				</span>
			))}
		</p>
	);
}
