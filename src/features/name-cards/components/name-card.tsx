'use client';

import { useLayoutEffect, useRef } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { telephoneLink } from '@/lib/text/phone';
import type { ShownNameCard } from '../name-card';
import { nameCardMark } from '../watch-names';

/** The distance of a card from the edge of the screen, in pixels. */
const margin = 8;

type NameCardProps = { id: string; anchor: HTMLElement; card: ShownNameCard; kind: 'company' | 'contact' };

/** Floats over the page, below the name or, if there is no room, above it. */
export function NameCard({ id, anchor, card, kind }: NameCardProps) {
	const element = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const floating = element.current;
		if (!floating) return;
		// of a name over two lines, the line that it begins with
		const [beside = anchor.getBoundingClientRect()] = anchor.getClientRects();
		const under = anchor.getBoundingClientRect().bottom;
		const { width, height } = floating.getBoundingClientRect();
		const isBelow = under + height + margin < window.innerHeight;
		floating.style.left = `${Math.max(margin, Math.min(beside.left, window.innerWidth - width - margin))}px`;
		floating.style.top = `${isBelow ? under : Math.max(margin, beside.top - height)}px`;
	}, [anchor]);
	const { name, about, badge, at, lastContact, isQuiet, next, phone } = card;
	return (
		<div ref={element} id={id} role="tooltip" {...{ [nameCardMark]: '' }} className="name-card">
			<div>
				<Avatar name={name} of={kind === 'company' ? 'company' : 'person'} />
				<div>
					<p data-name>
						<b translate="no">{name}</b> {badge && <Badge className={badge.tone}>{badge.text}</Badge>}
					</p>
					{about && <p translate="no">{about}</p>}
					{at && <p translate={at.isName ? 'no' : undefined}>{at.text}</p>}
				</div>
				<dl>
					<dt>Last contact</dt>
					<dd data-quiet={isQuiet || undefined} title={lastContact?.day}>
						{lastContact?.ago ?? 'No contact yet'}
					</dd>
					<dt>Next step</dt>
					<dd data-none={next === null || undefined}>
						{next ? (
							<>
								<span translate="no">{next.title}</span>
								{next.when && <span data-overdue={next.isOverdue || undefined}> · {next.when}</span>}
							</>
						) : (
							'None'
						)}
					</dd>
					<dt>Phone</dt>
					<dd data-none={phone === null || undefined}>
						{phone ? (
							// the keys reach it on the record's own page
							<a href={telephoneLink(phone.value)} tabIndex={-1} translate="no">
								{phone.value}
							</a>
						) : (
							'No phone yet'
						)}
					</dd>
				</dl>
			</div>
		</div>
	);
}
