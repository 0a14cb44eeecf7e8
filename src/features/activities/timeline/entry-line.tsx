'use client';
'use no memo';

import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { activityPath, companyPath, contactPath, dealPath } from '@/domain/paths';
import { counted } from '@/lib/text/counted';
import { TypeIcon } from '../components/type-icon';
import { EntryMenu } from './entry-menu';
import { EntryText } from './entry-text';
import type { ShownEntry } from './present-timeline';
import type { TimelineRecord } from './timeline-record';

type EntryLineProps = {
	entry: ShownEntry;
	record: TimelineRecord;
	isPinned: boolean;
	/** Takes the entry from the screen for as long as it is being deleted. */
	onDelete: (id: string) => void;
};

/** What was logged, or on one line a deal that came to a stage. */
export function EntryLine({ entry, record, isPinned, onDelete }: EntryLineProps) {
	const { id, type, title, when, minutes, outcome, description, nextSteps, nextState, company, people, deal } = entry;
	if (type === 'stage')
		return (
			<li data-change>
				<TypeIcon type={type} />
				<p>
					{deal && record.noun !== 'deal' && <Mention href={dealPath(deal.id)}>{deal.name}</Mention>}
					<span>{title}</span>
				</p>
				<span data-when>{when}</span>
			</li>
		);
	const others = people.filter((person) => person.id !== record.id);
	return (
		<li>
			<TypeIcon type={type} />
			<div>
				<div data-head>
					<Link href={activityPath(id)} translate="no" className="text-link">
						{title}
					</Link>
					<span data-when>{when}</span>
				</div>
				{(others.length > 0 || minutes || outcome) && (
					<p data-about>
						{others.map(({ id, name }) => (
							<Mention key={id} href={contactPath(id)}>
								{name}
							</Mention>
						))}
						{minutes ? <span>{counted(minutes, 'minute', 'minutes')}</span> : null}
						{outcome && (
							<Badge translate="no" className="wrap-anywhere whitespace-normal">
								{outcome}
							</Badge>
						)}
					</p>
				)}
				{description && <EntryText {...description} id={id} text="description" />}
				{nextSteps && (
					<div data-next-steps>
						<span>Next: </span>
						<EntryText {...nextSteps} id={id} text="nextSteps" />
						{nextState && <span data-state={nextState === 'Done' ? 'done' : 'open'}>{nextState}</span>}
					</div>
				)}
				{(record.noun !== 'company' || deal) && (
					<p data-about>
						{record.noun !== 'company' && <Mention href={companyPath(company.id)}>{company.name}</Mention>}
						{deal && record.noun !== 'deal' && <Mention href={dealPath(deal.id)}>{deal.name}</Mention>}
					</p>
				)}
			</div>
			<EntryMenu {...{ id, title, type, record, isPinned, onDelete }} />
		</li>
	);
}

function Mention({ href, children }: { href: React.ComponentProps<typeof Link>['href']; children: string }) {
	return (
		<Link href={href} translate="no" className="text-link">
			{children}
		</Link>
	);
}
