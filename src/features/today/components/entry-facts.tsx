'use client';
'use no memo';

import { mailLink } from '@/components/ui/address-links';
import { Link } from '@/components/ui/link';
import { activityPath, contactPath, dealPath } from '@/domain/paths';
import { telephoneLink } from '@/lib/text/phone';
import type { EntryDetails } from '../entry-details';

/** What one needs to know before a call: who, what was said last, what both sides promised, and the deal. */
export function EntryFacts({ details, hasFailed }: { details: EntryDetails | null; hasFailed: boolean }) {
	if (!details)
		return (
			<p role="status" className="text-muted-foreground">
				{hasFailed ? 'Couldn’t load the details. Reload the page to try again.' : 'Loading details…'}
			</p>
		);
	const { person, touches, ours, theirs, deal } = details;
	return (
		<div data-facts>
			{person && (
				<section aria-labelledby="fact-person">
					<h2 id="fact-person">
						<Link href={contactPath(person.id)} translate="no">
							{person.name}
						</Link>
					</h2>
					<p>
						{person.jobTitle && <span translate="no">{person.jobTitle}</span>}
						{person.jobTitle && person.badge && ' · '}
						{person.badge && <span>{person.badge.text}</span>}
					</p>
					<ul>
						{person.phones.map(({ value, label, zalo }) => (
							<li key={value}>
								<a href={telephoneLink(value)} translate="no">
									{value}
								</a>{' '}
								{label && <span translate="no">{label}</span>} {zalo && <a href={zalo}>Zalo</a>}
							</li>
						))}
						{person.email && (
							<li>
								<a href={mailLink(person.email)} translate="no">
									{person.email}
								</a>
							</li>
						)}
					</ul>
					<p>{person.lastContact ? `Last contact ${person.lastContact.ago}` : 'No contact yet'}</p>
				</section>
			)}
			<section aria-labelledby="fact-said">
				<h2 id="fact-said">Last said</h2>
				{touches.length === 0 && <p>No calls, emails, or meetings yet.</p>}
				<ul>
					{touches.map(({ id, what, subject, text }) => (
						<li key={id}>
							<span>{what}</span>{' '}
							<Link href={activityPath(id)} translate="no">
								{subject}
							</Link>
							{text && (
								<p translate="no" data-said>
									{text}
								</p>
							)}
						</li>
					))}
				</ul>
			</section>
			<Promises id="ours" title="What you promised" promises={ours} />
			<Promises id="theirs" title="What they promised" promises={theirs} />
			{deal && (
				<section aria-labelledby="fact-deal">
					<h2 id="fact-deal">
						<Link href={dealPath(deal.id)} translate="no">
							{deal.name}
						</Link>
					</h2>
					<p>
						<b>{deal.value}</b> · {deal.stage}
						{deal.close && ` · closes ${deal.close}`}
					</p>
					<ul>
						{deal.signals.map((text) => (
							<li key={text}>{text}</li>
						))}
					</ul>
				</section>
			)}
		</div>
	);
}

type PromisesProps = { id: string; title: string; promises: EntryDetails['ours'] };

function Promises({ id, title, promises }: PromisesProps) {
	return (
		<section aria-labelledby={`fact-${id}`}>
			<h2 id={`fact-${id}`}>{title}</h2>
			{promises.length === 0 && <p>Nothing open.</p>}
			<ul>
				{promises.map(({ id: promise, title: what, when, isLate }) => (
					<li key={promise}>
						<span translate="no">{what}</span>{' '}
						<span className={isLate ? 'text-destructive-ink' : 'text-muted-foreground'}>{when}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
