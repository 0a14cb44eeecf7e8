'use no memo';

import type { Route } from 'next';
import { PhoneLink } from '@/components/ui/address-links';
import { Badge } from '@/components/ui/badge';
import { Breakable } from '@/components/ui/breakable';
import { Link } from '@/components/ui/link';
import { LinkedText } from '@/components/ui/linked-text';
import { TagList } from '@/components/ui/tag-badge';
import type { ShownPoint } from '@/domain/contact-points/contact-point';
import { type Property, propertyText } from './property';

/** What is shown of a property that has a value. Links stay links. */
export function PropertyValue({ property }: { property: Property }) {
	const { tags, to, tone, parts } = property;
	const text = propertyText(property);
	if (tags) return <TagList tags={tags} {...(property.isOwn && { label: property.label })} />;
	if (to)
		return (
			<Link href={to as Route} translate="no" className="text-link">
				{text}
			</Link>
		);
	// fixed words, which a browser may translate
	if (property.editor.as === 'choice') return tone ? <Badge className={tone}>{text}</Badge> : <span>{text}</span>;
	return (
		<span translate="no" className="whitespace-pre-line">
			{parts ? <LinkedText parts={parts} /> : text}
		</span>
	);
}

/** One email, phone or link with its label; from a number in one click to a call or a chat. */
export function PointValue({ point }: { point: ShownPoint }) {
	const { label, chats, sharers } = point;
	return (
		<>
			<PointLink point={point} />
			{label && (
				<>
					{' '}
					<span translate="no" className="property-label">
						{label}
					</span>
				</>
			)}
			{chats && (
				<>
					{' '}
					<span className="property-chats">
						{chats.map(([name, href]) => (
							<Chat key={name} name={name} href={href} />
						))}
					</span>
				</>
			)}
			{sharers && (
				<p className="property-note">
					<span>Also used by</span>{' '}
					{sharers.map(({ href, name }, place) => (
						<span key={href}>
							{place > 0 && <span>, </span>}
							<Link href={href as Route} translate="no" className="text-link">
								{name}
							</Link>
						</span>
					))}
				</p>
			)}
		</>
	);
}

function PointLink({ point: { value, shown, href } }: { point: ShownPoint }) {
	if (href.startsWith('tel:')) return <PhoneLink phone={value} />;
	if (href.startsWith('mailto:')) {
		const [local = '', domain] = (shown ?? value).split(/(?<=@)(?=[^@]*$)/);
		return (
			// the domain is a box, which would be read with a blank before it
			<a href={href} translate="no" aria-label={shown ?? value} className="text-link">
				<Breakable>{local}</Breakable>
				{/* the whole of it goes to the next line before it breaks itself */}
				{domain && (
					<span className="inline-block max-w-full">
						<Breakable>{domain}</Breakable>
					</span>
				)}
			</a>
		);
	}
	// typed a moment ago, and not an address yet
	if (!/^https?:/.test(href))
		return (
			<span translate="no">
				<Breakable>{shown ?? value}</Breakable>
			</span>
		);
	return (
		<a href={href} target="_blank" rel="noreferrer" translate="no" className="text-link">
			<Breakable>{shown ?? value}</Breakable>
		</a>
	);
}

function Chat({ name, href }: { name: string; href: string }) {
	if (href.startsWith('sms:'))
		return (
			<a href={href} className="text-link hidden pointer-coarse:inline">
				<span translate="no">{name}</span>
				<span className="sr-only"> (text message)</span>
			</a>
		);
	return (
		<a href={href} target="_blank" rel="noreferrer" className="text-link">
			<span translate="no">{name}</span>
			<span className="sr-only"> (opens in a new tab)</span>
		</a>
	);
}
